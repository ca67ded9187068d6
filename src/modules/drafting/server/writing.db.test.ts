import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { assembledDraft, heldMeeting, point, said, textOf, type HeldMeeting } from '../../../../test/support/draft.ts';
import { callAt, doneAt } from '../../../../test/support/plan.ts';
import { call, done, refused } from '../../../../test/support/records.ts';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { seedRegister } from '../../register/server/index.ts';
import { deskPage } from './queries/desk.ts';
import { paragraphPage } from './queries/paragraph.ts';
import { versionChanges, versionPage } from './queries/version.ts';

const db = useDatabase();
let secretariat: Actor, second: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  secretariat = await someone(db, 'secretariat', { name: 'Runa Sol' });
  second = await someone(db, 'secretariat', { name: 'Edda Mor' });
});
const now = new Date('2031-05-10T09:00:00Z');
const due = new Date('2031-05-20T16:00:00Z');
const code = (answer: { ok: true } | { ok: false; refusal: { code: string } }) =>
  answer.ok ? 'done' : answer.refusal.code;

async function drafted(more: Parameters<typeof heldMeeting>[1] = {}) {
  const meeting = await heldMeeting(db, more);
  await said(db, meeting, 'plenary', 'GEO', { notes: ['The passes were open. All of them were safe'] });
  const draft = await assembledDraft(db, meeting);
  const text = await textOf(db, draft.draft);
  return { meeting, ...draft, text, statement: text.find((one) => one.text.startsWith('Georgia'))! };
}
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

async function circulated(more: Parameters<typeof heldMeeting>[1] = {}) {
  const one = await drafted({ parties: { GEO: 2, BGR: 1, TUR: 0 }, ...more });
  const { revision } = await doneAt<{ revision: number }>(db, now, secretariat, 'drafting.version.circulate', {
    draft: one.draft,
    revision: 1,
    due: '2031-05-20 18:00',
    zone: 'Europe/Tirane',
  });
  return { ...one, revision };
}
const version = (actor: Actor, slug: string, n = 1) =>
  asActor(db.database, actor, (tx) => versionPage(tx, slug, n, 'en', now));
const commentOf = (one: { draft: string; statement: { id: string } }, party: string, more: object = {}) => ({
  draft: one.draft,
  version: 1,
  party,
  paragraph: one.statement.id,
  text: 'Not all were safe.',
  proposed: 'Georgia noted that the passes were open.',
  send: true,
  ...more,
});
const focalOf = (meeting: HeldMeeting, key: string) => meeting.focal[key]!;

describe('comments', () => {
  it('come from parties that took part, about a paragraph, with other wording; late ones are shown as late', async () => {
    const one = await circulated();
    const at = (moment: Date, key: string, more: object = {}) =>
      callAt<{ comment: string; late: boolean }>(
        db,
        moment,
        focalOf(one.meeting, key),
        'drafting.comment.write',
        commentOf(one, key, more),
      );
    expect(await version(focalOf(one.meeting, 'TUR'), one.slug)).toBeNull();
    expect(code(await at(now, 'TUR'))).toBe('drafting.draft.not-found');
    expect(await at(due, 'GEO')).toMatchObject({ ok: true, value: { late: false } });
    expect(await at(new Date(due.getTime() + 1), 'BGR')).toMatchObject({ ok: true, value: { late: true } });
    expect(code(await at(now, 'GEO', { version: 2 }))).toBe('drafting.version.changed');
    expect(
      code(await callAt(db, now, focalOf(one.meeting, 'GEO'), 'drafting.comment.write', commentOf(one, 'BGR'))),
    ).toBe('access.denied');
    const page = await version(secretariat, one.slug);
    expect(
      page?.comments.map((each) => [
        each.party.key,
        each.late,
        each.runs.filter(({ change }) => change === 'removed').map(({ text }) => text.trim()),
      ]),
    ).toEqual([
      ['GEO', false, ['All of them were safe.']],
      ['BGR', true, ['All of them were safe.']],
    ]);
    // Another party reads it once it is answered.
    expect((await version(focalOf(one.meeting, 'BGR'), one.slug))?.comments.map(({ party }) => party.key)).toEqual([
      'BGR',
    ]);
  });
  it('that were not sent are seen by the people of the party alone, and tell nothing in the history', async () => {
    const one = await circulated();
    const member = await someone(db, 'member', { party: one.meeting.parties['GEO']! });
    const { comment } = await doneAt<{ comment: string }>(
      db,
      now,
      member,
      'drafting.comment.write',
      commentOf(one, 'GEO', { send: false, text: 'Only among ourselves.' }),
    );
    expect(code(await callAt(db, now, member, 'drafting.comment.write', commentOf(one, 'GEO')))).toBe('access.denied');
    expect((await version(focalOf(one.meeting, 'GEO'), one.slug))?.comments).toMatchObject([{ internal: true }]);
    for (const actor of [secretariat, focalOf(one.meeting, 'BGR')])
      expect((await version(actor, one.slug))?.comments).toEqual([]);
    const { rows } = await db.admin.query(`select sentence from log_entry where person_id = $1`, [member.personId]);
    expect(rows).toEqual([]);
    expect(
      await refused(db, secretariat, 'drafting.comment.answer', { comment, revision: 1, disposition: 'accepted' }),
    ).toBe('drafting.comment.not-found');
    await doneAt(db, now, focalOf(one.meeting, 'GEO'), 'drafting.comment.edit', {
      comment,
      revision: 1,
      text: 'Not all were safe.',
      send: true,
    });
    expect((await version(secretariat, one.slug))?.comments).toMatchObject([
      { internal: false, text: 'Not all were safe.' },
    ]);
    expect(
      code(await callAt(db, now, focalOf(one.meeting, 'GEO'), 'drafting.comment.withdraw', { comment, revision: 2 })),
    ).toBe('drafting.comment.state');
  });
  it('are all answered before the next version goes out, which shows what it changes', async () => {
    const one = await circulated();
    const { comment } = await doneAt<{ comment: string }>(
      db,
      now,
      focalOf(one.meeting, 'GEO'),
      'drafting.comment.write',
      commentOf(one, 'GEO'),
    );
    const unsent = await doneAt<{ comment: string }>(
      db,
      now,
      focalOf(one.meeting, 'BGR'),
      'drafting.comment.write',
      commentOf(one, 'BGR', { send: false }),
    );
    let { revision } = await done<{ revision: number }>(db, secretariat, 'drafting.draft.revise', {
      draft: one.draft,
      revision: one.revision,
    });
    const again = () =>
      callAt<{ revision: number }>(db, now, secretariat, 'drafting.version.circulate', {
        draft: one.draft,
        revision,
        due: '2031-05-30 18:00',
        zone: 'Europe/Tirane',
      });
    expect(code(await again())).toBe('drafting.comment.open');
    expect(
      await refused(db, secretariat, 'drafting.comment.answer', { comment, revision: 1, disposition: 'rejected' }),
    ).toBe('input.invalid');
    await done(db, secretariat, 'drafting.comment.answer', {
      comment,
      revision: 1,
      disposition: 'accepted-in-part',
      reason: 'One was closed for a day.',
    });
    await done(db, secretariat, 'drafting.paragraph.edit', {
      paragraph: one.statement.id,
      revision: 1,
      text: 'Georgia noted that the passes were open.',
    });
    const out = await again();
    expect(code(out)).toBe('done');
    revision = out.ok ? out.value.revision : 0;
    const changes = await asActor(db.database, focalOf(one.meeting, 'BGR'), (tx) => versionChanges(tx, one.slug, 2));
    expect(changes?.changes.filter(({ change }) => change !== 'same').map(({ id, change }) => [id, change])).toEqual([
      [one.statement.id, 'changed'],
    ]);
    // What was answered is read by everybody who took part; what was never sent stays where it was.
    expect(
      new Set(
        (await version(focalOf(one.meeting, 'BGR'), one.slug))?.comments.map(
          (each) => `${each.party.key} ${each.disposition} ${each.internal}`,
        ),
      ),
    ).toEqual(new Set(['GEO accepted-in-part false', 'BGR null true']));
    expect((await version(focalOf(one.meeting, 'GEO'), one.slug))?.comments.map(({ id }) => id)).not.toContain(
      unsent.comment,
    );
    expect((await version(secretariat, one.slug, 1))?.paragraphs.find(({ id }) => id === one.statement.id)?.text).toBe(
      one.statement.text,
    );
    expect(
      code(
        await callAt(db, now, secretariat, 'drafting.draft.adopt', {
          draft: one.draft,
          revision,
          how: 'chair',
          note: 'By letter of today',
        }),
      ),
    ).toBe('done');
  });
  it('and the text stands while it is circulated', async () => {
    const one = await circulated();
    expect(
      await refused(db, secretariat, 'drafting.paragraph.edit', {
        paragraph: one.statement.id,
        revision: 1,
        text: 'x',
      }),
    ).toBe('drafting.draft.state');
    expect(await refused(db, secretariat, 'drafting.draft.assemble', { meeting: one.meeting.meeting })).toBe(
      'drafting.draft.state',
    );
    await expect(
      db.admin.query(`update draft set stage = 'published', revision = revision + 1 where id = $1`, [one.draft]),
    ).rejects.toMatchObject({ code: 'RT409' });
  });
});
