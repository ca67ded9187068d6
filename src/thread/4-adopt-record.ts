/**
 * The thread, step 4: a person adopts the file.
 *
 * They have seen the preview: the facts, the outcomes, the findings, the open names. What they change there goes in; what they leave is taken from
 * the reading; names that mean one party on the day of the document are taken from the register. The report is then in stage received, every outcome proposed.
 * A corrected version of a report that is here keeps every decision whose sentence is unchanged.
 */
import type { z } from 'zod';
import type { Actor } from '../kernel/actor.ts';
import { isId } from '../kernel/ids.ts';
import type { Answer } from '../kernel/refusal.ts';
import { asActor, type Database } from '../kernel/server/db/database.ts';
import { runAction, type Door } from '../kernel/server/run-action.ts';
import type { importAdopt, reportCorrect } from '../modules/records/forms.ts';
import { adoptImport, correctReport, importPreview } from '../modules/records/server/index.ts';
import { recogniseNames } from './3-recognise-names.ts';

/** A name a person settled in the preview. */
export interface SettledName {
  party: string | null;
  asWritten: string;
}

/** Adopts an import as a new report. @returns the address of the report. */
export async function adoptRecord(
  database: Database,
  actor: Actor,
  input: z.input<typeof importAdopt>,
  door: Door,
): Promise<Answer<{ report: string; slug: string; outcomes: number }>> {
  const names = await settledNames(database, actor, input.import, settledOf(input.names));
  return runAction(database, adoptImport, actor, { ...input, names }, { door });
}

/** Adopts an import as the next version of a report. */
export async function adoptCorrection(
  database: Database,
  actor: Actor,
  input: z.input<typeof reportCorrect>,
  door: Door,
) {
  const names = await settledNames(database, actor, input.import, settledOf(input.names));
  return runAction(database, correctReport, actor, { ...input, names }, { door });
}

const settledOf = (names: unknown): SettledName[] => (Array.isArray(names) ? (names as SettledName[]) : []);

/** The person's choices, then what the register is certain of. */
async function settledNames(
  database: Database,
  actor: Actor,
  id: string,
  chosen: readonly SettledName[],
): Promise<SettledName[]> {
  if (!isId(id)) return [...chosen];
  const open = await asActor(database, actor, async (tx) => {
    const preview = await importPreview(tx, id);
    return preview?.reading ? recogniseNames(tx, preview.reading) : [];
  });
  const certain = open.flatMap(({ asWritten, found }) =>
    found && !chosen.some((name) => name.asWritten === asWritten) ? [{ party: found.party, asWritten }] : [],
  );
  return [...chosen, ...certain];
}
