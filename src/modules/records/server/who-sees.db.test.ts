import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { adopted, bodyId, done, pageOf, partyId } from '../../../../test/support/records.ts';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { outcomeFilter, reportFilter, searchForm } from '../forms.ts';
import { seedRegister } from '../../register/server/index.ts';
import {
  exportOutcomes,
  listImports,
  listOutcomes,
  listReports,
  outcomeChoices,
  outcomePage,
  readBytes,
  reportPage,
  search,
} from './index.ts';

const db = useDatabase();
const bulgaria = { party: 'BGR', asWritten: 'Bulgaria' };
const iraq = { party: 'IRQ', asWritten: 'Iraq' };
const people: Record<string, Actor> = {};
const reviewers = ['secretariat', 'chair'];
const participants = [...reviewers, 'otherChair', 'member', 'focalPoint', 'observer'];
const everybody = [...participants, 'administrator', 'public'];
const words = {
  confirmed: 'Bulgaria will host the zither workshop.',
  proposed: 'To study the marimba crossings.',
  rejected: 'To forget the ocarina entirely.',
};

/** One report with an outcome in each state, a finding, a statement and a list of participants. */
async function make(stage: 'received' | 'checked' | 'published', rule: 'chatham-house' | null = null) {
  const written = {
    title: `Meeting in stage ${stage}`,
    rule,
    paragraphs: [`${words.confirmed} A speaker agreed.`, words.proposed, words.rejected],
    outcomes: [
      { words: words.confirmed, kind: 'offer' as const, by: [bulgaria], to: [iraq] },
      { words: words.proposed },
      { words: words.rejected },
    ],
    findings: [{ words: 'A speaker', message: 'Say who speaks.' }],
    states: [bulgaria, iraq],
    statements: [{ words: 'A speaker agreed.', by: bulgaria }],
  };
  const { id, slug } = await adopted(db, people['secretariat']!, written, {
    bodies: [await bodyId(db, 'body:senior-officials-meeting')],
  });
  const { outcomes, file } = await pageOf(db, people['secretariat']!, slug);
  await done(db, people['secretariat']!, 'records.outcome.confirm', { outcome: outcomes[0]!.id, revision: 1 });
  await done(db, people['secretariat']!, 'records.outcome.reject', { outcome: outcomes[2]!.id, revision: 1 });
  if (stage !== 'received') await done(db, people['secretariat']!, 'records.report.check', { report: id, revision: 1 });
  if (stage === 'published')
    await done(db, people['secretariat']!, 'records.report.publish', { report: id, revision: 2 });
  return {
    id,
    slug,
    file: file!.id,
    outcomes: { confirmed: outcomes[0]!.id, proposed: outcomes[1]!.id, rejected: outcomes[2]!.id },
  };
}
type Made = Awaited<ReturnType<typeof make>>;
let made: Record<'received' | 'checked' | 'published' | 'chatham', Made>;

const as = <T>(who: string, work: Parameters<typeof asActor<T>>[2]) => asActor(db.database, people[who]!, work);
/** Who of all gets something out of `work`. */
async function whoGets(work: (who: string) => Promise<boolean>): Promise<string[]> {
  const found: string[] = [];
  for (const who of everybody) if (await work(who)) found.push(who);
  return found;
}

beforeAll(async () => {
  await seedRegister(db.database);
  const som = await bodyId(db, 'body:senior-officials-meeting');
  const tur = await partyId(db, 'TUR');
  Object.assign(people, {
    secretariat: await someone(db, 'secretariat'),
    chair: await someone(db, 'chair', { body: som }),
    otherChair: await someone(db, 'chair', { body: await bodyId(db, 'body:reference-group') }),
    member: await someone(db, 'member', { party: tur }),
    focalPoint: await someone(db, 'focal-point', { party: tur }),
    observer: await someone(db, 'observer', { party: await partyId(db, 'org:iom') }),
    administrator: await someone(db, 'administrator'),
    public: nobody,
  });
  made = {
    received: await make('received'),
    checked: await make('checked'),
    published: await make('published'),
    chatham: await make('published', 'chatham-house'),
  };
});

describe('a report, by its stage', () => {
  const allowed = { received: reviewers, checked: participants, published: everybody } as const;
  test.each(['received', 'checked', 'published'] as const)('%s', async (stage) => {
    const { slug, file } = made[stage];
    expect(await whoGets(async (who) => (await as(who, (tx) => reportPage(tx, slug))) !== null)).toEqual(
      allowed[stage],
    );
    expect(
      await whoGets(async (who) =>
        (await as(who, (tx) => listReports(tx, reportFilter.parse({})))).rows.some((row) => row.slug === slug),
      ),
    ).toEqual(allowed[stage]);
    expect(await whoGets(async (who) => (await as(who, (tx) => readBytes(tx, file))) !== null)).toEqual(allowed[stage]);
    expect(
      await whoGets(async (who) =>
        (await as(who, (tx) => search(tx, searchForm.parse({ q: 'zither' })))).paragraphs.some(
          (hit) => hit.report.slug === slug,
        ),
      ),
    ).toEqual(allowed[stage]);
  });
  test('every table keeps to it: no row of a report not yet checked reaches a participant, whatever the query', async () => {
    const tables = [
      'report',
      'report_version',
      'paragraph',
      'paragraph_version',
      'attendance',
      'statement',
      'finding',
      'outcome',
      'outcome_party',
      'outcome_revision',
    ] as const;
    for (const who of ['otherChair', 'member', 'focalPoint', 'observer', 'administrator', 'public'])
      for (const table of tables) {
        const column = table === 'report' ? 'id' : 'report_id';
        const { rows } = await as(who, (tx) =>
          sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${made.received.id}`.execute(tx),
        );
        expect(rows, `${who} reads ${table}`).toHaveLength(0);
      }
  });
});

describe('outcomes, by their state', () => {
  test('confirmed: who sees the report; proposed: participants, marked as such; rejected: reviewers', async () => {
    const { outcomes } = made.published;
    const sees = (id: string) => whoGets(async (who) => (await as(who, (tx) => outcomePage(tx, id))) !== null);
    expect(await sees(outcomes.confirmed)).toEqual(everybody);
    expect(await sees(outcomes.proposed)).toEqual(participants);
    expect(await sees(outcomes.rejected)).toEqual(reviewers);
  });
  test('lists, counts, choices, exports and search follow the same rule', async () => {
    for (const who of everybody) {
      const rows = await as(who, async (tx) =>
        (await listOutcomes(tx, outcomeFilter.parse({ report: made.published.id }))).rows
          .map((row) => row.state)
          .toSorted(),
      );
      const wanted = participants.includes(who) ? ['confirmed', 'proposed'] : ['confirmed'];
      expect(rows, who).toEqual(wanted);
      const file = await as(who, (tx) => exportOutcomes(tx, outcomeFilter.parse({ report: made.published.id }), 'csv'));
      const text = Buffer.from(file.bytes).toString();
      expect(text.includes('marimba'), who).toBe(participants.includes(who));
      expect(text.includes('ocarina'), who).toBe(false);
      const found = (q: string) =>
        as(who, async (tx) =>
          (await search(tx, searchForm.parse({ q, in: 'outcomes' }))).outcomes.map((hit) => hit.outcome.state),
        );
      expect((await found('marimba')).length > 0, who).toBe(participants.includes(who));
      expect(await found('ocarina'), who).toEqual([]);
      const states = await as(who, async (tx) => (await outcomeChoices(tx)).states.map(({ state }) => state));
      expect(states.includes('rejected'), who).toBe(reviewers.includes(who));
    }
    const listed = await as('public', async (tx) =>
      (await listReports(tx, reportFilter.parse({}))).rows.find((row) => row.slug === made.published.slug),
    );
    expect(listed).toMatchObject({ confirmed: 1, proposed: null, findings: null });
  });
  test('findings, history and unread imports are for reviewers', async () => {
    expect(
      await whoGets(async (who) => (await as(who, (tx) => reportPage(tx, made.published.slug)))!.findings.length > 0),
    ).toEqual(reviewers);
    expect(
      await whoGets(
        async (who) => (await as(who, (tx) => outcomePage(tx, made.published.outcomes.confirmed)))!.history.length > 0,
      ),
    ).toEqual(reviewers);
    expect(await whoGets(async (who) => (await as(who, (tx) => listImports(tx))).length > 0)).toEqual(['secretariat']);
  });
});

describe('the Chatham House Rule', () => {
  test('who took part and who said what: reviewers only; what was said: everybody', async () => {
    const { slug, outcomes } = made.chatham;
    const page = (who: string) => as(who, (tx) => reportPage(tx, slug));
    expect(await whoGets(async (who) => (await page(who))!.paragraphs.length === 3)).toEqual(everybody);
    expect(await whoGets(async (who) => (await page(who))!.attendance.length > 0)).toEqual(reviewers);
    expect(await whoGets(async (who) => (await page(who))!.outcomes[0]!.by.length > 0)).toEqual(reviewers);
    expect(await whoGets(async (who) => (await page(who))!.outcomes[0]!.to.length > 0)).toEqual(everybody);
    expect(
      await whoGets(async (who) => (await as(who, (tx) => outcomePage(tx, outcomes.confirmed)))!.outcome.by.length > 0),
    ).toEqual(reviewers);
    expect(
      await whoGets(
        async (who) =>
          (await as(who, (tx) => sql`select 1 from statement where report_id = ${made.chatham.id}`.execute(tx))).rows
            .length > 0,
      ),
    ).toEqual(reviewers);
  });
  test('the original file and its name: reviewers only', async () => {
    expect(
      await whoGets(async (who) => (await as(who, (tx) => reportPage(tx, made.chatham.slug)))!.file !== null),
    ).toEqual(reviewers);
    expect(await whoGets(async (who) => (await as(who, (tx) => readBytes(tx, made.chatham.file))) !== null)).toEqual(
      reviewers,
    );
  });
  test('nobody finds out by filtering, searching or exporting by party', async () => {
    const inChatham = (slug: string) => slug === made.chatham.slug;
    expect(
      await whoGets(async (who) =>
        as(who, async (tx) =>
          (await listOutcomes(tx, outcomeFilter.parse({ party: 'BGR' }))).rows.some((row) =>
            inChatham(row.report.slug),
          ),
        ),
      ),
    ).toEqual(reviewers);
    for (const into of ['text', 'outcomes'])
      expect(
        await whoGets(async (who) =>
          as(who, async (tx) => {
            const { paragraphs, outcomes } = await search(
              tx,
              searchForm.parse({ q: 'zither', in: into, party: 'BGR' }),
            );
            return [...paragraphs, ...outcomes].some((hit) => inChatham(hit.report.slug));
          }),
        ),
      ).toEqual(reviewers);
    for (const format of ['csv', 'json'] as const)
      expect(
        await whoGets(async (who) =>
          as(who, async (tx) => {
            const { bytes } = await exportOutcomes(tx, outcomeFilter.parse({ report: made.chatham.id }), format);
            const withoutSentence = Buffer.from(bytes).toString().replaceAll(words.confirmed, '');
            return withoutSentence.includes('Bulgaria');
          }),
        ),
      ).toEqual(reviewers);
  });
});
