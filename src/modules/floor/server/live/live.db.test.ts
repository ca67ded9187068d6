import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../../kernel/ids.ts';
import { nobody, type Actor } from '../../../../kernel/actor.ts';
import { asActor } from '../../../../kernel/server/db/database.ts';
import { loadActor } from '../../../../kernel/server/load-actor.ts';
import { someone } from '../../../../../test/support/actors.ts';
import { useDatabase } from '../../../../../test/support/database.ts';
import { aMeeting, type SessionWish } from '../../../../../test/support/meeting.ts';
import { done, partyId } from '../../../../../test/support/records.ts';
import { useRuntime } from '../../../../../test/support/runtime.ts';
import { seedRegister } from '../../../register/server/index.ts';
import { changed, type FloorChange, type FloorView } from '../../view.ts';
import { floorStream, hubOf, notesOf, screenBy } from '../index.ts';

const db = useDatabase();
const runtime = useRuntime(db);
let body = '';
let albania: string, bulgaria: string;
let chair: Actor, arben: Actor, yoana: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  [albania, bulgaria] = [await partyId(db, 'ALB'), await partyId(db, 'BGR')];
  const found = await db.admin.query<{ id: string }>(
    `select id from body where kind = 'senior-officials-meeting' limit 1`,
  );
  body = found.rows[0]!.id;
  chair = await someone(db, 'chair', { body });
  arben = await someone(db, 'focal-point', { party: albania });
  yoana = await someone(db, 'member', { party: bulgaria });
});
afterAll(() => hubOf(runtime).stop());

async function session(wish: SessionWish = {}): Promise<string> {
  const sessions = { plenary: { state: 'open' as const, ...wish } };
  return (await aMeeting(db, { body, parties: [albania, bulgaria], stage: 'open', sessions })).sessions['plenary']!;
}

/** A browser that follows: its view, and the names of what it was told. */
function follow(actor: Actor, at: string, more: { since?: string; screen?: boolean } = {}) {
  const who = { actor, locale: 'en' as const, screen: more.screen ?? false, since: more.since ?? null };
  const response = floorStream(runtime, at, who, async () => {
    const now = await loadActor(db.database, actor.personId);
    return now.personId === null ? null : now;
  });
  const told: string[] = [];
  let view: FloorView | null = null;
  let ended = false;
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  void (async () => {
    for (let rest = ''; ;) {
      const { done: over, value } = await reader.read();
      if (over) break;
      const blocks = (rest + value).split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks) {
        const [, event = '', data = '{}'] = /event: (\w+)\ndata: (.*)/.exec(block) ?? [];
        const said = JSON.parse(data) as { view?: FloorView; change?: FloorChange };
        if (said.view) view = said.view;
        if (said.change) view = view && changed(view, said.change);
        told.push(event);
      }
    }
    ended = true;
  })();
  return {
    told,
    get names() {
      return view?.turns.map((turn) => `${turn.who} ${turn.state}`) ?? null;
    },
    get view() {
      return view;
    },
    get ended() {
      return ended;
    },
    close: () => reader.cancel(),
  };
}
const soon = { timeout: 120_000, interval: 10 };
const ask = (actor: Actor, at: string, party: string) =>
  done<{ turn: string }>(db, actor, 'floor.turn.ask', { command: newId(), session: at, party });

describe('a floor that is followed', () => {
  it('tells the whole once and then what changed, to everybody who may see it', async () => {
    const at = await session();
    const [desk, phone] = [follow(chair, at), follow(yoana, at)];
    await expect.poll(() => phone.told, soon).toEqual(['full']);
    await ask(arben, at, albania);
    await expect.poll(() => [desk.names, phone.names], soon).toEqual([['Albania waiting'], ['Albania waiting']]);
    expect(phone.told).toEqual(['full', 'change']);
    await Promise.all([desk.close(), phone.close()]);
    await expect.poll(() => hubOf(runtime).size, soon).toBe(0);
  });

  it('a browser that comes back and missed nothing is told nothing; one that did is told the whole', async () => {
    const at = await session();
    const first = follow(yoana, at);
    await expect.poll(() => first.view, soon).not.toBeNull();
    const since = `heard-${first.view!.version}`;
    await first.close();
    const again = follow(yoana, at, { since });
    await expect.poll(() => again.told, soon).toEqual(['beat']);
    await again.close();
    await ask(arben, at, albania);
    const late = follow(yoana, at, { since });
    await expect.poll(() => late.names, soon).toEqual(['Albania waiting']);
    await late.close();
  });

  it('when a session under the rule is closed, names disappear from everything but the desk and the own phone', async () => {
    const at = await session({ rule: 'chatham-house' });
    await ask(arben, at, albania);
    const lines = {
      desk: follow(chair, at),
      phone: follow(yoana, at),
      own: follow(arben, at),
      screen: follow(chair, at, { screen: true }),
    };
    const names = () => Object.values(lines).map((line) => line.names);
    const all = ['Albania waiting'];
    await expect.poll(names, soon).toEqual([all, all, all, all]);
    await done(db, chair, 'floor.session.close', { command: newId(), session: at, revision: 1 });
    await expect.poll(names, soon).toEqual([all, [], all, []]);
    expect(lines.screen.view!.hidden).toBe(true);
    for (const line of Object.values(lines)) await line.close();
  });

  it('cuts off who may no longer see it, and lets nobody in who may not', async () => {
    const at = await session();
    const stranger = follow(await someone(db, 'member', { party: await partyId(db, 'HUN') }), at);
    await expect.poll(() => [stranger.told, stranger.ended], soon).toEqual([['over'], true]);
    const guest = await someone(db, 'member', { party: bulgaria });
    const line = follow(guest, at);
    await expect.poll(() => line.told, soon).toEqual(['full']);
    await db.admin.query('update access_grant set valid_until = now() where person_id = $1', [guest.personId]);
    await hubOf(runtime).checkAll();
    await expect.poll(() => [line.told, line.ended], soon).toEqual([['full', 'over'], true]);
  });

  it('goes on when its connection to the database is cut, and misses nothing', async () => {
    const at = await session();
    const line = follow(yoana, at);
    await expect.poll(() => line.told, soon).toEqual(['full']);
    await db.admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen floor' or query = 'select 1'`,
    );
    await ask(arben, at, albania);
    await expect.poll(() => line.names, soon).toEqual(['Albania waiting']);
    await line.close();
  });
});

describe('what is written and shown beside it', () => {
  it('a note is its author’s until it is sent; a save that is late or repeated changes nothing', async () => {
    const at = await session();
    const staff = await someone(db, 'secretariat');
    const [note, device] = [newId(), newId()];
    const save = (edit: number, text: string) =>
      done(db, chair, 'floor.note.write', { note, session: at, device, edit, text });
    await save(1, 'Two');
    await save(3, 'Two offers were made.');
    await save(2, 'Two offers');
    await save(3, 'Two offers were made.');
    const read = (actor: Actor) =>
      asActor(db.database, actor, async (tx) => (await notesOf(tx, at)).map(({ text }) => text));
    expect(await read(chair)).toEqual(['Two offers were made.']);
    expect(await read(staff)).toEqual([]);
    await done(db, chair, 'floor.notes.send', { session: at });
    expect(await read(staff)).toEqual(['Two offers were made.']);
    expect(await read(yoana)).toEqual([]);
  });

  it('a link to the screen opens it until it is ended', async () => {
    const at = await session();
    const { secret, screen } = await done<{ secret: string; screen: string }>(db, chair, 'floor.screen.make', {
      session: at,
    });
    const behind = (word: string) => asActor(db.database, nobody, (tx) => screenBy(tx, word));
    expect(await behind(secret)).toEqual({ session_id: at, person_id: chair.personId, over: false });
    expect(await behind('something else')).toBeNull();
    await done(db, chair, 'floor.screen.revoke', { screen });
    expect((await behind(secret))!.over).toBe(true);
  });
});
