import { beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { useRuntime } from '../../../../test/support/runtime.ts';
import { actions as registered } from '../../../actions.generated.ts';
import { defineAction, type Action } from '../../action.ts';
import { nobody, type Actor } from '../../actor.ts';
import { Refusal } from '../../refusal.ts';
import { queries } from '../../../queries.generated.ts';
import { callAction } from './call.ts';
import { callerOf } from './caller.ts';
import { openApiDocument } from './openapi.ts';

const db = useDatabase();
const runtime = useRuntime(db, { IMPORT_LIMIT_MB: '2' });
let staff: Actor;
beforeAll(async () => {
  staff = await someone(db, 'secretariat');
});

const shape = z.object({
  text: z.string().min(2, 'is too short'),
  count: z.coerce.number().int(),
  files: z.array(z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) })).optional(),
});
const echo = defineAction({
  name: 'test.echo.say',
  does: 'Says it again.',
  input: shape,
  permission: ['secretariat'],
  logs: false,
  async run({ input }) {
    if (input.text === 'refuse') throw new Refusal('test.echo.changed', 'Somebody was faster.', { field: 'text' });
    if (input.text === 'break') throw new Error('inner secret');
    return {
      text: input.text,
      count: input.count,
      files: input.files?.map((file) => [file.name, file.bytes.byteLength]) ?? [],
    };
  },
});
const actions = new Map([[echo.name, echo as unknown as Action]]);
let machine = 0;
const call = (body: BodyInit | null, type: string | null, { actor = staff, name = echo.name } = {}) =>
  callAction(runtime, actions, {
    name,
    caller: () => callerOf(runtime, new Headers(), actor, `198.51.100.${++machine}`),
    request: new Request(`http://localhost:3000/api/v1/actions/${name}`, {
      method: 'POST',
      body,
      headers: type === null ? {} : { 'content-type': type },
      duplex: 'half',
    } as RequestInit),
  });
const json = (value: unknown, more = {}) => call(JSON.stringify(value), 'application/json', more);

describe('an action over the API', () => {
  it('answers its value, and is audited with its door', async () => {
    const response = await json({ text: 'hello', count: '3' });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ value: { text: 'hello', count: 3, files: [] } });
    const { rows } = await db.admin.query('select door, result, person_id from audit_entry order by seq desc limit 1');
    expect(rows[0]).toEqual({ door: 'api', result: 'done', person_id: staff.personId });
  });

  it('takes files as parts of a form', async () => {
    const form = new FormData();
    form.set('text', 'hello');
    form.set('count', '1');
    form.append('files', new Blob([new Uint8Array(1000)]), 'report.pdf');
    form.append('files', new Blob([new Uint8Array(2)]), 'annex.txt');
    const request = new Request('http://x', { method: 'POST', body: form });
    const response = await call(await request.blob(), request.headers.get('content-type'));
    expect(await response.json()).toEqual({
      value: {
        text: 'hello',
        count: 1,
        files: [
          ['report.pdf', 1000],
          ['annex.txt', 2],
        ],
      },
    });
  });

  it.each([
    ['a stranger', { text: 'hello', count: 1 }, { actor: nobody }, 401, 'access.sign-in'],
    ['an unknown action', {}, { name: 'test.no.such' }, 404, 'api.action.not-found'],
    ['a name from the prototype', {}, { name: '__proto__' }, 404, 'api.action.not-found'],
    ['wrong input', { text: '', count: 'x' }, {}, 422, 'input.invalid'],
    ['a refusal of the action', { text: 'refuse', count: 1 }, {}, 409, 'test.echo.changed'],
  ])('%s gets a problem', async (_, input, more, status, code) => {
    const response = await json(input, more);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ type: `urn:redthread:refusal:${code}`, title: code, status });
  });

  it('names every fault of the input with its field', async () => {
    const body = await (await json({ text: '', count: 'x' })).json();
    expect(body.errors.map((one: { field: string }) => one.field)).toEqual(['text', 'count']);
  });

  it.each([
    ['no type', '{}', null, 415],
    ['text', '{}', 'text/plain', 415],
    ['a plain form', 'text=a', 'application/x-www-form-urlencoded', 415],
    ['broken JSON', '{"text":', 'application/json', 400],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'application/json', 400],
    ['a form without its boundary', 'x', 'multipart/form-data', 400],
    ['JSON that is no object', '[1]', 'application/json', 422],
    ['too much JSON', JSON.stringify({ text: 'x'.repeat(1024 * 1024) }), 'application/json', 413],
    ['too large a file', new Uint8Array(3 * 1024 * 1024 + 1), 'multipart/form-data; boundary=x', 413],
  ] as const)('%s is answered with %s', async (_, body, type, status) => {
    expect((await call(body as BodyInit, type)).status).toBe(status);
  });

  it('stops reading a body that never said how long it is', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent++;
        controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
      },
    });
    expect((await call(endless, 'application/json')).status).toBe(413);
    expect(sent).toBeLessThan(40);
  });

  it('tells of a bug its number and nothing else', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const response = await json({ text: 'break', count: 1 });
    const body = await response.json();
    expect(response.status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('secret');
    const { rows } = await db.admin.query('select code, result from audit_entry order by seq desc limit 1');
    expect(rows[0]).toEqual({ code: body.reference, result: 'failed' });
    expect(JSON.stringify(logged.mock.calls)).toContain(body.reference);
    logged.mockRestore();
  });

  it('is limited per caller', async () => {
    const other = await someone(db, 'secretariat');
    const statuses: number[] = [];
    for (let i = 0; i < 605; i++) statuses.push((await json({}, { actor: other, name: 'test.no.such' })).status);
    expect(statuses.slice(0, 600).every((status) => status === 404)).toBe(true);
    expect(statuses.slice(600)).toEqual([429, 429, 429, 429, 429]);
  });
});

describe('the OpenAPI document', () => {
  const document = openApiDocument(registered, queries, 'https://redthread.example.org') as {
    paths: Record<
      string,
      {
        post: {
          operationId: string;
          summary: string;
          requestBody: { content: Record<string, { schema: { type?: string } }> };
        };
      }
    >;
  };

  it('has every registered action, with what it does and an object as input', () => {
    expect(Object.keys(document.paths)).toHaveLength(registered.size + queries.size);
    for (const action of registered.values()) {
      const { post } = document.paths[`/api/v1/actions/${action.name}`]!;
      expect(post.summary).toBe(action.does);
      const [content] = Object.values(post.requestBody.content);
      expect(content!.schema.type ?? 'object', action.name).toBe('object');
    }
  });

  it('says where a file is part of the input', () => {
    const own = openApiDocument(actions, new Map(), 'http://localhost:3000') as typeof document;
    expect(Object.keys(own.paths['/api/v1/actions/test.echo.say']!.post.requestBody.content)).toEqual([
      'application/json',
      'multipart/form-data',
    ]);
    const invite = document.paths['/api/v1/actions/people.person.invite']!.post.requestBody.content;
    expect(Object.keys(invite)).toEqual(['application/json']);
  });

  it('can be written down as JSON and says no secret', () => {
    const text = JSON.stringify(document);
    expect(text.length).toBeGreaterThan(1000);
    expect(text).not.toContain(runtime.secret);
  });
});
