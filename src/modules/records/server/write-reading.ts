import type { Insertable } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { newId } from '../../../kernel/ids.ts';
import type { DB } from '../../../kernel/server/db/types.generated.ts';
import type { Named, Reading, ReadingOutcome, ReadingParagraph } from '../../../reader/reading.ts';
import { paragraphAt } from '../outcome.ts';
import { idsOfKeys, type KeyIds } from './names.ts';

/** Where a reading is written to, and by whom. */
export interface Place {
  report: string;
  version: string;
  at: Date;
  by: string;
}

/** A paragraph as written: its permanent id beside its span. */
export interface WrittenParagraph {
  paragraph_id: string;
  start_at: number;
  end_at: number;
}

/** Inserts any number of rows, some hundreds at a time. */
export async function insertAll<T extends keyof DB>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<DB[T]>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 500)
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + 500) as never)
      .execute();
}

/** Ids behind every party and body a reading names, with the names a person settled (`names`, written name → key). */
export async function partiesOf(
  tx: Tx,
  reading: Reading,
  names: ReadonlyMap<string, string>,
): Promise<(named: Named) => { party_id: string | null; body_id: string | null }> {
  const keys = new Set<string>(names.values());
  const all: Named[] = [
    ...reading.attendance.states,
    ...reading.attendance.organisations,
    ...reading.statements.map((s) => s.by),
    ...reading.outcomes.flatMap((o) => [...o.by, ...o.to]),
  ];
  for (const { party } of all) if (party !== null) keys.add(party);
  for (const session of reading.sessions) for (const key of session.moderators) keys.add(key);
  const ids: KeyIds = await idsOfKeys(tx, keys);
  return ({ party, asWritten }) =>
    ids.get(party ?? '') ?? ids.get(names.get(asWritten) ?? '') ?? { party_id: null, body_id: null };
}

/** Writes the version itself: the text of a file, and how many came by its own count. @param n its place among the versions of the report, from 1 */
export async function writeVersion(
  tx: Tx,
  place: Place,
  { n, file, reading }: { n: number; file: string; reading: Reading },
): Promise<void> {
  await tx
    .insertInto('report_version')
    .values({
      id: place.version,
      report_id: place.report,
      n,
      file_id: file,
      text: reading.text,
      pages: reading.source.pages,
      stated_participants: reading.attendance.statedParticipants,
      stated_countries: reading.attendance.statedCountries,
      stated_countries_and_organisations: reading.attendance.statedCountriesAndOrganisations,
      at: place.at,
      by: place.by,
    })
    .execute();
}

/**
 * Writes the paragraphs of a version.
 * @param known permanent id for a paragraph of the reading (by place) that an earlier version has; others get a new one.
 * @param firstNumber permanent number of the next new paragraph.
 * @returns the paragraphs in the order of the text, and their permanent ids by the reader's id.
 */
export async function writeParagraphs(
  tx: Tx,
  place: Place,
  paragraphs: readonly ReadingParagraph[],
  known: readonly (string | null)[],
  firstNumber: number,
): Promise<{ written: WrittenParagraph[]; idOf: Map<string, string> }> {
  const idOf = new Map<string, string>();
  const ids = paragraphs.map((paragraph, index) => {
    const id = known[index] ?? newId(place.at);
    idOf.set(paragraph.id, id);
    return id;
  });
  const fresh = ids.filter((_, index) => !known[index]);
  await insertAll(
    tx,
    'paragraph',
    fresh.map((id, index) => ({ id, report_id: place.report, number: firstNumber + index })),
  );
  const paths = labelPaths(paragraphs);
  const rows = paragraphs.map((paragraph, index) => ({
    id: newId(place.at),
    paragraph_id: ids[index]!,
    version_id: place.version,
    report_id: place.report,
    current: true,
    path: paragraph.id,
    label: paragraph.label,
    label_supplied: paragraph.labelSupplied ?? false,
    label_path: paths[index]!,
    level: paragraph.level,
    ordinal: index + 1,
    parent_id: paragraph.parent === null ? null : (idOf.get(paragraph.parent) ?? null),
    text: paragraph.text,
    start_at: paragraph.span[0],
    end_at: paragraph.span[1],
  }));
  await insertAll(tx, 'paragraph_version', rows);
  return { written: rows, idOf };
}

/** `5.a` from the reader's `p5.a`; an unlabelled paragraph carries the path of the one it belongs to. */
function labelPaths(paragraphs: readonly ReadingParagraph[]): (string | null)[] {
  const byId = new Map<string, string | null>();
  return paragraphs.map((paragraph) => {
    const own = /^p(.+?)(_\d+)?$/.exec(paragraph.id)?.[1] ?? null;
    const path = own ?? (paragraph.parent === null ? null : (byId.get(paragraph.parent) ?? null));
    byId.set(paragraph.id, path);
    return path;
  });
}

/**
 * Writes what a version says besides its paragraphs and outcomes: attendance, statements, sessions, references, findings.
 * @param sessionRules by place among the sessions: whether the Chatham House Rule holds in it.
 */
export async function writeFacts(
  tx: Tx,
  place: Place,
  reading: Reading,
  paragraphs: { written: WrittenParagraph[]; idOf: ReadonlyMap<string, string> },
  party: (named: Named) => { party_id: string | null; body_id: string | null },
  sessionRules: readonly boolean[] = [],
): Promise<void> {
  const here = { report_id: place.report, version_id: place.version };
  const span = ([start_at, end_at]: readonly [number, number]) => ({ start_at, end_at });
  const attendance = (['state', 'organisation'] as const).flatMap((kind) =>
    reading.attendance[kind === 'state' ? 'states' : 'organisations'].map((named) => ({ kind, named })),
  );
  await insertAll(
    tx,
    'attendance',
    attendance.map(({ kind, named }, index) => ({
      id: newId(place.at),
      ...here,
      kind,
      party_id: party(named).party_id,
      as_written: named.asWritten,
      ordinal: index + 1,
      ...span(named.span),
    })),
  );
  await insertAll(
    tx,
    'statement',
    reading.statements.map((statement) => ({
      id: newId(place.at),
      ...here,
      paragraph_id: paragraphAt(paragraphs.written, statement.span[0])?.paragraph_id ?? null,
      ...party(statement.by),
      as_written: statement.by.asWritten,
      ...span(statement.span),
    })),
  );
  await insertAll(
    tx,
    'report_reference',
    reading.references.map((reference) => ({
      id: newId(place.at),
      ...here,
      kind: reference.kind,
      as_written: reference.asWritten,
      target_id: reference.target === null ? null : (paragraphs.idOf.get(reference.target) ?? null),
      ...span(reference.span),
    })),
  );
  await insertAll(
    tx,
    'finding',
    reading.findings.map((finding) => ({
      id: newId(place.at),
      ...here,
      code: finding.code,
      severity: finding.severity,
      message: finding.message,
      quote: reading.text.slice(...finding.span),
      ...span(finding.span),
    })),
  );
  const sessions = reading.sessions.map((session, index) => ({ id: newId(place.at), session, index }));
  await insertAll(
    tx,
    'report_session',
    sessions.map(({ id, session, index }) => ({
      id,
      ...here,
      kind: session.kind,
      title: session.title,
      ordinal: index + 1,
      goals: session.goals,
      rule: sessionRules[index] ? 'chatham-house' : null,
    })),
  );
  await insertAll(
    tx,
    'report_session_moderator',
    sessions.flatMap(({ id, session }) =>
      session.moderators.map((key, index) => ({
        session_id: id,
        report_id: place.report,
        ordinal: index + 1,
        party_id: party({ party: key, asWritten: key }).party_id,
        as_written: key,
      })),
    ),
  );
  const inSession = sessions.flatMap(({ id, session }) =>
    [...new Set(session.paragraphs.flatMap((path) => paragraphs.idOf.get(path) ?? []))].map((paragraph_id) => ({
      session_id: id,
      report_id: place.report,
      paragraph_id,
    })),
  );
  await insertAll(tx, 'report_session_paragraph', inSession);
}

/** Writes outcomes, as the reader proposes them or as people confirmed them while they wrote the text. `replaces` gives, by place, the outcome of an earlier version whose changed sentence this is. */
export async function writeOutcomes(
  tx: Tx,
  place: Place,
  outcomes: readonly ReadingOutcome[],
  replaces: readonly (string | null)[],
  firstNumber: number,
  paragraphs: readonly WrittenParagraph[],
  party: (named: Named) => { party_id: string | null; body_id: string | null },
  state: 'proposed' | 'confirmed' = 'proposed',
): Promise<void> {
  const rows = outcomes.map((outcome, index) => ({ id: newId(place.at), outcome, index }));
  await insertAll(
    tx,
    'outcome',
    rows.map(({ id, outcome, index }) => ({
      id,
      report_id: place.report,
      number: firstNumber + index,
      version_id: place.version,
      paragraph_id: paragraphAt(paragraphs, outcome.span[0])?.paragraph_id ?? null,
      start_at: outcome.span[0],
      end_at: outcome.span[1],
      text: outcome.text,
      kind: outcome.kind,
      state,
      goals: outcome.goals,
      when_from: outcome.when?.from ?? null,
      when_until: outcome.when?.until ?? null,
      when_as_written: outcome.when?.asWritten ?? null,
      rule: state === 'proposed' ? outcome.rule : null,
      confidence: state === 'proposed' ? Math.min(1, Math.max(0, outcome.confidence)) : null,
      replaces_id: replaces[index] ?? null,
      at: place.at,
      by: place.by,
    })),
  );
  const parties = rows.flatMap(({ id, outcome }) =>
    (['by', 'to'] as const).flatMap((role) =>
      outcome[role].map((named, index) => ({
        outcome_id: id,
        report_id: place.report,
        role,
        ordinal: index + 1,
        ...party(named),
        as_written: named.asWritten,
      })),
    ),
  );
  await insertAll(tx, 'outcome_party', parties);
}
