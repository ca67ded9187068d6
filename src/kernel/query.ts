import { z } from 'zod';
import type { Tx } from './action.ts';
import type { Actor, Role } from './actor.ts';
import { locales, type Locale } from './language-map.ts';

/** What a query is given when it runs: a read-only transaction that knows who is asking. */
export interface QueryContext<Input> {
  tx: Tx;
  actor: Actor;
  /** Already parsed by the query's `input` schema. */
  input: Input;
  /** Language for names that exist in several. */
  language: Locale;
  /** The moment of the call; a query never asks the clock itself. */
  at: Date;
}

/** Which part of a list is wanted. */
export interface Wanted {
  /** Key of the last row of the page before, `null` for the first page. */
  after: string | null;
  /** Rows to fetch: one more than the page has, which tells whether there is another. */
  rows: number;
}

interface Described<Input> {
  /** `module.thing.read` or `module.thing.list`. */
  name: string;
  /** Below `/api/v1`: `/reports`, `/reports/{report}`. What stands in braces is part of the input. */
  path: `/${string}`;
  /** One sentence: what it answers with. */
  does: string;
  /** Path and query parameters together; they arrive as text. */
  input: z.ZodObject & z.ZodType<Input>;
  /** Roles that may ask at all; row-level security decides about the rows. Never empty. */
  permission: readonly [Role, ...Role[]];
}

/** One thing to read, for everybody outside: behind `GET /api/v1…` with a session or a token. */
export interface Query<Input = unknown, Value = unknown> extends Described<Input> {
  kind: 'one' | 'list';
  /** What is sent, and nothing else: fields that are not in it are left out. Of a list: one item. */
  output: z.ZodType;
  run(context: QueryContext<Input>, wanted: Wanted): Promise<Value>;
  /** Of a list: the key by which its order goes on; ends up, unreadable but not secret, in `after`. */
  key?(item: never): string;
  /** Of a list: what such a key looks like. What does not is refused before it reaches the database. */
  cursor?: z.ZodType;
}

/** A query that answers with one thing, or refuses with a `….not-found`. */
export function defineQuery<Input, Value>(
  query: Described<Input> & { output: z.ZodType; run(context: QueryContext<Input>): Promise<Value> },
): Query<Input, Value> {
  return checked({ ...query, kind: 'one' });
}

/**
 * A query that answers with a list, a page at a time. Its order must be total and by one key, so that no row is shown twice or lost between two pages
 * when others are added meanwhile; `run` answers with the rows after `wanted.after`, at most `wanted.rows`.
 */
export function defineListQuery<Input, Item>(
  query: Described<Input> & {
    output: z.ZodType;
    run(context: QueryContext<Input>, wanted: Wanted): Promise<Item[]>;
    /** What a key looks like; an id where nothing else is said about keys, any short text where only `key` is. */
    cursor?: z.ZodType;
    /** The id is the key where nothing else is said. */
    key?(item: Item): string;
  },
): Query<Input, Item[]> {
  return checked({
    key: (item: Item) => (item as { id: string }).id,
    cursor: query.key ? z.string().max(200) : z.uuid(),
    ...query,
    kind: 'list',
  } as unknown as Query<Input, Item[]>);
}

/** A part of rows that are there already, for lists that are short by nature (bodies, parties). Sorted by their key. */
export function partOf<Item>(items: readonly Item[], { after, rows }: Wanted, key: (item: Item) => string): Item[] {
  return items
    .filter((item) => after === null || key(item) > after)
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
    .slice(0, rows);
}

/** Parameters every query understands beside its own. */
export const commonParameters = z.object({
  language: z.enum(locales, 'is not a language of the interface').default('en'),
});
/** Parameters every list understands. */
export const listParameters = commonParameters.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(2000).optional(),
});

const wellNamed = /^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*){2}$/;
const wellPathed = /^(\/([a-z0-9]+(-[a-z0-9]+)*|\{[a-z]+\}))+$/;

function checked<Input, Value>(query: Query<Input, Value>): Query<Input, Value> {
  if (!wellNamed.test(query.name)) throw new Error(`query ${query.name}: a name is module.thing.verb`);
  if (!wellPathed.test(query.path)) throw new Error(`query ${query.name}: ${query.path} is no path`);
  if (query.permission.length === 0)
    throw new Error(`query ${query.name}: a query without a permission does not register`);
  const fields = Object.keys(query.input.shape);
  for (const [, field] of query.path.matchAll(/\{(\w+)\}/g))
    if (!fields.includes(field!)) throw new Error(`query ${query.name}: {${field}} is not in its input`);
  for (const field of Object.keys(listParameters.shape))
    if (fields.includes(field)) throw new Error(`query ${query.name}: ${field} is given to every query`);
  return Object.freeze(query);
}
