import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import type { LanguageMap } from '../../../../kernel/language-map.ts';
import { isAssembled, takesInputs } from '../../cycle.ts';
import type { ActivityKind } from '../../entry.ts';
import { entriesById } from '../entries.ts';
import { entryChoices, type EntryChoices } from './choices.ts';
import { cycleFacts, rightsIn, type CycleFacts, type CycleRights } from './cycles.ts';
import { partyNames, type Named } from './views.ts';

/** An entry as a form shows it: parties by key, texts in all their languages. */
export interface EntryForm {
  id: string;
  revision: number;
  kind: ActivityKind;
  title: LanguageMap;
  description: LanguageMap;
  leads: string[];
  partners: string[];
  other_partners: string;
  when_from: string;
  when_until: string;
  place: string;
  funding: string;
  goals: string[];
  strands: string[];
  commitments: string[];
}

export interface EntryPage {
  cycle: CycleFacts;
  rights: CycleRights;
  entry: EntryForm;
  /** The party whose input it belongs to; null for an entry of the plan. */
  party: Named | null;
  choices: EntryChoices;
  may: { edit: boolean };
}

/** One entry with what it can be given; null when the actor may not see it, or it is not of that cycle. */
export async function entryPage(tx: Tx, slug: string, id: string, language: string): Promise<EntryPage | null> {
  const cycle = await cycleFacts(tx, slug, language);
  const [entry] = cycle ? await entriesById(tx, [id]) : [];
  if (!cycle || entry?.cycle_id !== cycle.id || entry.removed) return null;
  const rights = await rightsIn(tx, cycle.id);
  const { rows } = await sql<{
    party_id: string;
    state: string;
  }>`select party_id, state from plan_input where id = ${entry.input_id}`.execute(tx);
  const input = rows[0];
  const names = await partyNames(
    tx,
    [...entry.leads, ...entry.partners, ...(input ? [input.party_id] : [])],
    language,
    null,
  );
  const keys = (ids: readonly string[]) => ids.flatMap((party) => names.get(party)?.key ?? []);
  const party = input ? (names.get(input.party_id) ?? null) : null;
  return {
    cycle,
    rights,
    party,
    choices: await entryChoices(tx, cycle.id, language),
    entry: {
      id: entry.id,
      revision: entry.revision,
      kind: entry.kind,
      title: entry.title,
      description: entry.description ?? {},
      leads: keys(entry.leads),
      partners: keys(entry.partners),
      other_partners: entry.other_partners ?? '',
      when_from: entry.when_from ?? '',
      when_until: entry.when_until ?? '',
      place: entry.place ?? '',
      funding: entry.funding ?? '',
      goals: entry.goals,
      strands: entry.strands,
      commitments: entry.commitments,
    },
    may: {
      edit: party
        ? rights.writesFor.includes(party.key) && input!.state === 'draft' && takesInputs(cycle.stage)
        : rights.lead && isAssembled(cycle.stage),
    },
  };
}
