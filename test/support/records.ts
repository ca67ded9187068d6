import { createHash } from 'node:crypto';
import { system, type Actor } from '../../src/kernel/actor.ts';
import type { Action } from '../../src/kernel/action.ts';
import { newId } from '../../src/kernel/ids.ts';
import { asActor } from '../../src/kernel/server/db/database.ts';
import { runAction } from '../../src/kernel/server/run-action.ts';
import { actions } from '../../src/actions.generated.ts';
import { reportPage, type ReportPage } from '../../src/modules/records/server/index.ts';
import type { Named, OutcomeKind, Reading, Severity, Span } from '../../src/reader/reading.ts';
import type { TestDatabase } from './database.ts';

/** A report as a test writes it: paragraphs, and what stands in them by its words. */
export interface Written {
  title?: string;
  startDate?: string | null;
  place?: string | null;
  rule?: 'chatham-house' | null;
  paragraphs: string[];
  outcomes?: { words: string; kind?: OutcomeKind; by?: Named[]; to?: Named[]; goals?: number[]; confidence?: number }[];
  findings?: { words: string; code?: string; severity?: Severity; message?: string }[];
  states?: Named[];
  statements?: { words: string; by: Named }[];
}

/** The reading of such a report: what the reader would give, without the reader. Paragraphs are labelled 1., 2., 3. */
export function readingOf(written: Written): Reading {
  const pieces = written.paragraphs.map((text, index) => `${index + 1}. ${text}`);
  const text = pieces.join('\n');
  const starts = pieces.map((_, index) => pieces.slice(0, index).reduce((sum, piece) => sum + piece.length + 1, 0));
  const span = (words: string): Span => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`the test report does not have the words “${words}”`);
    return [start, start + words.length];
  };
  const paragraphOf = (at: number) => `${starts.findLastIndex((start) => start <= at) + 1}`;
  return {
    format: 'redthread-reading/1',
    source: {
      name: 'test.txt',
      mediaType: 'text/plain',
      sha256: createHash('sha256').update(text).digest('hex'),
      pages: null,
    },
    text,
    meeting: {
      title: written.title ?? 'Test Meeting on Lakes',
      startDate: written.startDate === undefined ? '2023-05-03' : written.startDate,
      endDate: written.startDate === undefined ? '2023-05-04' : written.startDate,
      place: written.place ?? 'Tirana',
      mode: 'in-person',
      rule: written.rule ?? null,
    },
    attendance: {
      statedParticipants: 12,
      statedCountries: null,
      statedCountriesAndOrganisations: null,
      states: (written.states ?? []).map((named) => ({ ...named, span: [0, 1] as const })),
      organisations: [],
    },
    paragraphs: written.paragraphs.map((paragraph, index) => {
      const start = starts[index]! + `${index + 1}. `.length;
      return {
        id: `p${index + 1}`,
        label: `${index + 1}.`,
        level: 1,
        parent: null,
        text: paragraph,
        span: [start, start + paragraph.length] as const,
      };
    }),
    sessions: [],
    statements: (written.statements ?? []).map(({ words, by }) => ({
      by,
      paragraph: paragraphOf(span(words)[0]),
      span: span(words),
    })),
    outcomes: (written.outcomes ?? []).map(
      ({ words, kind = 'recommendation', by = [], to = [], goals = [], confidence = 0.95 }) => ({
        kind,
        paragraph: paragraphOf(span(words)[0]),
        text: words,
        span: span(words),
        by,
        to,
        goals,
        when: null,
        rule: 'test.rule',
        confidence,
      }),
    ),
    references: [],
    findings: (written.findings ?? []).map(
      ({ words, code = 'test.finding', severity = 'warning', message = 'A sentence a drafter acts on.' }) => ({
        code,
        severity,
        message,
        span: span(words),
      }),
    ),
  };
}

/** Calls an action by name through the one door all doors use. */
export function call(db: TestDatabase, actor: Actor, name: string, input: unknown) {
  const action = actions.get(name) as Action<unknown, Record<string, never>> | undefined;
  if (!action) throw new Error(`there is no action ${name}`);
  return runAction(db.database, action, actor, input, { door: 'page' });
}

/** Calls an action that must succeed; its value. */
export async function done<T = Record<string, string>>(
  db: TestDatabase,
  actor: Actor,
  name: string,
  input: unknown,
): Promise<T> {
  const answer = await call(db, actor, name, input);
  if (!answer.ok) throw answer.refusal;
  return answer.value as T;
}

/** Calls an action that must be refused; the code of the refusal. */
export async function refused(db: TestDatabase, actor: Actor, name: string, input: unknown): Promise<string> {
  const answer = await call(db, actor, name, input);
  if (answer.ok) throw new Error(`${name} was not refused`);
  return answer.refusal.code;
}

/** Sends in a file and its reading; the id of the import, read and waiting. */
export async function received(
  db: TestDatabase,
  actor: Actor,
  reading: Reading,
  corrects: string | null = null,
): Promise<string> {
  const bytes = new TextEncoder().encode(`${reading.text}\n${newId()}`);
  const { received: files } = await done<{ received: { import: string }[] }>(db, actor, 'records.file.receive', {
    files: [{ name: 'test.txt', bytes }],
    corrects,
  });
  await done(db, system, 'records.import.read', { import: files[0]!.import, result: { ok: true, reading } });
  return files[0]!.import;
}

/** A report adopted from `written`, in stage received, or taken on to another stage. */
export async function adopted(
  db: TestDatabase,
  actor: Actor,
  written: Written,
  more: { bodies?: string[]; stage?: 'received' | 'checked' | 'published' } = {},
): Promise<{ id: string; slug: string }> {
  const value = await done<{ report: string; slug: string }>(db, actor, 'records.import.adopt', {
    import: await received(db, actor, readingOf(written)),
    bodies: more.bodies ?? [],
    names: [],
  });
  if (more.stage && more.stage !== 'received')
    await done(db, actor, 'records.report.check', { report: value.report, revision: 1 });
  if (more.stage === 'published')
    await done(db, actor, 'records.report.publish', { report: value.report, revision: 2 });
  return { id: value.report, slug: value.slug };
}

/** The report as `actor` sees it; throws when they do not. */
export async function pageOf(db: TestDatabase, actor: Actor, slug: string): Promise<ReportPage> {
  const page = await asActor(db.database, actor, (tx) => reportPage(tx, slug));
  if (!page) throw new Error(`${actor.name} does not see ${slug}`);
  return page;
}

/** Id of the body with a key. */
export async function bodyId(db: TestDatabase, key: string): Promise<string> {
  return db.asSystem(
    async (tx) => (await tx.selectFrom('body').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id,
  );
}

/** Id of the party with a key. */
export async function partyId(db: TestDatabase, key: string): Promise<string> {
  return db.asSystem(
    async (tx) => (await tx.selectFrom('party').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id,
  );
}
