import { z } from 'zod';
import { defineListQuery, defineQuery } from '../../../../kernel/query.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { commitmentStates, ownerStates } from '../../commitment.ts';
import { dueStates } from '../../due.ts';
import { commitmentPage } from '../queries/commitment.ts';
import { commitmentsAfter } from '../queries/list.ts';
import { commitment, listedCommitment } from './shapes.ts';

const key = z.string().max(80);

export const listCommitments = defineListQuery({
  name: 'followup.commitment.list',
  path: '/commitments',
  does: 'Commitments, the highest number first; open and completed ones unless a state is asked for.',
  input: z.object({
    state: z.enum([...commitmentStates, 'all']).optional(),
    owner: key.optional().describe('Key of a party or body that owns it.'),
    ownerState: z.enum(ownerStates).optional(),
    addressee: key.optional().describe('Key of a party or body that it is addressed to.'),
    body: key.optional().describe('Key of the body it belongs to.'),
    goal: z.uuid().optional(),
    outcome: z.uuid().optional().describe('Raised from this outcome.'),
    raised: z.coerce.number().int().min(1900).max(2200).optional().describe('Year in which it was raised.'),
    due: z.enum(dueStates).optional(),
    silent: z.coerce.number().int().min(1).max(600).optional().describe('Nothing heard for so many months.'),
  }),
  output: listedCommitment,
  permission: ['public'],
  run: ({ tx, input, language, at }, wanted) =>
    commitmentsAfter(
      tx,
      {
        state: input.state ?? null,
        owner: input.owner ?? null,
        owner_state: input.ownerState ?? null,
        addressee: input.addressee ?? null,
        body: input.body ?? null,
        goal: input.goal ?? null,
        outcome: input.outcome ?? null,
        raised: input.raised ?? null,
        due: input.due ?? null,
        silent: input.silent ?? null,
        mine: false,
        sort: 'newest',
        page: 1,
      },
      at.toISOString().slice(0, 10),
      wanted,
      language,
    ),
  cursor: z.coerce.number().int().min(1).max(2_000_000_000),
  key: (item) => String(item.number),
});

export const readCommitment = defineQuery({
  name: 'followup.commitment.read',
  path: '/commitments/{commitment}',
  does: 'One commitment: the outcomes that raise it, its owners and addressees, progress and activities.',
  input: z.object({ commitment: z.coerce.number().int().min(1).max(2_000_000_000).describe('Its number.') }),
  output: commitment,
  permission: ['public'],
  async run({ tx, input, language }) {
    const page = await commitmentPage(tx, input.commitment, language);
    if (!page)
      throw new Refusal('followup.commitment.not-found', 'There is no such commitment, or it is not for you to see.');
    const { commitment, outcomes, owners, addressees, progress, requests, activities } = page;
    return { ...commitment, outcomes, owners, addressees, progress, requests, activities };
  },
});
