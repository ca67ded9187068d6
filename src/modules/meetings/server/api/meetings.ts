import { z } from 'zod';
import { defineListQuery, defineQuery, partOf } from '../../../../kernel/query.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { answers, duties, meetingModes, meetingStages, orderings, paperAccesses, standings } from '../../stage.ts';
import { sessionKinds, templates } from '../../template.ts';
import { flat } from '../../tree.ts';
import { invitationsOf } from '../queries/invitations.ts';
import { listMeetings, type ListedMeeting } from '../queries/meetings.ts';
import { meetingFacts, meetingPage } from '../queries/page.ts';

const meeting = z.string().max(80).describe('Its name in addresses.');
const notFound = () => new Refusal('meetings.call.not-found', 'There is no such meeting, or it is not for you to see.');

const named = z.object({ key: z.string(), name: z.string() });
const told = z.object({ text: z.string(), language: z.string().describe('BCP 47.') });
const moment = z.iso.datetime({ offset: true }).nullable();
const day = z.iso.date().nullable();
const list = z.object({
  id: z.uuid(),
  slug: z.string().describe('Its name in addresses.'),
  report: z.string().nullable().describe('Slug of its report, once there is one to see.'),
  title: z.string(),
  startDay: day,
  endDay: day,
  place: z.string().nullable(),
  mode: z.enum(meetingModes).nullable(),
  stage: z.enum(meetingStages),
  bodies: z.array(named),
});

const place = ({ startDay, id }: ListedMeeting): string => `${startDay ?? '0000'} ${id}`;

export const listCalls = defineListQuery({
  name: 'meetings.call.list',
  path: '/calls',
  does: 'Meetings that are prepared or held here, by first day. All meetings on record are at /meetings.',
  input: z.object({}),
  output: list,
  permission: ['public'],
  async run({ tx, language, at }, wanted) {
    const { next, past } = await listMeetings(tx, language, at.toISOString().slice(0, 10));
    const held = [...past, ...next].filter(({ slug }) => slug !== null);
    const all = held.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
    return partOf(all, wanted, place);
  },
  cursor: z.string().max(60),
  key: place,
});

export const readCall = defineQuery({
  name: 'meetings.call.read',
  path: '/meetings/{meeting}',
  does: 'One meeting: its facts, and for who may see them its sessions in the order of the agenda and its papers.',
  input: z.object({ meeting }),
  output: list.extend({
    revision: z.int(),
    rule: z.enum(['chatham-house']).nullable(),
    zone: z.string().describe('IANA time zone of the place.'),
    template: z.enum(templates),
    host: named.nullable(),
    theme: told.nullable(),
    concept: told.nullable(),
    languages: z.array(z.string()),
    ordering: z.enum(orderings),
    answersDue: moment,
    delegationsDue: moment,
    calledAt: moment,
    cancelledReason: z.string().nullable(),
    sessions: z.array(
      z.object({
        id: z.uuid(),
        revision: z.int(),
        parentId: z.uuid().nullable(),
        kind: z.enum(sessionKinds),
        title: told,
        questions: z.array(z.string()),
        startsAt: moment,
        endsAt: moment,
        room: z.string().nullable(),
        goal: z.object({ generation: z.string(), code: z.string(), title: z.string() }).nullable(),
        underRule: z.boolean().describe('Whether the Chatham House Rule holds there.'),
        state: z.enum(['planned', 'open', 'suspended', 'closed']),
        duties: z.array(z.object({ duty: z.enum(duties), name: z.string(), party: z.string().nullable() })),
      }),
    ),
    papers: z.array(
      z.object({
        id: z.uuid(),
        revision: z.int(),
        title: told,
        access: z.enum(paperAccesses),
        files: z.array(
          z.object({
            n: z.int(),
            language: z.string(),
            file: z.uuid().describe('Read at /meetings/{meeting}/papers/{file}.'),
            name: z.string(),
            size: z.int().describe('Bytes.'),
          }),
        ),
      }),
    ),
  }),
  permission: ['public'],
  async run({ tx, input, language, at }) {
    const page = await meetingPage(tx, input.meeting, language, at);
    if (!page) throw notFound();
    const { head, facts, agenda, papers } = page;
    return {
      ...head,
      ...facts,
      sessions: flat(agenda).map(({ questions, ...session }) => ({ ...session, questions: questions.text })),
      papers: papers.map(({ current, earlier, ...paper }) => ({ ...paper, files: [...current, ...earlier] })),
    };
  },
});

export const listInvitations = defineListQuery({
  name: 'meetings.invitation.list',
  path: '/meetings/{meeting}/invitations',
  does: 'Invitations to one meeting and what was answered: all of them for who leads it, those of the own parties for everybody else.',
  input: z.object({ meeting }),
  output: z.object({
    id: z.uuid(),
    revision: z.int(),
    party: named,
    standing: z.enum(standings),
    seats: z.int().nullable(),
    answer: z.enum(answers).nullable(),
    note: z.string().nullable(),
    answeredAt: moment,
    withdrawn: z.boolean(),
    state: z.enum(['awaited', 'missing', 'answered', 'late']),
  }),
  permission: ['member', 'focal-point', 'chair', 'secretariat', 'observer'],
  async run({ tx, input, language, at }, wanted) {
    const found = await meetingFacts(tx, input.meeting, language);
    if (!found) throw notFound();
    const rows = await invitationsOf(tx, { id: found.head.id, ...found.facts }, language, at);
    const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return partOf(sorted, wanted, ({ id }) => id);
  },
  cursor: z.uuid(),
  key: ({ id }) => id,
});
