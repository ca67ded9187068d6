import { z } from 'zod';
import { defineListQuery, defineQuery, partOf } from '../../../../kernel/query.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { outcomeKinds } from '../../outcome.ts';
import { dispositions, objectionKinds, silenceStates, versionPurposes } from '../../stage.ts';
import { paragraphKinds } from '../../text.ts';
import { reportFacts, silenceOf, versionLines } from '../queries/facts.ts';
import { circulated, commentsOn, objectionsTo } from '../queries/version.ts';
import { frozenParagraphs } from '../versions.ts';

const meeting = z.string().max(120).describe('Its name in addresses.');
const version = z.coerce.number().int().min(1).max(10_000).describe('Number of the version.');
const notFound = () =>
  new Refusal('drafting.version.not-found', 'There is no such version of a report, or it is not for you to see.');
const readers = ['member', 'focal-point', 'observer', 'chair', 'secretariat'] as const;

const moment = z.iso.datetime({ offset: true });
const party = z.object({ key: z.string(), name: z.string() });
const namedIn = z.object({ party: z.string().nullable(), asWritten: z.string() });
const paragraph = z.uuid().nullable().describe('Id of the paragraph; null for the text as such.');
const line = z.object({
  id: z.uuid(),
  n: z.int(),
  purpose: z.enum(versionPurposes),
  note: z.string().nullable(),
  at: moment,
  due: moment.nullable().describe('Until when comments are taken.'),
  open: z.int().describe('Comments you may see that have no answer yet.'),
  adopted: z.boolean(),
});

export const listVersions = defineListQuery({
  name: 'drafting.version.list',
  path: '/meetings/{meeting}/report/versions',
  does: 'Versions of the report of a meeting that were circulated, the oldest first.',
  input: z.object({ meeting }),
  output: line,
  permission: readers,
  async run({ tx, input }, wanted) {
    const facts = await reportFacts(tx, input.meeting);
    if (!facts) throw notFound();
    return partOf(facts.draft ? await versionLines(tx, facts.draft.id) : [], wanted, ({ id }) => id);
  },
});

export const readCirculatedVersion = defineQuery({
  name: 'drafting.version.read',
  path: '/meetings/{meeting}/report/versions/{version}',
  does: 'One circulated version with its paragraphs. It never changes, but for what became of it.',
  input: z.object({ meeting, version }),
  output: line.extend({
    newest: z.boolean(),
    paragraphs: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(paragraphKinds),
        label: z.string().nullable().describe('Its printed number.'),
        text: z.string(),
        session: z.uuid().nullable(),
        underRule: z.boolean().describe('The Chatham House Rule holds: nothing in it says whose words they are.'),
        outcomes: z.array(
          z.object({
            id: z.uuid(),
            text: z.string(),
            start: z.int().describe('Where its words begin in the paragraph.'),
            kind: z.enum(outcomeKinds),
            by: z.array(namedIn),
            to: z.array(namedIn),
            goals: z.array(z.int()),
            when: z.object({ from: z.iso.date(), until: z.iso.date(), asWritten: z.string().nullable() }).nullable(),
          }),
        ),
      }),
    ),
  }),
  permission: readers,
  async run({ tx, input }) {
    const found = await circulated(tx, input.meeting, input.version);
    if (!found) throw notFound();
    return { ...found.version, paragraphs: await frozenParagraphs(tx, found.version.id) };
  },
});

export const listComments = defineListQuery({
  name: 'drafting.comment.list',
  path: '/meetings/{meeting}/report/versions/{version}/comments',
  does: 'Comments on a version: those of the own parties, sent ones for who leads the draft, answered ones for everybody it is circulated to.',
  input: z.object({ meeting, version }),
  output: z.object({
    id: z.uuid(),
    revision: z.int(),
    paragraph,
    party,
    text: z.string(),
    proposed: z.string().nullable().describe('The paragraph as it should read.'),
    at: moment.describe('When it was sent; while it was not, when it was written.'),
    internal: z.boolean().describe('Not sent yet: seen by the people of the party alone.'),
    late: z.boolean(),
    disposition: z.enum(dispositions).nullable(),
    reason: z.string().nullable(),
  }),
  permission: readers,
  async run({ tx, input, language }, wanted) {
    const found = await circulated(tx, input.meeting, input.version);
    if (!found) throw notFound();
    return partOf(await commentsOn(tx, found.version.id, new Map(), language), wanted, ({ id }) => id);
  },
});

export const readSilence = defineQuery({
  name: 'drafting.silence.read',
  path: '/meetings/{meeting}/report/silence',
  does: 'The silence procedure on the report of a meeting as it stands at this moment: never who broke it, but for the objections you may see.',
  input: z.object({ meeting }),
  output: z.object({
    n: z.int().describe('Number of the version it is about.'),
    until: moment.describe('The instant at which it ends.'),
    zone: z.string().describe('IANA time zone in which the instant was set.'),
    state: z.enum(silenceStates),
    broken: z.object({
      paragraphs: z.array(z.uuid()),
      whole: z.boolean().describe('An objection is to the text as such.'),
    }),
    objections: z.array(
      z.object({
        id: z.uuid(),
        paragraph,
        party,
        kind: z.enum(objectionKinds),
        text: z.string(),
        proposed: z.string().nullable(),
        at: moment.describe('When it was received.'),
        late: z.boolean(),
      }),
    ),
  }),
  permission: readers,
  async run({ tx, input, language, at }) {
    const facts = await reportFacts(tx, input.meeting);
    const silence = facts?.draft ? await silenceOf(tx, facts.draft.id, at) : null;
    const found = silence && (await circulated(tx, input.meeting, silence.n));
    if (!found)
      throw new Refusal(
        'drafting.silence.not-found',
        'There is no silence on the report of this meeting, or it is not for you to see.',
      );
    return { ...silence, objections: await objectionsTo(tx, found.version.id, new Map(), language) };
  },
});
