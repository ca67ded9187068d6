import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { heldMeeting, point, textOf, draftWithStatement } from '../../../../test/support/draft.ts';
import { call, done, refused } from '../../../../test/support/records.ts';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { seedRegister } from '../../register/server/index.ts';
import { deskPage } from './queries/desk.ts';
import { paragraphPage } from './queries/paragraph.ts';

const db = useDatabase();
let secretariat: Actor, second: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  secretariat = await someone(db, 'secretariat', { name: 'Runa Sol' });
  second = await someone(db, 'secretariat', { name: 'Edda Mor' });
});
const now = new Date('2031-05-10T09:00:00Z');
const code = (answer: { ok: true } | { ok: false; refusal: { code: string } }) =>
  answer.ok ? 'done' : answer.refusal.code;
const drafted = (more: Parameters<typeof heldMeeting>[1] = {}) => draftWithStatement(db, more);
const desk = (actor: Actor, slug: string) => asActor(db.database, actor, (tx) => deskPage(tx, slug, now));
const texts = async (draft: string) => (await textOf(db, draft)).map((one) => one.text);

describe('several people at one text', () => {
  it('two at one paragraph: the second is refused and sees both texts, nothing is overwritten', async () => {
    const { draft, slug, statement } = await drafted();
    await done(db, secretariat, 'drafting.paragraph.edit', {
      paragraph: statement.id,
      revision: 1,
      text: 'Georgia kept every pass open.',
    });
    expect(
      await refused(db, second, 'drafting.paragraph.edit', {
        paragraph: statement.id,
        revision: 1,
        text: 'Georgia opened the passes.',
      }),
    ).toBe('drafting.paragraph.changed');
    expect(await texts(draft)).toContain('Georgia kept every pass open.');
    await done(db, second, 'drafting.paragraph.edit', {
      paragraph: statement.id,
      revision: 2,
      text: 'Georgia kept every pass open and safe.',
    });
    const page = await asActor(db.database, secretariat, (tx) => paragraphPage(tx, slug, statement.id, now));
    expect(page?.history.map((line) => [line.revision, line.verb, line.by])).toEqual(
      [
        [3, 'edited', 'Edda Mor'],
        [2, 'edited', 'Runa Sol'],
        [1, 'added', 'Redthread'],
      ].map(([revision, verb, by]) => [revision, verb, by === 'Redthread' ? expect.any(String) : by]),
    );
    expect(page?.history[0]!.runs.filter(({ change }) => change === 'added').map(({ text }) => text.trim())).toEqual([
      'and safe',
    ]);
  });
  it('at the same moment: one of twenty wins, the others are told', async () => {
    const { statement } = await drafted();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        call(db, n % 2 ? secretariat : second, 'drafting.paragraph.edit', {
          paragraph: statement.id,
          revision: 1,
          text: `Georgia spoke, version ${n}.`,
        }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(answers.filter(({ ok }) => !ok).map(code))).toEqual(new Set(['drafting.paragraph.changed']));
  });
  it('splits, joins, moves, takes out and brings back; sources and outcomes go along', async () => {
    const { draft, slug, statement, text } = await drafted();
    await done(db, secretariat, 'drafting.outcome.mark', {
      paragraph: statement.id,
      revision: 1,
      text: 'All of them were safe.',
      kind: 'announcement',
    });
    expect(
      await refused(db, secretariat, 'drafting.outcome.mark', {
        paragraph: statement.id,
        revision: 1,
        text: 'All of them were safe.',
        kind: 'offer',
      }),
    ).toBe('drafting.outcome.exists');
    expect(
      await refused(db, secretariat, 'drafting.outcome.mark', {
        paragraph: statement.id,
        revision: 1,
        text: 'Nobody said this.',
        kind: 'offer',
      }),
    ).toBe('drafting.outcome.words');
    const split = await done<{ second: string }>(db, secretariat, 'drafting.paragraph.split', {
      paragraph: statement.id,
      revision: 1,
      begins: 'All of',
    });
    let page = await asActor(db.database, secretariat, (tx) => paragraphPage(tx, slug, split.second, now));
    expect(page?.paragraph).toMatchObject({
      text: 'All of them were safe.',
      outcomes: [{ text: 'All of them were safe.', adrift: false }],
    });
    await done(db, secretariat, 'drafting.paragraph.merge', { paragraph: split.second, revision: 1 });
    expect(await texts(draft)).toEqual(text.map((one) => one.text));
    page = await asActor(db.database, secretariat, (tx) => paragraphPage(tx, slug, statement.id, now));
    expect(page?.paragraph.outcomes).toHaveLength(1);
    expect(page?.sources.map(({ kind, stands }) => [kind, stands])).toEqual([['note', true]]);
    await done(db, secretariat, 'drafting.paragraph.move', { paragraph: statement.id, revision: 3, to: 'up' });
    expect((await texts(draft)).indexOf(statement.text)).toBe(text.findIndex(({ id }) => id === statement.id) - 1);
    await done(db, secretariat, 'drafting.paragraph.remove', { paragraph: statement.id, revision: 4 });
    expect(await texts(draft)).not.toContain(statement.text);
    await done(db, secretariat, 'drafting.paragraph.restore', { paragraph: statement.id, revision: 5 });
    expect(await texts(draft)).toContain(statement.text);
    expect(
      await refused(db, secretariat, 'drafting.paragraph.move', { paragraph: text[0]!.id, revision: 1, to: 'up' }),
    ).toBe('drafting.paragraph.place');
  });
  it('an outcome whose words are gone is adrift, and stops circulation until somebody decides', async () => {
    const { draft, statement } = await drafted();
    const { outcome } = await done<{ outcome: string }>(db, secretariat, 'drafting.outcome.mark', {
      paragraph: statement.id,
      revision: 1,
      text: 'All of them were safe.',
      kind: 'announcement',
    });
    await done(db, secretariat, 'drafting.paragraph.edit', {
      paragraph: statement.id,
      revision: 1,
      text: 'Georgia spoke.',
    });
    const circulate = { draft, revision: 1, due: '2099-05-20 18:00', zone: 'Europe/Tirane' };
    expect(await refused(db, secretariat, 'drafting.version.circulate', circulate)).toBe('drafting.outcome.adrift');
    await done(db, secretariat, 'drafting.outcome.remove', { outcome, revision: 1 });
    expect(code(await call(db, secretariat, 'drafting.version.circulate', circulate))).toBe('done');
  });
});

describe('assembled again', () => {
  it('follows the meeting where nobody wrote, offers the rest, in the right place, once', async () => {
    const { meeting, draft, slug, statement } = await drafted();
    await done(db, secretariat, 'drafting.paragraph.edit', {
      paragraph: statement.id,
      revision: 1,
      text: 'Georgia kept the passes open.',
    });
    await db.admin.query(
      `update floor_note set text = 'The passes were open in May', revision = revision + 1 where session_id = $1`,
      [meeting.sessions['plenary']],
    );
    await db.admin.query(
      `update meeting_session set title = '{"en": "Plenary on passes"}', revision = revision + 1 where id = $1`,
      [meeting.sessions['plenary']],
    );
    await point(db, meeting, 'plenary', 'decision', 'Passes are counted in spring.');
    await done(db, secretariat, 'drafting.draft.assemble', { meeting: meeting.meeting });
    expect(await texts(draft)).toContain('Plenary on passes');
    expect(await texts(draft)).toContain('Georgia kept the passes open.');
    const page = await desk(secretariat, slug);
    expect(page?.text?.offers.map((one) => [one.kind, one.piece.text])).toEqual([
      ['changed', 'Georgia noted that the passes were open in May.'],
      ['new', 'The meeting decided the following:'],
      ['new', 'Passes are counted in spring.'],
    ]);
    for (const { piece } of page!.text!.offers.slice(1))
      await done(db, secretariat, 'drafting.material.take', { draft, material: piece.material });
    await done(db, secretariat, 'drafting.material.leave', { draft, material: page!.text!.offers[0]!.piece.material });
    const after = await desk(secretariat, slug);
    expect(after?.text?.offers).toEqual([]);
    expect((await texts(draft)).slice(-3)).toEqual([
      'The meeting decided the following:',
      'Passes are counted in spring.',
      'closing',
    ]);
    expect(after?.text?.paragraphs.find((one) => one.text === 'Passes are counted in spring.')?.outcomes).toMatchObject(
      [{ kind: 'decision', origin: 'point' }],
    );
  });
});

describe('the text being written', () => {
  it('is seen by leaders, and by who notes a session, who writes that session; by nobody else', async () => {
    const meeting0 = await heldMeeting(db, { sessions: {} });
    const rapporteur = await someone(db, 'member', { party: meeting0.parties['BGR']! });
    const { meeting, draft, slug, statement, text } = await drafted({
      sessions: { plenary: { kind: 'plenary', state: 'closed', moderator: rapporteur.personId! } },
    });
    expect((await desk(rapporteur, slug))?.text?.paragraphs.filter(({ mine }) => mine).map((one) => one.id)).toEqual(
      text.filter(({ session_id }) => session_id !== null).map(({ id }) => id),
    );
    expect(
      code(
        await call(db, rapporteur, 'drafting.paragraph.edit', {
          paragraph: statement.id,
          revision: 1,
          text: 'Georgia kept the passes open.',
        }),
      ),
    ).toBe('done');
    expect(
      await refused(db, rapporteur, 'drafting.paragraph.edit', {
        paragraph: text[0]!.id,
        revision: 1,
        text: 'Held somewhere else.',
      }),
    ).toBe('access.denied');
    for (const actor of [meeting.focal['GEO']!, meeting.focal['TUR']!, await someone(db, 'administrator'), nobody]) {
      expect((await desk(actor, slug))?.text ?? null).toBeNull();
      expect(
        await refused(db, actor, 'drafting.paragraph.edit', { paragraph: statement.id, revision: 2, text: 'x' }),
      ).toMatch(/^(?:drafting\.paragraph\.not-found|access\.)/);
      expect(await asActor(db.database, actor, (tx) => tx.selectFrom('draft_source').select('id').execute())).toEqual(
        [],
      );
    }
    void draft;
  });
});
