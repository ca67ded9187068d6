import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { useRuntime } from '../../../../test/support/runtime.ts';
import { actions as registered } from '../../../actions.generated.ts';
import { tokenModules } from '../../../modules/people/index.ts';
import { defineAction, type Action } from '../../action.ts';
import { nobody, type Actor } from '../../actor.ts';
import { defineQuery, type Query } from '../../query.ts';
import { Refusal } from '../../refusal.ts';
import { asActor } from '../db/database.ts';
import { runAction } from '../run-action.ts';
import { callAction } from './call.ts';
import { callerOf } from './caller.ts';
import { readOverApi } from './read.ts';

const db = useDatabase();
const runtime = useRuntime(db);
let staff: Actor;
let other: Actor;
beforeAll(async () => {
  staff = await someone(db, 'secretariat');
  other = await someone(db, 'administrator');
});

const whoAmI = defineQuery({
  name: 'test.self.read',
  path: '/self',
  does: 'Says who is asking, and how many tokens they see.',
  input: z.object({}),
  output: z.object({ id: z.uuid().nullable(), tokens: z.int() }),
  permission: ['secretariat', 'administrator'],
  run: async ({ tx, actor }) => ({
    id: actor.personId,
    tokens: (await tx.selectFrom('api_token').select('id').execute()).length,
  }),
});
const change = defineAction({
  name: 'records.thing.change',
  does: 'Changes what has revision 5.',
  input: z.object({ revision: z.coerce.number().int() }),
  permission: ['secretariat'],
  logs: false,
  async run({ input }) {
    if (input.revision !== 5) throw new Refusal('records.thing.changed', 'Somebody was faster.');
    return { revision: 6 };
  },
});
const plain = defineAction({ ...change, name: 'register.thing.touch', input: z.object({}), run: async () => ({}) });
const queries = new Map([[whoAmI.name, whoAmI as unknown as Query]]);
const actions = new Map(
  [change, plain, registered.get('people.token.make')!].map((one) => [one.name, one as unknown as Action]),
);

async function make(actor: Actor, scopes: string[]): Promise<{ id: string; token: string }> {
  const answer = await runAction(
    db.database,
    registered.get('people.token.make')!,
    actor,
    { name: 'Statistics', scopes, days: 30 },
    { door: 'page' },
  );
  if (!answer.ok) throw answer.refusal;
  return answer.value as { id: string; token: string };
}

const withToken = (token: string | null, session: Actor, address = '198.51.100.9') => {
  const headers = new Headers(token === null ? {} : { authorization: `Bearer ${token}` });
  return () => callerOf(runtime, headers, session, address);
};
const read = (token: string | null, session: Actor = nobody, address?: string) =>
  readOverApi(
    runtime,
    queries,
    withToken(token, session, address),
    new URL('http://localhost:3000/api/v1/self'),
    new Headers(),
  );
const call = (token: string | null, name: string, body: object = {}, ifMatch?: string) =>
  callAction(runtime, actions, {
    name,
    caller: withToken(token, nobody),
    request: new Request('http://localhost:3000/', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }) },
    }),
  });
const outcomeOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { title?: string }).title,
];

describe('a token', () => {
  it('reads as its person, and is not kept in a form that could be used', async () => {
    const { id, token } = await make(staff, ['read']);
    expect(token).toMatch(/^redthread_[\w-]{43}$/);
    const response = await read(token);
    expect(await response.json()).toMatchObject({ id: staff.personId });
    const { rows } = await db.admin.query<{ row: string }>('select t::text as row from api_token t where id = $1', [
      id,
    ]);
    expect(rows[0]!.row).not.toContain(token.slice(10, -4));
    const used = await db.admin.query('select used_at is not null as used from api_token where id = $1', [id]);
    expect(used.rows[0]).toEqual({ used: true });
  });

  it('stands above the session that is sent beside it', async () => {
    const { token } = await make(staff, ['read']);
    expect(await (await read(token, other)).json()).toMatchObject({ id: staff.personId });
  });

  it('is refused without, unknown, revoked, expired, and when its person has ended; always with the same words', async () => {
    expect(await outcomeOf(await read(null))).toEqual([401, 'access.sign-in']);
    const words = new Set<string>();
    const refused = async (token: string) => {
      const response = await read(token, staff);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
      words.add(((await response.json()) as { detail: string }).detail);
    };
    await refused('redthread_unknown');
    await refused('');
    await refused('not a token at all');

    const revoked = await make(staff, ['read']);
    const revoke = registered.get('people.token.revoke')!;
    const once = () => runAction(db.database, revoke, staff, { token: revoked.id }, { door: 'page' });
    expect((await once()).ok).toBe(true);
    expect(await once()).toMatchObject({ ok: false, refusal: { code: 'people.token.not-found' } });
    await refused(revoked.token);

    const expired = await make(staff, ['read']);
    await db.admin.query('alter table api_token disable trigger never_changed');
    await db.admin.query(
      `update api_token set created_at = now() - interval '9 days', expires_at = now() - interval '1 second' where id = $1`,
      [expired.id],
    );
    await db.admin.query('alter table api_token enable trigger never_changed');
    await refused(expired.token);

    const leaving = await someone(db, 'secretariat');
    const theirs = await make(leaving, ['read']);
    expect((await read(theirs.token)).status).toBe(200);
    await db.admin.query('update person set ended_at = now() where id = $1', [leaving.personId]);
    await refused(theirs.token);
    expect(words.size).toBe(1);
  });

  it('loses with its person the rights that its person loses', async () => {
    const passing = await someone(db, 'secretariat');
    const { token } = await make(passing, ['read', 'write:records']);
    expect((await call(token, 'records.thing.change', { revision: 5 })).status).toBe(200);
    await db.admin.query('update access_grant set valid_until = now() where person_id = $1', [passing.personId]);
    expect(await outcomeOf(await read(token))).toEqual([403, 'access.denied']);
    expect(await outcomeOf(await call(token, 'records.thing.change', { revision: 5 }))).toEqual([403, 'access.denied']);
  });

  it('does what its scopes say and nothing beside', async () => {
    const reading = await make(staff, ['read']);
    const writing = await make(staff, ['write:records']);
    expect(await outcomeOf(await read(writing.token))).toEqual([403, 'access.scope']);
    expect(await outcomeOf(await call(reading.token, 'records.thing.change', { revision: 5 }))).toEqual([
      403,
      'access.scope',
    ]);
    expect(await outcomeOf(await call(writing.token, 'register.thing.touch'))).toEqual([403, 'access.scope']);
    expect((await call(writing.token, 'records.thing.change', { revision: 5 })).status).toBe(200);
  });

  it('never makes another token, whatever its scopes', async () => {
    const { token } = await make(staff, ['read', ...tokenModules.map((module) => `write:${module}`)]);
    const more = { name: 'More', scopes: ['read'], days: 365 };
    expect(await outcomeOf(await call(token, 'people.token.make', more))).toEqual([403, 'access.scope']);
    const asked = await runAction(
      db.database,
      registered.get('people.token.make')!,
      staff,
      { ...more, scopes: ['write:people'] },
      { door: 'page' },
    );
    expect(asked).toMatchObject({ ok: false, refusal: { code: 'input.invalid' } });
  });

  it('of one person is invisible to every other, and cannot be revoked by them', async () => {
    const { id } = await make(staff, ['read']);
    const theirs = await make(other, ['read']);
    const seen = (await (await read(theirs.token)).json()) as { tokens: number };
    const { rows } = await db.admin.query<{ n: number }>(
      'select count(*)::int as n from api_token where person_id = $1',
      [other.personId],
    );
    expect(seen.tokens).toBe(rows[0]!.n);
    const revoke = registered.get('people.token.revoke')!;
    expect(await runAction(db.database, revoke, other, { token: id }, { door: 'page' })).toMatchObject({
      ok: false,
      refusal: { code: 'people.token.not-found' },
    });
    await expect(
      asActor(db.database, staff, (tx) => sql`select digest from api_token`.execute(tx)),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('changes only what was seen: If-Match is the revision', async () => {
    const { token } = await make(staff, ['write:records', 'write:register']);
    const change = (body: object, tag: string) => call(token, 'records.thing.change', body, tag);
    expect((await change({}, '"r5-abc"')).status).toBe(200);
    expect(await outcomeOf(await change({}, '"r4-abc"'))).toEqual([412, 'api.precondition.failed']);
    expect(await outcomeOf(await call(token, 'records.thing.change', { revision: 4 }))).toEqual([
      409,
      'records.thing.changed',
    ]);
    expect(await outcomeOf(await change({ revision: 5 }, '"r4-abc"'))).toEqual([400, 'api.precondition.malformed']);
    expect(await outcomeOf(await change({}, '"abc"'))).toEqual([400, 'api.precondition.malformed']);
    expect(await outcomeOf(await call(token, 'register.thing.touch', {}, '"r5-abc"'))).toEqual([
      400,
      'api.precondition.malformed',
    ]);
  });

  it('cannot be guessed by trying: whoever sends wrong ones is stopped', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 62; i++) statuses.push((await read(`redthread_guess${i}`, nobody, '203.0.113.80')).status);
    expect(statuses.slice(0, 60).every((status) => status === 401)).toBe(true);
    expect(statuses.slice(60)).toEqual([429, 429]);
    const stopped = await read('redthread_guess', nobody, '203.0.113.80');
    expect(stopped.headers.get('retry-after')).toBe('60');
  });

  it('can be made for every module that has actions, but not for those of one’s own account', () => {
    const modules = new Set([...registered.keys()].map((name) => name.split('.')[0]!));
    for (const own of ['people', 'calendar', 'notices']) modules.delete(own);
    expect([...modules].sort()).toEqual([...tokenModules]);
  });
});
