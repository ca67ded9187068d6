import { z } from 'zod';
import { defineQuery } from '../../kernel/query.ts';
import { stateOfPlay } from '../state-of-play.ts';

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
  permission: ['public'],
  run: ({ tx, input, language, at }) =>
    stateOfPlay(tx, { ...input, on: input.on ?? at.toISOString().slice(0, 10) }, language),
});
