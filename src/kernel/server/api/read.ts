import { createHash } from 'node:crypto';
import { holds } from '../../actor.ts';
import { commonParameters, listParameters, type Query } from '../../query.ts';
import { Refusal, type FieldFault } from '../../refusal.ts';
import { keepLimit } from '../auth/limits.ts';
import { asActor } from '../db/database.ts';
import type { Runtime } from '../runtime.ts';
import { mayRead, type Caller } from './caller.ts';
import { answering } from './problem.ts';
import { findQuery } from './routes.ts';

/** Everything an answer depends on beside its address. */
const varies = 'Authorization, Cookie';

/**
 * `GET /api/v1…`: runs the query whose path it is, as whoever the session or the token says.
 * One thing is answered as it is, a list as `{ items, next }` with a `Link` to the next page (RFC 8288). Every answer has a strong `ETag`.
 */
export function readOverApi(
  runtime: Runtime,
  queries: ReadonlyMap<string, Query>,
  caller: () => Promise<Caller>,
  url: URL,
  headers: Headers,
  at = new Date(),
): Promise<Response> {
  const path = url.pathname.replace(/^\/api\/v1/, '');
  return answering(path, async () => {
    const who = await caller();
    await keepLimit(runtime, 'api.from', who.limitedAs);
    const found = findQuery(queries, path);
    if (!found)
      throw new Refusal('api.path.not-found', 'There is nothing to read here. What there is: /api/v1/openapi.json.');
    const { query, fields } = found;
    mayRead(who);
    if (!holds(who.actor, ...query.permission)) throw denied(who, query.name);
    const given = parametersOf(query, fields, url.searchParams);
    const input = parse(query.input, given.own) as never;
    const rules = query.kind === 'list' ? listParameters : commonParameters;
    const common = parse(rules, given.common) as { language: 'en'; limit?: number; after?: string };
    const wanted = { after: cursorOf(query, common.after), rows: (common.limit ?? 0) + 1 };
    const value = await asActor(runtime.database, who.actor, (tx) =>
      query.run({ tx, actor: who.actor, input, language: common.language, at }, wanted),
    );
    const body = query.kind === 'list' ? page(query, value as never[], common.limit!) : shown(query, value);
    return represented(body, url, headers);
  });
}

const denied = (who: Caller, name: string): Refusal =>
  who.actor.personId === null
    ? new Refusal('access.sign-in', 'Please sign in, or send a token, to read this.')
    : new Refusal('access.denied', `Your role does not allow this (${name}). Ask the Secretariat if it should.`);

/** Path and query parameters, sorted into those of the query and those of every query. A name given several times is a list. */
function parametersOf(query: Query, fields: Record<string, string>, search: URLSearchParams) {
  const own: Record<string, unknown> = { ...fields };
  const common: Record<string, unknown> = {};
  const faults: FieldFault[] = [];
  const rules = query.kind === 'list' ? listParameters : commonParameters;
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    const value = values.length === 1 ? values[0] : values;
    if (Object.hasOwn(rules.shape, name)) common[name] = value;
    else if (Object.hasOwn(query.input.shape, name) && !Object.hasOwn(fields, name)) own[name] = value;
    else faults.push({ field: name, sentence: 'is not a parameter here' });
  }
  if (faults.length > 0) throw invalid(faults);
  return { own, common };
}

function parse(schema: Query['input'], value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), sentence: issue.message })));
}

const invalid = (faults: FieldFault[]): Refusal =>
  new Refusal('input.invalid', `${faults[0]!.field}: ${faults[0]!.sentence}`, { faults });

/** Where the page before ended. What is not one of our cursors is refused: an old address must not show a list from its beginning. */
function cursorOf(query: Query, after: string | undefined): string | null {
  if (after === undefined) return null;
  const text = Buffer.from(after, 'base64url').toString('utf8');
  const key = text.slice(1);
  if (cursor(text) === after && text.startsWith('>') && query.cursor!.safeParse(key).success) return key;
  throw invalid([
    { field: 'after', sentence: 'is not the end of a page; take it from `next` or from the Link header' },
  ]);
}

const cursor = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

function page(query: Query, rows: never[], limit: number): { items: unknown[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last !== undefined ? cursor(`>${query.key!(last)}`) : null;
  return { items: items.map((item) => shown(query, item)), next };
}

/** What is sent: the fields of the output schema and no others. A value that does not fit it is a bug, not an answer. */
const shown = (query: Query, value: unknown): unknown => query.output.parse(JSON.parse(JSON.stringify(value)));

/** The answer with its strong entity tag, or 304 when the caller has it already (RFC 9110 §13). */
function represented(body: unknown, url: URL, headers: Headers): Response {
  const text = JSON.stringify(body);
  const etag = entityTag(body, text);
  const next = (body as { next?: string | null }).next;
  const shared = {
    etag,
    vary: varies,
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    ...(typeof next === 'string' ? { link: `<${nextAddress(url, next)}>; rel="next"` } : {}),
  };
  if (matches(headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers: shared });
  return new Response(text, { headers: { ...shared, 'content-type': 'application/json' } });
}

/** `"r5-…"` where the thing has a revision, so that the tag can be sent back with a change (`If-Match`). */
function entityTag(body: unknown, text: string): string {
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  const revision = (body as { revision?: unknown } | null)?.revision;
  return typeof revision === 'number' ? `"r${revision}-${digest}"` : `"${digest}"`;
}

function matches(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header.split(',').some((one) => ['*', etag].includes(named(one.trim())));
}

/** A tag without what says how its bytes travelled: a compressed answer has one of its own, `"…-gzip"`. */
const named = (tag: string): string => tag.replace(/^W\//, '').replace(/-(gzip|br|zstd|deflate)"$/, '"');

function nextAddress(url: URL, next: string): string {
  const address = new URL(url);
  address.searchParams.set('after', next);
  return `${address.pathname}${address.search}`;
}
