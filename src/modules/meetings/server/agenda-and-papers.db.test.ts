import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import { before, meetingPeople, meetingViews } from '../../../../test/support/meeting-people.ts';
import { callAt, doneAt } from '../../../../test/support/plan.ts';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import { asActor, introduce } from '../../../kernel/server/db/database.ts';
import { flat } from '../index.ts';
import { paperFile } from './index.ts';

const db = useDatabase();
const { seen, codeAt, called } = meetingViews(db);
let secretariat: Actor,
  chair: Actor,
  otherChair: Actor,
  member: Actor,
  focal: Actor,
  observer: Actor,
  administrator: Actor;
beforeAll(async () => {
  ({ secretariat, chair, otherChair, member, focal, observer, administrator } = await meetingPeople(db));
});

describe('the agenda', () => {
  const titles = async (slug: string) => flat((await seen(secretariat, slug))!.agenda).map(({ title }) => title.text);
  it('takes sessions, moves them with their parts, and numbers itself; only its leaders write it', async () => {
    const { meeting, slug, sessions } = await called();
    expect(await titles(slug)).toEqual(['opening', 'hall', 'lakes', 'end']);
    const added = { meeting, parent: sessions['hall'], kind: 'break-out', title: { en: 'harbours' } };
    for (const actor of [member, focal, observer])
      expect(await codeAt(before, actor, 'meetings.session.add', added)).toBe('access.denied');
    expect(await codeAt(before, otherChair, 'meetings.session.add', added)).toBe('access.denied');
    await doneAt(db, before, chair, 'meetings.session.add', added);
    expect(await titles(slug)).toEqual(['opening', 'hall', 'lakes', 'harbours', 'end']);
    await doneAt(db, before, chair, 'meetings.session.move', { session: sessions['hall'], direction: 'up' });
    expect(await titles(slug)).toEqual(['hall', 'lakes', 'harbours', 'opening', 'end']);
    expect(await codeAt(before, chair, 'meetings.session.move', { session: sessions['hall'], direction: 'up' })).toBe(
      'meetings.session.state',
    );
    const { rows } = await db.admin.query<{ ordinal: number }>(
      'select ordinal from meeting_session where meeting_id = $1 order by ordinal',
      [meeting],
    );
    expect(rows.map((row) => row.ordinal)).toEqual([1, 2, 3, 4, 5]);
  });
  it('keeps a session out of itself, within the days, and as somebody else left it', async () => {
    const { sessions } = await called();
    const edit = { session: sessions['hall'], revision: 1, kind: 'plenary', title: { en: 'The hall' } };
    expect(await codeAt(before, chair, 'meetings.session.edit', { ...edit, parent: sessions['lakes'] })).toBe(
      'meetings.session.parent',
    );
    const hours = { day: '2031-05-06', from: '09:00', until: '10:00' };
    expect(await codeAt(before, chair, 'meetings.session.edit', { ...edit, ...hours, day: '2031-05-09' })).toBe(
      'meetings.session.hours',
    );
    expect(await codeAt(before, chair, 'meetings.session.edit', { ...edit, ...hours, until: '08:00' })).toBe(
      'input.invalid',
    );
    expect(await codeAt(before, chair, 'meetings.session.edit', { ...edit, day: '2031-05-06' })).toBe('input.invalid');
    await doneAt(db, before, chair, 'meetings.session.edit', { ...edit, ...hours, rule: 'chatham-house' });
    expect(await codeAt(before, secretariat, 'meetings.session.edit', edit)).toBe('meetings.session.changed');
    expect(await codeAt(before, chair, 'meetings.session.remove', { session: sessions['hall'], revision: 1 })).toBe(
      'meetings.session.changed',
    );
    expect(
      await doneAt(db, before, chair, 'meetings.session.remove', { session: sessions['hall'], revision: 2 }),
    ).toMatchObject({ removed: 2 });
    expect(await codeAt(before, chair, 'meetings.session.edit', { ...edit, revision: 3 })).toBe(
      'meetings.session.not-found',
    );
  });
  it('gets break-outs by goal and by name under the rule, with moderators who lead there and nowhere else', async () => {
    const { slug, sessions } = await called();
    const goal = (await db.admin.query<{ id: string }>('select id from goal where parent_id is null limit 1')).rows[0]!
      .id;
    await doneAt(db, before, chair, 'meetings.session.break-up', {
      session: sessions['hall'],
      goals: [goal],
      names: 'West\r\n East \n',
      rule: 'chatham-house',
    });
    const parts = (await seen(member, slug))!.agenda[1]!.parts;
    expect(parts.map(({ kind, underRule }) => [kind, underRule])).toEqual([
      ['break-out', false],
      ['break-out', true],
      ['break-out', true],
      ['break-out', true],
    ]);
    expect(parts.slice(2).map(({ title }) => title.text)).toEqual(['West', 'East']);
    const west = parts[2]!.id;
    await doneAt(db, before, chair, 'meetings.duty.give', { session: west, duty: 'moderator', person: focal.personId });
    const as = (set: Record<string, unknown>, session: string) =>
      db.database.app.transaction().execute(async (tx) => {
        await introduce(tx, focal);
        const { numUpdatedRows } = await tx
          .updateTable('meeting_session')
          .set(set)
          .where('id', '=', session)
          .executeTakeFirst();
        return Number(numUpdatedRows);
      });
    expect(await as({ state: 'open', revision: 2 }, west)).toBe(1);
    expect(await as({ state: 'open', revision: 2 }, parts[3]!.id)).toBe(0);
    await expect(as({ room: 'Elsewhere', revision: 3 }, west)).rejects.toMatchObject({ code: '42501' });
    await doneAt(db, before, chair, 'meetings.duty.end', { session: west, duty: 'moderator', ordinal: 1 });
    expect(await codeAt(before, chair, 'meetings.duty.end', { session: west, duty: 'moderator', ordinal: 1 })).toBe(
      'meetings.duty.not-found',
    );
    expect(await codeAt(before, chair, 'meetings.session.remove', { session: sessions['hall'], revision: 1 })).toBe(
      'meetings.session.state',
    );
  });
});

describe('links and papers', () => {
  it('to join are seen by those invited and by leaders', async () => {
    const { meeting, slug } = await called();
    const link = { meeting, label: 'Join online', url: 'https://meet.example.org/r' };
    for (const url of ['http://meet.example.org', 'javascript:alert(1)', 'https://x\r\ny'])
      expect(await codeAt(before, chair, 'meetings.link.add', { ...link, url })).toBe('input.invalid');
    expect(await codeAt(before, focal, 'meetings.link.add', link)).toBe('access.denied');
    const made = await doneAt<{ link: string }>(db, before, chair, 'meetings.link.add', link);
    for (const actor of [secretariat, chair, member, focal, observer])
      expect((await seen(actor, slug))!.links).toHaveLength(1);
    expect((await seen(otherChair, slug))!.links).toEqual([]);
    await doneAt(db, before, secretariat, 'meetings.link.remove', { link: made.link });
    expect(await codeAt(before, secretariat, 'meetings.link.remove', { link: made.link })).toBe(
      'meetings.link.not-found',
    );
  });
  it('come in versions and languages, and go to whom their access names, as their files do', async () => {
    const { meeting, slug } = await called();
    const paper = { meeting, title: { en: 'Notes on boats' }, access: 'invited' };
    expect(await codeAt(before, focal, 'meetings.paper.add', paper)).toBe('access.denied');
    const made = await doneAt<{ paper: string }>(db, before, chair, 'meetings.paper.add', paper);
    const upload = (name: string, text: string, language = 'en') =>
      callAt<{ n: number; file: string }>(db, before, chair, 'meetings.paper.upload', {
        paper: made.paper,
        language,
        file: { name, bytes: new TextEncoder().encode(text) },
      });
    const refusal = async (name: string, text: string) => {
      const answer = await upload(name, text);
      return answer.ok ? 'done' : answer.refusal.code;
    };
    expect(await refusal('boats.html', '<p>')).toBe('meetings.file.kind');
    expect(await refusal('boats.txt', '')).toBe('meetings.file.empty');
    const numbers: number[] = [];
    let file = '';
    for (const language of ['en', 'en', 'ru']) {
      const answer = await upload('../../boats.txt', `Words in ${language}`, language);
      if (!answer.ok) throw answer.refusal;
      numbers.push(answer.value.n);
      file ||= answer.value.file;
    }
    expect(numbers).toEqual([1, 2, 1]);
    const [view] = (await seen(member, slug))!.papers;
    expect([
      view!.current.map(({ language, n }) => language + n),
      view!.earlier.map(({ language, n }) => language + n),
    ]).toEqual([['en2', 'ru1'], ['en1']]);
    const read = (actor: Actor) => asActor(db.database, actor, (tx) => paperFile(tx, slug, file));
    expect(new TextDecoder().decode((await read(member))!.bytes)).toBe('Words in en');
    expect((await read(member))!.name).toBe('boats.txt');
    for (const actor of [nobody, otherChair, administrator]) expect(await read(actor)).toBeNull();
    await doneAt(db, before, chair, 'meetings.paper.edit', {
      paper: made.paper,
      revision: 1,
      title: { en: 'Notes on boats' },
      access: 'leaders',
    });
    expect(
      await codeAt(before, chair, 'meetings.paper.edit', {
        paper: made.paper,
        revision: 1,
        title: { en: 'Notes' },
        access: 'public',
      }),
    ).toBe('meetings.paper.changed');
    expect(await read(member)).toBeNull();
    expect(await read(chair)).not.toBeNull();
    await doneAt(db, before, chair, 'meetings.paper.edit', {
      paper: made.paper,
      revision: 2,
      title: { en: 'Notes on boats' },
      access: 'public',
    });
    expect(await read(nobody)).toBeNull();
    await db.admin.query('update meeting_call set announced = true, revision = 2 where meeting_id = $1', [meeting]);
    expect(await read(nobody)).not.toBeNull();
    expect((await seen(nobody, slug))!.agenda).toEqual([]);
    await doneAt(db, before, chair, 'meetings.paper.remove', { paper: made.paper, revision: 3 });
    expect(await read(nobody)).toBeNull();
  });
});
