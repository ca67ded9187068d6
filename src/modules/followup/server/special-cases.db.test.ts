import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import {
  adopted,
  bodyId,
  call,
  done,
  pageOf,
  partyId,
  refused,
  type Written,
} from '../../../../test/support/records.ts';
import { nobody, system, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { seedRegister } from '../../register/server/index.ts';
import { commitmentFilter } from '../forms.ts';
import {
  commitmentPage,
  evidenceFile,
  exportCommitments,
  listCommitments,
  raiseDraft,
  type CommitmentPage,
} from './index.ts';
import { titleFrom } from './queries/draft.ts';

/** What happens around a commitment: people at once, deadlines, parties that leave or change their names, rules of a meeting, files. */
const db = useDatabase();
const today = '2026-03-01';
let secretariat: Actor, chair: Actor, georgian: Actor, macedonianFocal: Actor;
let som: string;

beforeAll(async () => {
  await seedRegister(db.database);
  som = await bodyId(db, 'body:senior-officials-meeting');
  secretariat = await someone(db, 'secretariat', { name: 'Ada Demo' });
  chair = await someone(db, 'chair', { body: som });
  georgian = await someone(db, 'member', { party: await partyId(db, 'GEO') });
  macedonianFocal = await someone(db, 'focal-point', { party: await partyId(db, 'MKD') });
});

async function raised(more: object = {}): Promise<{ commitment: string; number: number }> {
  return done(db, secretariat, 'followup.commitment.raise', {
    title: 'Joint meetings of the ferry authorities',
    owners: ['GEO'],
    body: 'body:senior-officials-meeting',
    ...more,
  });
}
const page = async (number: number, actor = secretariat, language = 'en'): Promise<CommitmentPage> =>
  (await asActor(db.database, actor, (tx) => commitmentPage(tx, number, language)))!;
const list = (filter: object, actor = secretariat) =>
  asActor(db.database, actor, (tx) => listCommitments(tx, commitmentFilter.parse(filter), today));
const outcomeOf = async (written: Written, stage: 'checked' | 'published' = 'checked') => {
  const { slug } = await adopted(db, secretariat, written, { bodies: [som], stage });
  const [outcome] = (await pageOf(db, secretariat, slug)).outcomes;
  await done(db, secretariat, 'records.outcome.confirm', { outcome: outcome!.id, revision: 1 });
  return { outcome: outcome!.id, slug };
};

describe('two people at once', () => {
  test('the second editor is told who did what; nothing is overwritten', async () => {
    const { commitment, number } = await raised();
    const edit = {
      commitment,
      revision: 1,
      title: 'Joint meetings each spring',
      body: 'body:senior-officials-meeting',
    };
    await done(db, secretariat, 'followup.commitment.edit', edit);
    const answer = await call(db, chair, 'followup.commitment.edit', { ...edit, title: 'Other words' });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'followup.commitment.changed' } });
    expect(!answer.ok && answer.refusal.sentence).toContain('Ada Demo');
    expect((await page(number)).commitment.title).toBe('Joint meetings each spring');
    expect((await page(number)).history.map(({ verb }) => verb)).toEqual(['edited', 'raised']);
  });
  test('two activities’ editors as well', async () => {
    const { activity } = await done(db, chair, 'followup.activity.enter', {
      kind: 'training',
      title: 'Ferry training',
      body: 'body:senior-officials-meeting',
    });
    await done(db, chair, 'followup.activity.confirm', { activity, revision: 1 });
    expect(
      await refused(db, secretariat, 'followup.activity.cancel', { activity, revision: 1, reason: 'Storm.' }),
    ).toBe('followup.activity.changed');
  });
  test('withdrawn while an owner fills in a form: the step is refused, the sentence says what to do', async () => {
    const { commitment, number } = await raised();
    const owner = (await page(number)).owners[0]!;
    await done(db, secretariat, 'followup.commitment.withdraw', { commitment, revision: 1, reason: 'Overtaken.' });
    expect(await refused(db, georgian, 'followup.commitment.take-on', { owner: owner.id, revision: 1 })).toBe(
      'followup.commitment.state',
    );
    const report = { owner: owner.id, day: '2026-02-01', text: 'A list was sent.', audience: 'participants' };
    expect(await refused(db, georgian, 'followup.commitment.report', report)).toBe('followup.commitment.state');
  });
});

describe('a deadline that passes while a form is open', () => {
  test('a late report and a late answer are taken; lateness is computed, never a refusal', async () => {
    const { number } = await raised({ due_until: '2020-06-30' });
    const owner = (await page(number)).owners[0]!;
    await done(db, secretariat, 'followup.commitment.ask-update', {
      owner: owner.id,
      answer_by: '2020-05-01',
      note: 'Well?',
    });
    await done(db, georgian, 'followup.commitment.report', {
      owner: owner.id,
      day: '2026-02-01',
      text: 'A list was sent.',
      audience: 'participants',
    });
    const now = await page(number);
    expect(now.requests[0]!.answeredAt).not.toBeNull();
    expect((await list({ due: 'overdue', sort: 'oldest' })).rows.map((row) => row.number)).toContain(number);
  });
  test('a day that has not come yet is refused at its field', async () => {
    const { number } = await raised();
    const owner = (await page(number)).owners[0]!;
    expect(
      await call(db, georgian, 'followup.commitment.report', {
        owner: owner.id,
        day: '2999-01-01',
        text: 'A list was sent.',
        audience: 'public',
      }),
    ).toMatchObject({ ok: false, refusal: { code: 'followup.progress.future', field: 'day' } });
  });
});

test('a party that leaves the body keeps what it holds, shown with the day; the Secretariat or the chair releases it', async () => {
  const { number } = await raised();
  const mandate = {
    body: 'body:senior-officials-meeting',
    party: 'GEO',
    role: 'observer',
    beginsUntil: '2020-01-01',
    source: 'minutes',
  };
  await done(db, system, 'register.mandate.record', mandate);
  const known = await db.admin.query<{ id: string }>(
    `select id from mandate where body_id = $1 and party_id = $2 and withdrawn_at is null and person_id is null and (ends_from is null or ends_from > current_date)`,
    [som, await partyId(db, 'GEO')],
  );
  expect((await page(number)).owners[0]!.leftOn).toBeNull();
  for (const { id } of known.rows)
    await done(db, system, 'register.mandate.end', { entry: id, endsFrom: '2025-07-01', source: 'a letter' });
  const owner = (await page(number)).owners[0]!;
  expect(owner.leftOn).toBe('2025-07-01');
  expect(owner.state).toBe('asked');
  const step = { owner: owner.id, revision: owner.revision, reason: 'It left the body.' };
  expect(await refused(db, georgian, 'followup.commitment.release-owner', step)).toBe('access.denied');
  await done(db, chair, 'followup.commitment.release-owner', step);
  expect((await page(number)).owners[0]).toMatchObject({ state: 'released', reason: 'It left the body.' });
});

test('a state that changed its name stands under the one it has today; a report keeps the one of its day', async () => {
  const wish = 'To hold joint meetings of the lake authorities.';
  const { outcome } = await outcomeOf({
    paragraphs: [wish],
    startDate: '2018-05-03',
    outcomes: [{ words: wish, to: [{ party: 'MKD', asWritten: 'the former Yugoslav Republic of Macedonia' }] }],
  });
  const draft = (await asActor(db.database, secretariat, (tx) => raiseDraft(tx, [outcome])))!;
  expect(draft.owners).toEqual([{ key: 'MKD', name: 'North Macedonia' }]);
  const { number } = await raised({ outcomes: [outcome], owners: draft.owners.map(({ key }) => key) });
  expect((await page(number)).owners[0]!.name).toBe('North Macedonia');
  expect((await page(number, secretariat, 'tr')).owners[0]!.name).not.toBe('MKD');
});

describe('a draft from outcomes', () => {
  test('owners by kind: who offers holds it; whom a request addresses is asked', async () => {
    const offer = 'Hungary is ready to host a meeting on night crossings.';
    const { outcome } = await outcomeOf({
      paragraphs: [offer],
      outcomes: [
        {
          words: offer,
          kind: 'offer',
          by: [{ party: 'HUN', asWritten: 'Hungary' }],
          to: [{ party: 'GEO', asWritten: 'Georgia' }],
        },
      ],
    });
    const draft = (await asActor(db.database, secretariat, (tx) => raiseDraft(tx, [outcome])))!;
    expect(draft).toMatchObject({ owners: [{ key: 'HUN' }], addressees: [{ key: 'GEO' }], attributionHeld: false });
    expect(draft.title).toBe('Hungary is ready to host a meeting on night crossings');
    expect(draft.body?.key).toBe('body:senior-officials-meeting');
  });
  test('under the Chatham House Rule nobody is proposed because they spoke: not to a focal point, not to a reviewer, not in what is written', async () => {
    const offer = 'One delegation is ready to host a meeting on night crossings.';
    const { outcome } = await outcomeOf({
      paragraphs: [offer],
      rule: 'chatham-house',
      outcomes: [{ words: offer, kind: 'offer', by: [{ party: 'HUN', asWritten: 'Hungary' }] }],
    });
    for (const actor of [macedonianFocal, secretariat, chair]) {
      const draft = (await asActor(db.database, actor, (tx) => raiseDraft(tx, [outcome])))!;
      expect(draft.owners).toEqual([]);
      expect(draft.attributionHeld).toBe(true);
      expect(JSON.stringify(draft)).not.toContain('HUN');
    }
    const { number } = await done<{ number: number }>(db, macedonianFocal, 'followup.commitment.raise', {
      title: 'Night crossings',
      outcomes: [outcome],
      owners: ['MKD'],
    });
    for (const actor of [macedonianFocal, georgian])
      expect(JSON.stringify(await page(number, actor))).not.toMatch(/HUN|Hungary/);
  });
  test('a title is cut between words', () => {
    expect(titleFrom(`${'word '.repeat(60)}end.`).length).toBeLessThanOrEqual(123);
    expect(titleFrom('To meet again.')).toBe('To meet again');
  });
});

describe('evidence', () => {
  test('a paragraph by its address, a link, a file byte for byte; each for who may see it', async () => {
    const wish = 'To count the boats of the lake every spring.';
    const { slug } = await outcomeOf({ paragraphs: [wish], outcomes: [{ words: wish }] });
    const { number } = await raised({ audience: 'public' });
    const owner = (await page(number)).owners[0]!.id;
    const bytes = new Uint8Array(1_300_000).map((_, at) => at % 251);
    const report = { owner, day: '2026-02-01', text: 'A list was sent.', audience: 'public' };
    await done(db, georgian, 'followup.commitment.report', {
      ...report,
      paragraphs: [`https://redthread.example.org/tr/reports/${slug}#p1`],
      links: 'https://example.org/list',
      files: [{ name: 'C:\\lists\\boats.pdf', bytes }],
    });
    const [progress] = (await page(number)).progress;
    expect(progress!.evidence.map(({ kind, path }) => [kind, path])).toEqual([
      ['paragraph', `/reports/${slug}#p1`],
      ['file', null],
      ['link', null],
    ]);
    const file = progress!.evidence.find(({ kind }) => kind === 'file')!;
    for (const actor of [nobody, georgian, secretariat]) {
      const read = (await asActor(db.database, actor, (tx) => evidenceFile(tx, file.id)))!;
      expect(read.name).toBe('boats.pdf');
      expect(Buffer.compare(Buffer.from(read.bytes), Buffer.from(bytes))).toBe(0);
    }
    // The public sees that there is a paragraph, not the address of one in a report it may not read.
    expect((await page(number, nobody)).progress[0]!.evidence[0]).toMatchObject({
      path: null,
      title: '¶ 1',
      day: null,
    });
    expect(progress!.evidence[0]).toMatchObject({ title: '¶ 1 · Test Meeting on Lakes', day: '2023-05-03' });
  });
  test('what is no address, no link, too large or empty is refused in a sentence, and nothing is kept', async () => {
    const { number } = await raised();
    const owner = (await page(number)).owners[0]!.id;
    const report = { owner, day: '2026-02-01', text: 'A list was sent.', audience: 'participants' };
    const codes = async (more: object) => refused(db, georgian, 'followup.commitment.report', { ...report, ...more });
    expect(await codes({ paragraphs: ['the third one'] })).toBe('followup.paragraph.not-found');
    expect(await codes({ paragraphs: ['/reports/no-such-report#p1'] })).toBe('followup.paragraph.not-found');
    expect(await codes({ links: ['http://example.org'] })).toBe('input.invalid');
    expect(await codes({ links: ['javascript:alert(1)'] })).toBe('input.invalid');
    expect(await codes({ files: [{ name: 'a.txt', bytes: new Uint8Array(0) }] })).toBe('followup.file.empty');
    expect(await codes({ files: [{ name: 'a.bin', bytes: new Uint8Array(21 * 1024 * 1024) }] })).toBe(
      'followup.file.too-large',
    );
    expect((await page(number)).progress).toEqual([]);
  });
  test('nobody adds to a file that is evidence already', async () => {
    const { number } = await raised();
    const owner = (await page(number)).owners[0]!.id;
    await done(db, georgian, 'followup.commitment.report', {
      owner,
      day: '2026-02-01',
      text: 'A list was sent.',
      audience: 'participants',
      files: [{ name: 'a.txt', bytes: new TextEncoder().encode('first') }],
    });
    const { rows } = await db.admin.query<{ id: string }>(
      `select file_id as id from evidence where file_id is not null order by id desc limit 1`,
    );
    await expect(
      db.database.app.transaction().execute(async (tx) => {
        await tx
          .selectNoFrom((of) =>
            of.fn('set_config', [of.val('app.actor'), of.val(georgian.personId), of.val(true)]).as('x'),
          )
          .execute();
        await tx
          .insertInto('stored_file_chunk')
          .values({ file_id: rows[0]!.id, n: 1, bytes: Buffer.from('more') })
          .execute();
      }),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('lists and silence', () => {
  test('an activity that was held is heard of; silence is asked in months; files hold what the list shows', async () => {
    const wish = 'To map the harbours.';
    const { outcome } = await outcomeOf(
      { paragraphs: [wish], startDate: '2019-10-09', outcomes: [{ words: wish }] },
      'published',
    );
    const { number } = await raised({ title: 'Map of harbours', outcomes: [outcome], audience: 'public' });
    expect((await page(number)).commitment.heard).toBe('2019-10-09');
    expect((await list({ silent: '36', sort: 'silent' })).rows.map((row) => row.number)).toContain(number);
    const { activity } = await done(db, chair, 'followup.activity.enter', {
      kind: 'study-visit',
      title: 'Visit to the harbours',
      body: 'body:senior-officials-meeting',
      starts_from: '2026-01-10',
      starts_until: '2026-01-31',
      commitments: [`C-${number}`],
      host: ['GEO'],
    });
    expect((await page(number)).commitment.heard).toBe('2019-10-09');
    expect(await call(db, chair, 'followup.activity.hold', { activity, revision: 1 })).toMatchObject({
      ok: false,
      refusal: { field: 'starts_on' },
    });
    await done(db, chair, 'followup.activity.hold', { activity, revision: 1, starts_on: '2026-01-20' });
    // Participants know of the activity, the public does not.
    expect((await page(number)).commitment.heard).toBe('2026-01-20');
    expect((await page(number, nobody)).commitment.heard).toBe('2019-10-09');
    expect((await list({ silent: '3' })).rows.map((row) => row.number)).not.toContain(number);
    const file = await asActor(db.database, secretariat, (tx) =>
      exportCommitments(tx, commitmentFilter.parse({ owner: 'GEO', state: 'all' }), today, 'csv'),
    );
    const rows = parse(Buffer.from(file.bytes), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.find((row) => row['number'] === `C-${number}`)).toMatchObject({
      title: 'Map of harbours',
      nothing_heard_since: '2026-01-20',
      owners: 'Georgia (asked)',
    });
    const all = await list({ owner: 'GEO', state: 'all' });
    expect(rows).toHaveLength(all.total);
  });
  test('each filter and order answers, and a filter nobody understands is left out', async () => {
    const total = (await list({ state: 'all' })).total;
    for (const sort of ['newest', 'oldest', 'due', 'silent', 'title'])
      expect((await list({ state: 'all', sort })).total).toBe(total);
    expect((await list({ state: 'nonsense', due: 'nonsense', silent: 'x', page: '-1' })).page).toBe(1);
    expect((await list({ mine: '1' }, georgian)).rows.every((row) => row.owners.some(({ key }) => key === 'GEO'))).toBe(
      true,
    );
    expect(
      (await list({ state: 'all' }, nobody)).rows.every((row) => row.title === 'Map of harbours' || row.number > 0),
    ).toBe(true);
  });
});

test('another takes its place; both lead to each other; it can be opened again', async () => {
  const earlier = await raised();
  const later = await raised({ title: 'The same in better words' });
  const step = { commitment: earlier.commitment, revision: 1, reason: 'Better words.' };
  expect(await refused(db, secretariat, 'followup.commitment.supersede', { ...step, by: 'C-999999' })).toBe(
    'followup.commitment.not-found',
  );
  expect(await refused(db, secretariat, 'followup.commitment.supersede', { ...step, by: `C-${earlier.number}` })).toBe(
    'followup.commitment.self',
  );
  await done(db, secretariat, 'followup.commitment.supersede', { ...step, by: `C-${later.number}` });
  expect((await page(earlier.number)).commitment).toMatchObject({
    state: 'superseded',
    supersededBy: { number: later.number },
  });
  expect((await page(later.number)).commitment.supersedes).toMatchObject([{ number: earlier.number }]);
  expect(
    await refused(db, secretariat, 'followup.commitment.supersede', {
      commitment: later.commitment,
      revision: 1,
      reason: 'Back again.',
      by: `C-${earlier.number}`,
    }),
  ).toBe('followup.commitment.state');
  await done(db, chair, 'followup.commitment.reopen', {
    commitment: earlier.commitment,
    revision: 2,
    reason: 'They differ after all.',
  });
  expect((await page(earlier.number)).commitment).toMatchObject({ state: 'open', supersededBy: null });
});

test('views are a person’s own; the same name takes the place of the earlier one', async () => {
  const view = { name: 'Mine', address: '/commitments?mine=1' };
  await done(db, georgian, 'followup.view.save', view);
  const { view: id } = await done(db, georgian, 'followup.view.save', { ...view, address: '/commitments?due=overdue' });
  expect(await refused(db, secretariat, 'followup.view.remove', { view: id })).toBe('followup.view.not-found');
  expect(await refused(db, georgian, 'followup.view.save', { name: 'Elsewhere', address: 'https://example.org' })).toBe(
    'input.invalid',
  );
  await done(db, georgian, 'followup.view.remove', { view: id });
  expect(await refused(db, georgian, 'followup.view.remove', { view: id })).toBe('followup.view.not-found');
});
