import type { Tx } from '../../../../kernel/action.ts';
import type { NamedParty, ReportPage } from '../../../../modules/records/server/index.ts';
import { listBodies, listParties } from '../../../../modules/register/server/index.ts';
import { partiesTyped } from '../../../../thread/3-recognise-names.ts';

/** Every party and body of the register by its name in a language, for the list of suggestions. */
export async function suggestedNames(tx: Tx, language: string): Promise<string[]> {
  const named = [...(await listParties(tx, { language })), ...(await listBodies(tx, { language }))];
  return [...new Set(named.map(({ name }) => name))].toSorted((a, b) => a.localeCompare(b, language));
}

interface Typed {
  side: 'by' | 'to';
  typed: readonly string[];
  /** What the outcome had on that side when the form was made. */
  before: readonly NamedParty[];
  report: ReportPage;
  language: string;
}

/**
 * What was typed in the party fields, as the actions take it. A name that was there already keeps its key and its
 * spelling in the report; a new one must be in the register, or printed in the report.
 * @throws Refusal on the field, with the nearest names.
 */
export async function partiesOf(tx: Tx, { side, typed, before, report, language }: Typed) {
  const names = typed.map((name) => name.trim()).filter((name) => name !== '');
  const kept = keptNames(names, before);
  const fresh = names.filter((name) => !kept.has(name));
  const bodies = new Map((await listBodies(tx, { language })).map(({ name, key }) => [name, key]));
  const printed = [
    ...report.attendance.map((one) => one.asWritten),
    ...report.outcomes.flatMap((outcome) => [...outcome.by, ...outcome.to].map((one) => one.asWritten)),
  ];
  const unknown = fresh.filter((name) => !bodies.has(name));
  const found = await partiesTyped(tx, unknown, report.meeting.start_day, side, printed);
  const byName = new Map(found.map((party) => [party.asWritten, party]));
  return names.map(
    (name) => kept.get(name) ?? byName.get(name) ?? { party: bodies.get(name) ?? null, asWritten: name },
  );
}

/** Those names that the outcome had already, as it had them. */
export const keptNames = (
  names: readonly string[],
  before: readonly NamedParty[],
): Map<string, { party: string | null; asWritten: string }> =>
  new Map(
    names.flatMap((name) => {
      const same = before.find((party) => party.name === name);
      return same ? [[name, { party: same.party, asWritten: same.asWritten }]] : [];
    }),
  );

/** `1, 3` → `['1', '3']`; any figures the person's keyboard writes. */
export const goalsTyped = (typed: string): string[] =>
  typed
    .replace(/[٠-٩۰-۹]/g, (figure) => String(figure.charCodeAt(0) & 0xf))
    .split(/[\s,;،]+/)
    .filter((goal) => goal !== '');
