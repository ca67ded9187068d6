import { sql } from 'kysely';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { useRuntime } from '../../../../test/support/runtime.ts';
import { nobody, type Actor } from '../../actor.ts';
import { defineListQuery, defineQuery, type Query } from '../../query.ts';
import { Refusal } from '../../refusal.ts';
import { callerOf } from './caller.ts';
import { readOverApi } from './read.ts';

const db = useDatabase();
const runtime = useRuntime(db);
let staff: Actor;
let member: Actor;
beforeAll(async () => {
  staff = await someone(db, 'secretariat');
  member = await someone(db, 'administrator');
});

const letters = defineListQuery({
  name: 'test.letter.list',
  path: '/letters',
  does: 'Letters.',
  input: z.object({ without: z.string().optional() }),
  output: z.object({ id: z.string() }),
  permission: ['public'],
  run: async ({ input }, { after, rows }) =>
    [...'abcdefg']
      .filter((id) => id !== input.without && (after === null || id > after))
      .slice(0, rows)
      .map((id) => ({ id, inner: 'not for outside' })),
  key: (item) => item.id,
  cursor: z.string().length(1),
});
const letter = defineQuery({
  name: 'test.letter.read',
  path: '/letters/{letter}',
  does: 'A letter.',
  input: z.object({ letter: z.string().max(3) }),
  output: z.object({ letter: z.string(), revision: z.int(), language: z.string() }),
  permission: ['secretariat'],
  async run({ tx, input, language }) {
    if (input.letter === 'x') throw new Refusal('test.letter.not-found', 'No such letter.');
    if (input.letter === 'y') throw new Error('inner secret');
    if (input.letter === 'z') await sql`insert into setting (name, value) values ('a', 'b')`.execute(tx);
    return { letter: input.letter, revision: 5, language };
  },
});
const queries = new Map([letters, letter].map((query) => [query.name, query as unknown as Query]));

const get = (path: string, { actor = nobody as Actor, headers = {} as Record<string, string> } = {}) =>
  readOverApi(
    runtime,
    queries,
    () => callerOf(runtime, new Headers(headers), actor, '198.51.100.7'),
    new URL(`http://localhost:3000/api/v1${path}`),
    new Headers(headers),
  );

describe('reading over the API', () => {
  it('answers with a list a page at a time, each with the way to the next', async () => {
    const seen: string[] = [];
    let address: string | null = '/letters?limit=3&without=d';
    while (address !== null) {
      const response = await get(address);
      expect(response.status).toBe(200);
      const body = (await response.json()) as { items: { id: string }[]; next: string | null };
      seen.push(...body.items.map((item) => item.id));
      const link: string | undefined = /^<\/api\/v1(.+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
      expect(link === undefined).toBe(body.next === null);
      address = link ?? null;
    }
    expect(seen).toEqual(['a', 'b', 'c', 'e', 'f', 'g']);
  });

  it('sends what the output names and nothing else', async () => {
    const body = (await (await get('/letters')).json()) as { items: object[] };
    expect(body.items[0]).toEqual({ id: 'a' });
  });

  it('answers one thing with a strong tag that carries its revision, and 304 to who has it', async () => {
    const first = await get('/letters/a?language=ar', { actor: staff });
    expect(await first.json()).toEqual({ letter: 'a', revision: 5, language: 'ar' });
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^"r5-[\w-]{22}"$/);
    expect(first.headers.get('vary')).toBe('Authorization, Cookie');
    const again = await get('/letters/a?language=ar', { actor: staff, headers: { 'if-none-match': `"x", ${etag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const compressed = { 'if-none-match': etag.replace(/"$/, '-gzip"') };
    expect((await get('/letters/a?language=ar', { actor: staff, headers: compressed })).status).toBe(304);
    const other = await get('/letters/b', { actor: staff, headers: { 'if-none-match': etag } });
    expect(other.status).toBe(200);
  });

  it.each([
    ['nobody', '/letters/a', () => nobody, 401, 'access.sign-in'],
    ['the wrong role', '/letters/a', () => member, 403, 'access.denied'],
    ['no such path', '/letter', () => staff, 404, 'api.path.not-found'],
    ['a path that is no text', '/letters/%ff', () => staff, 404, 'api.path.not-found'],
    ['a thing that is not there', '/letters/x', () => staff, 404, 'test.letter.not-found'],
    ['too long an id', '/letters/aaaa', () => staff, 422, 'input.invalid'],
    ['a parameter nobody knows', '/letters?with=d', () => nobody, 422, 'input.invalid'],
    ['the path in the query', '/letters/a?letter=b', () => staff, 422, 'input.invalid'],
    ['too large a page', '/letters?limit=1000', () => nobody, 422, 'input.invalid'],
    ['a cursor of somebody else', '/letters?after=abc', () => nobody, 422, 'input.invalid'],
    ['a cursor that is no key', `/letters?after=${btoa('>ab').replace(/=+$/, '')}`, () => nobody, 422, 'input.invalid'],
    ['a language nobody speaks', '/letters?language=xx', () => nobody, 422, 'input.invalid'],
    ['a parameter given twice', '/letters?limit=1&limit=2', () => nobody, 422, 'input.invalid'],
  ] as const)('%s gets a problem', async (_, path, actor, status, code) => {
    const response = await get(path, { actor: actor() });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ type: `urn:redthread:refusal:${code}`, status });
  });

  it('tells of a bug its number and nothing else, and cannot write', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    for (const path of ['/letters/y', '/letters/z']) {
      const response = await get(path, { actor: staff });
      const body = await response.json();
      expect(response.status).toBe(500);
      expect(Object.keys(body)).toEqual(['type', 'title', 'status', 'detail', 'reference']);
    }
    logged.mockRestore();
  });
});
