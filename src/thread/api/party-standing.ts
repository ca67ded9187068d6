import { z } from 'zod';
import { defineQuery } from '../../kernel/query.ts';
import { partyPage } from '../../modules/register/server/index.ts';
import { partyStanding } from '../party-standing.ts';

export const readPartyStanding = defineQuery({
  name: 'thread.party.standing',
  path: '/parties/{party}/standing',
  does: 'Where a party stands: what it was asked and offered, owes and is owed, and the meetings it took part in.',
  input: z.object({
    party: z.string().max(80).describe('Its key: TUR, org:iom.'),
    on: z.iso.date('must be a day, year-month-day').optional().describe('Up to which day; today when left out.'),
  }),
  permission: ['public'],
  async run({ tx, input, language, at }) {
    const { party } = await partyPage(tx, input.party, language);
    return partyStanding(
      tx,
      party,
      { on: input.on ?? at.toISOString().slice(0, 10), known: at },
      language,
      input.on ?? null,
    );
  },
});
