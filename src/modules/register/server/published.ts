import type { Tx } from '../../../kernel/action.ts';
import type { Standing } from '../compare.ts';
import type { MandateInput, NameInput } from '../forms.ts';
import { writeCsv, writeJson, type SheetTable } from '../sheet.ts';

/** What the public may take from the register: names of parties, and the mandates that parties hold. Row-level security decides the rest. */
export async function standing(tx: Tx): Promise<Standing> {
  const parties = await tx.selectFrom('party').select(['id', 'key']).execute();
  const bodies = await tx.selectFrom('body').select(['id', 'key']).execute();
  const keyOf = new Map([...parties, ...bodies].map((row) => [row.id, row.key]));
  const names = await tx.selectFrom('party_name').selectAll().where('withdrawn_at', 'is', null).execute();
  const mandates = await tx
    .selectFrom('mandate')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .where('person_id', 'is', null)
    .execute();
  return {
    parties: new Set(parties.map((row) => row.key)),
    bodies: new Set(bodies.map((row) => row.key)),
    names: names.map((row) => ({
      entry: row.id,
      party: keyOf.get(row.party_id) ?? '',
      language: row.language as NameInput['language'],
      form: row.form as NameInput['form'],
      name: row.name,
      sortKey: row.sort_key,
      decidedOn: row.decided_on,
      usedFrom: row.used_from,
      usedUntil: row.used_until,
      source: row.source,
      note: row.note,
    })),
    mandates: mandates.map((row) => ({
      entry: row.id,
      body: keyOf.get(row.body_id) ?? '',
      party: keyOf.get(row.party_id) ?? '',
      role: row.role as MandateInput['role'],
      beginsFrom: row.begins_from,
      beginsUntil: row.begins_until,
      endsFrom: row.ends_from,
      endsUntil: row.ends_until,
      source: row.source,
      sourceLink: row.source_link,
      note: row.note,
    })),
  };
}

type Cells = Record<string, string | null>;

async function tables(tx: Tx): Promise<Record<SheetTable, Cells[]>> {
  const { names, mandates } = await standing(tx);
  const kinds = new Map(
    (await tx.selectFrom('party').select(['key', 'kind']).execute()).map((row) => [row.key, row.kind]),
  );
  const byText = (a: Cells, b: Cells): number =>
    JSON.stringify(Object.values(a)).localeCompare(JSON.stringify(Object.values(b)), 'en');
  return {
    names: names
      .map((one) => ({
        party: one.party,
        kind: kinds.get(one.party) ?? null,
        language: one.language,
        form: one.form,
        name: one.name,
        sort_key: one.sortKey,
        decided_on: one.decidedOn,
        used_from: one.usedFrom,
        used_until: one.usedUntil,
        source: one.source,
        note: one.note,
      }))
      .sort(byText),
    mandates: mandates
      .map((one) => ({
        body: one.body,
        party: one.party,
        role: one.role,
        begins_from: one.beginsFrom,
        begins_until: one.beginsUntil,
        ends_from: one.endsFrom,
        ends_until: one.endsUntil,
        source: one.source,
        source_link: one.sourceLink,
        note: one.note,
      }))
      .sort(byText),
  };
}

/** One table of the register as CSV. Reads back as "same" in every row. */
export async function exportCsv(tx: Tx, table: SheetTable): Promise<string> {
  return writeCsv(table, (await tables(tx))[table]);
}

/** The register as one JSON file, format `redthread-register/1`. */
export async function exportJson(tx: Tx): Promise<string> {
  return writeJson(await tables(tx));
}
