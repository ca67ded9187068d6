import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { maySubmit, takesInputs, type PartyState } from '../../cycle.ts';
import { bare, standingEntries, type StandingEntry } from '../entries.ts';
import { askedParties, cycleFacts, rightsIn, type CycleFacts } from './cycles.ts';
import { viewsOf, type EntryView, type Named } from './views.ts';

export interface InputPage {
  cycle: CycleFacts;
  party: Named & { state: PartyState; left: boolean; submittedAt: Date | null };
  /** Null when there is none, or none the actor may see. */
  input: { id: string; state: 'draft' | 'submitted'; revision: number } | null;
  entries: EntryView[];
  may: {
    /** Belongs to the party: writes while the input is a draft. */
    write: boolean;
    submit: boolean;
    takeBack: boolean;
    own: boolean;
    focal: boolean;
    /** The moment lets an input be submitted. */
    inTime: boolean;
  };
}

/** The input of one party as the actor may see it at a moment; null when the call does not ask the party. */
export async function inputPage(
  tx: Tx,
  slug: string,
  key: string,
  language: string,
  at: Date,
): Promise<InputPage | null> {
  const cycle = await cycleFacts(tx, slug, language);
  const party = cycle ? (await askedParties(tx, cycle, language, at)).find((one) => one.key === key) : undefined;
  if (!cycle || !party) return null;
  const rights = await rightsIn(tx, cycle.id);
  if (!rights.participant) return null;
  const { rows } = await sql<NonNullable<InputPage['input']>>`
    select i.id, i.state, i.revision from plan_input i join party p on p.id = i.party_id where i.cycle_id = ${cycle.id} and p.key = ${key}`.execute(
    tx,
  );
  const input = rows[0] ?? null;
  const entries = input ? await standingEntries(tx, { input: input.id }) : [];
  const own = rights.writesFor.includes(key);
  const focal = rights.focalFor.includes(key);
  const inTime = maySubmit({ stage: cycle.stage, due: cycle.inputsDue, lateInputs: cycle.lateInputs }, at);
  return {
    cycle,
    party,
    input,
    entries: await viewsOf(tx, entries.map(asVersioned), language, null),
    may: {
      own,
      focal,
      inTime,
      write: own && takesInputs(cycle.stage) && input?.state !== 'submitted',
      submit: focal && inTime && !party.left && input?.state === 'draft' && entries.length > 0,
      takeBack: focal && inTime && input?.state === 'submitted',
    },
  };
}

/** A standing entry in the shape `viewsOf` takes. */
export const asVersioned = (entry: StandingEntry) => ({ id: entry.id, revision: entry.revision, content: bare(entry) });
