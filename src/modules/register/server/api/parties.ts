import { z } from 'zod';
import { defineListQuery, defineQuery, partOf } from '../../../../kernel/query.ts';
import { partyKinds } from '../../party.ts';
import { partyPage } from '../pages.ts';
import { listParties as partiesOf } from '../queries.ts';

const party = z.object({
  id: z.uuid(),
  key: z.string().describe('Our own stable key: TUR, org:iom.'),
  kind: z.enum(partyKinds),
  unStanding: z.enum(['member', 'observer', 'none']).nullable(),
  name: z.string(),
  language: z.string().describe('Language the name is in.'),
  acronym: z.string().nullable(),
});

const name = z.object({
  language: z.string(),
  form: z.string(),
  name: z.string(),
  usedFrom: z.iso.date().nullable(),
  usedUntil: z.iso.date().nullable(),
  source: z.string(),
});

export const listParties = defineListQuery({
  name: 'register.party.list',
  path: '/parties',
  does: 'Parties of the register in the order of their keys, each with its name on a day.',
  input: z.object({
    kind: z.enum(partyKinds).optional(),
    day: z.iso.date('must be a day, year-month-day').optional().describe('Names as of this day; today when left out.'),
  }),
  output: party,
  permission: ['public'],
  run: async ({ tx, input, language }, wanted) =>
    partOf(
      await partiesOf(tx, { language, day: input.day ?? null, ...(input.kind ? { kinds: [input.kind] } : {}) }),
      wanted,
      (item) => item.key,
    ),
  key: (item) => item.key,
});

export const readParty = defineQuery({
  name: 'register.party.read',
  path: '/parties/{party}',
  does: 'One party with all its names and codes, and from when until when each was used.',
  input: z.object({ party: z.string().max(80).describe('Its key: TUR, org:iom.') }),
  output: party.extend({
    names: z.array(name),
    codes: z.array(
      z.object({
        scheme: z.string(),
        code: z.string(),
        usedFrom: z.iso.date().nullable(),
        usedUntil: z.iso.date().nullable(),
      }),
    ),
    predecessors: z.array(z.object({ party, on: z.iso.date() })),
    successors: z.array(z.object({ party, on: z.iso.date() })),
  }),
  permission: ['public'],
  async run({ tx, input, language }) {
    const { party: found, names, codes, predecessors, successors } = await partyPage(tx, input.party, language);
    return { ...found, names: names.filter((one) => one.withdrawnAt === null), codes, predecessors, successors };
  },
});
