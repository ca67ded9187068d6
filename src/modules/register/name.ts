/** Names of parties and bodies, each with the time it was used in and the time we knew it. */
export const nameForms = ['short', 'official', 'acronym', 'as-listed', 'alias', 'adjective'] as const;
export type NameForm = (typeof nameForms)[number];

export interface Name {
  id: string;
  language: string;
  form: NameForm;
  name: string;
  sortKey: string;
  decidedOn: string | null;
  usedFrom: string | null;
  usedUntil: string | null;
  source: string;
  note: string | null;
  recordedAt: Date;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
}

/** The day and the moment of a question. `day` null asks for today's names; `known` null for what we say now. */
export interface AsOf {
  day?: string | null;
  known?: Date | null;
}

/** Whether an entry was what the register said at that moment: recorded by then and not yet withdrawn. */
export function knownAt(
  entry: { recordedAt: Date; withdrawnAt: Date | null },
  known: Date | null | undefined,
): boolean {
  if (known === null || known === undefined) return entry.withdrawnAt === null;
  return entry.recordedAt <= known && (entry.withdrawnAt === null || known < entry.withdrawnAt);
}

/** Whether a name may stand on a paper of that day: in use, or decided and not yet given up. */
export function usableOn(name: Pick<Name, 'decidedOn' | 'usedFrom' | 'usedUntil'>, day: string): boolean {
  const since = name.decidedOn ?? name.usedFrom;
  return (since === null || since <= day) && (name.usedUntil === null || day < name.usedUntil);
}

/** Whether a name was the one in use that day: [usedFrom, usedUntil). */
export function inUseOn(name: Pick<Name, 'usedFrom' | 'usedUntil'>, day: string): boolean {
  return (name.usedFrom === null || name.usedFrom <= day) && (name.usedUntil === null || day < name.usedUntil);
}

const latest = '9999-12-31';
const formsInPlaceOf: Readonly<Record<NameForm, readonly NameForm[]>> = {
  short: ['short', 'official', 'as-listed', 'acronym'],
  official: ['official', 'short'],
  acronym: ['acronym'],
  'as-listed': ['as-listed', 'short', 'official'],
  alias: ['alias'],
  adjective: ['adjective'],
};

type Printable = Pick<Name, 'name' | 'language' | 'form' | 'usedFrom' | 'usedUntil' | 'recordedAt' | 'withdrawnAt'>;

/** The first in an order that never depends on how the database happened to answer. */
function firstBy<N extends Printable>(names: readonly N[], newest: (name: N) => string): N | null {
  return names.toSorted((a, b) => newest(b).localeCompare(newest(a)) || a.name.localeCompare(b.name, 'en'))[0] ?? null;
}

/**
 * The name to print: in the wanted language, else English; in the wanted form, else the next best; as of a day, else today's.
 * A name with a beginning goes before one without. `null` when there is none. A former state has no name of today: the last it had.
 */
export function printedName<N extends Printable>(
  names: readonly N[],
  wanted: { language?: string; form?: NameForm } & AsOf = {},
): N | null {
  const { language = 'en', form = 'short', day, known } = wanted;
  const said = names.filter((name) => knownAt(name, known));
  const usable = said.filter((name) => inUseOn(name, day ?? latest));
  const lives = usable.some((name) => name.form === 'short' || name.form === 'official' || name.form === 'acronym');
  const past = (day === null || day === undefined) && !lives ? said : [];
  for (const [list, newest] of [
    [usable, (name: N) => name.usedFrom ?? ''],
    [past, (name: N) => name.usedUntil ?? latest],
  ] as const) {
    for (const spoken of new Set([language, 'en'])) {
      for (const wantedForm of formsInPlaceOf[form]) {
        const best = firstBy(
          list.filter((name) => name.language === spoken && name.form === wantedForm),
          newest,
        );
        if (best !== null) return best;
      }
    }
  }
  return null;
}

/** The default sort key of a name: lower case, without a leading article, "the former … Republic of X" under X. */
export function sortKeyOf(name: string): string {
  const plain = name
    .normalize('NFC')
    .toLocaleLowerCase('en')
    .replace(/^the\s+/, '');
  const former = /^(former .+?republic of) (.+)$/u.exec(plain);
  return former ? `${former[2]}, ${former[1]}` : plain;
}
