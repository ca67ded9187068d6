import { z } from 'zod';
import { defineQuery } from '../../kernel/query.ts';
import { partyPage } from '../../modules/register/server/index.ts';
import { partyStanding } from '../party-standing.ts';
import * as shape from './shapes.ts';

export const readPartyStanding = defineQuery({
  name: 'thread.party.standing',
  path: '/parties/{party}/standing',
  does: 'Where a party stands: what it was asked and offered, owes and is owed, and the meetings it took part in.',
  input: z.object({
    party: z.string().max(80).describe('Its key: TUR, org:iom.'),
    on: z.iso.date('must be a day, year-month-day').optional().describe('Up to which day; today when left out.'),
  }),
  output: z.object({
    requests: shape.newestOutcomes.describe('Requests addressed to it.'),
    recommendations: shape.newestOutcomes.describe('Recommendations addressed to it.'),
    offers: z.object({
      unused: z.array(shape.outcomeInReport).describe('Nobody has taken them up.'),
      used: z.array(z.object({ offer: shape.outcomeInReport, became: shape.became })),
    }),
    planned: z.array(shape.contribution).describe('Entries of plans that it leads or takes part in.'),
    owes: z.array(shape.commitmentLine).describe('Open commitments it holds, the next due first.'),
    overdue: z.int().describe('How many of them should be done already.'),
    silent: z.int().describe('Of how many of them nothing was heard for too long.'),
    owed: z.array(shape.commitmentLine).describe('Open commitments that others hold towards it.'),
    made: shape.newestOutcomes.describe('Requests it made.'),
    attended: z
      .array(
        z.object({
          year: z.string().describe('Empty where the day is not known.'),
          meetings: z.array(shape.attendedMeeting),
        }),
      )
      .describe('Meetings it took part in, the newest first.'),
    meetings: z.int(),
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
