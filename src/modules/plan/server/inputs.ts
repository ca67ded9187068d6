import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { newId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { takesInputs } from '../cycle.ts';
import { partyIds, seenCycle, type LockedCycle } from './cycles.ts';

export interface LockedInput {
  id: string;
  party_id: string;
  state: 'draft' | 'submitted';
  revision: number;
}

/** The party of a form, if the call asks it. @throws Refusal `plan.party.not-found`, `plan.party.not-asked` */
export async function askedParty(tx: Tx, cycle: string, key: string): Promise<string> {
  const [party] = await partyIds(tx, [key], 'party');
  const asked = await tx
    .selectFrom('plan_party')
    .select('party_id')
    .where('cycle_id', '=', cycle)
    .where('party_id', '=', party!)
    .executeTakeFirst();
  if (!asked)
    throw new Refusal(
      'plan.party.not-asked',
      `The call does not ask ${key} for an input. The Secretariat can tell you why.`,
    );
  return party!;
}

/** The cycle of an input, if it takes inputs still. @throws Refusal `plan.cycle.not-found`, `plan.input.state` */
export async function cycleForInput(tx: Tx, id: string): Promise<LockedCycle> {
  const cycle = await seenCycle(tx, id);
  if (!takesInputs(cycle.stage))
    throw new Refusal(
      'plan.input.state',
      cycle.stage === 'call'
        ? 'The call is not out yet.'
        : 'The draft plan has been circulated, so inputs are closed. What you wrote is still here; send it as a comment on the draft.',
    );
  return cycle;
}

/** The open input of a party, begun now if there is none. @throws Refusal `plan.input.state` when it is submitted. */
export async function openInput(tx: Tx, cycle: string, party: string, at: Date, by: string): Promise<string> {
  // Two contributors may begin at the same moment; the second finds what the first made.
  await sql`select pg_advisory_xact_lock(hashtext(${`plan.input ${cycle} ${party}`}))`.execute(tx);
  const input = await tx
    .selectFrom('plan_input')
    .select(['id', 'state'])
    .where('cycle_id', '=', cycle)
    .where('party_id', '=', party)
    .executeTakeFirst();
  if (input?.state === 'submitted')
    throw new Refusal(
      'plan.input.state',
      'The input is submitted. Your focal point can take it back to change it; what you wrote is still here.',
    );
  if (input) return input.id;
  const id = newId(at);
  await tx.insertInto('plan_input').values({ id, cycle_id: cycle, party_id: party, at, by }).execute();
  return id;
}

/**
 * Locks the input of a party that the focal point has seen in `revision`.
 * @throws Refusal `plan.input.not-found`, `access.denied`, `plan.input.changed`
 */
export async function lockInput(tx: Tx, cycle: string, party: string, revision: number): Promise<LockedInput> {
  const find = (lock: boolean) =>
    sql<LockedInput>`select id, party_id, state, revision from plan_input where cycle_id = ${cycle} and party_id = ${party}
      ${lock ? sql`for no key update` : sql``}`.execute(tx);
  const input = (await find(true)).rows[0];
  if (!input) {
    if ((await find(false)).rows[0])
      throw new Refusal(
        'access.denied',
        'The focal point of the party submits its input and takes it back; what is written stays.',
      );
    throw new Refusal('plan.input.not-found', 'This party has written no input yet.');
  }
  if (input.revision !== revision)
    throw new Refusal(
      'plan.input.changed',
      `Somebody else has meanwhile ${input.state === 'submitted' ? 'submitted this input' : 'taken this input back'}. Look at it again.`,
    );
  return input;
}
