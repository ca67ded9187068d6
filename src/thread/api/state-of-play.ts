import { z } from 'zod';
import { defineQuery } from '../../kernel/query.ts';
import { stateOfPlay } from '../state-of-play.ts';
import * as shape from './shapes.ts';

const day = z.iso.date('must be a day, year-month-day');

export const readStateOfPlay = defineQuery({
  name: 'thread.state-of-play.read',
  path: '/bodies/{body}/state-of-play',
  does: 'The state of play of a body on a day: what was agreed last time, what moved, what is silent, what is due, which offers and requests are open, which wishes return.',
  input: z.object({
    body: z.string().max(80).describe('Key of the body: body:senior-officials-meeting.'),
    on: day.optional().describe('The day it speaks of; today when left out.'),
    since: day.optional().describe('What happened after this day is news; the end of the last meeting when left out.'),
    known: day.optional().describe('By whose end it must have been recorded; the day spoken of when left out.'),
  }),
  output: z.object({
    body: shape.body,
    on: shape.day.describe('The day it speaks of.'),
    known: shape.day.describe('By the end of this day everything in it had been recorded.'),
    since: shape.day
      .nullable()
      .describe('What happened after this day is news; null when the body had not met before.'),
    last: shape.heldMeeting.nullable(),
    next: shape.comingMeeting.nullable(),
    agreed: z.array(shape.saidOutcome).describe('What the last meeting said, with what became of each.'),
    moved: z.array(shape.movement).describe('The newest first.'),
    silent: z.array(shape.commitmentLine).describe('Open, and too long nothing heard of; the longest silence first.'),
    overdue: z.array(shape.commitmentLine).describe('Open, and their time has passed.'),
    due: z.array(shape.commitmentLine).describe('Open, and due until dueUntil.'),
    dueUntil: shape.day,
    requests: z.array(shape.saidOutcome).describe('Requests that nothing has come of.'),
    questions: z.array(shape.updateRequest).describe('Owners who were asked how it stands and have not answered.'),
    offers: z.array(shape.saidOutcome).describe('Offers nobody has taken up.'),
    wishes: z.array(shape.wish).describe('Said in several meetings.'),
    goals: z.array(shape.goalStanding),
    followed: z.object({ open: z.int(), completed: z.int(), other: z.int() }).describe('Commitments by state.'),
    recordedLater: z.int().describe('Outcomes up to the day that were recorded later and are left out.'),
  }),
  permission: ['public'],
  run: ({ tx, input, language, at }) =>
    stateOfPlay(tx, { ...input, on: input.on ?? at.toISOString().slice(0, 10) }, language),
});
