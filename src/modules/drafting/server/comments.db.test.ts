import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { draftWithStatement, type heldMeeting, type HeldMeeting } from '../../../../test/support/draft.ts';
import { callAt, doneAt } from '../../../../test/support/plan.ts';
import { done, refused } from '../../../../test/support/records.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { seedRegister } from '../../register/server/index.ts';
import { versionChanges, versionPage } from './queries/version.ts';

const db = useDatabase();
let secretariat: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  secretariat = await someone(db, 'secretariat', { name: 'Runa Sol' });
});
const now = new Date('2031-05-10T09:00:00Z');
const due = new Date('2031-05-20T16:00:00Z');
const code = (answer: { ok: true } | { ok: false; refusal: { code: string } }) =>
  answer.ok ? 'done' : answer.refusal.code;

async function circulated(more: Parameters<typeof heldMeeting>[1] = {}) {
  const one = await draftWithStatement(db, { parties: { GEO: 2, BGR: 1, TUR: 0 }, ...more });
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
