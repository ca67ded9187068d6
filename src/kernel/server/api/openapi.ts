import { z } from 'zod';
import type { Action } from '../../action.ts';
import { commonParameters, listParameters, type Query } from '../../query.ts';

type Schema = Record<string, unknown>;

/** The OpenAPI 3.1 document of all actions and queries, from their own schemas; nothing is written twice. */
export function openApiDocument(
  actions: ReadonlyMap<string, Action>,
  queries: ReadonlyMap<string, Query>,
  origin: string,
): Schema {
  const byName = <T extends { name: string }>(all: ReadonlyMap<string, T>) =>
    [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Redthread',
      version: '1',
      description:
        'Reading: GET, one address a thing, lists by the page. Changing: every change in Redthread is an action, and every action is here under its name. Send a token of your account page as `Authorization: Bearer …`; a token may do what its scopes and its person may, never more. A request that carries the cookie of a session instead needs the Origin of this installation. At most 600 calls a minute.',
    },
    servers: [{ url: origin }],
    security: [{ token: [] }, { session: [] }],
    tags: tagsOf([...byName(queries), ...byName(actions)]),
    paths: {
      ...Object.fromEntries(byName(queries).map((query) => [`/api/v1${query.path}`, { get: reading(query) }])),
      ...Object.fromEntries(
        byName(actions).map((action) => [`/api/v1/actions/${action.name}`, { post: changing(action) }]),
      ),
    },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Made and revoked on the account page.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: `${origin.startsWith('https:') ? '__Secure-' : ''}redthread.session_token`,
        },
      },
      schemas: { problem: problemSchema },
    },
  };
}

const moduleOf = (name: string): string => name.split('.')[0]!;
const tagsOf = (all: { name: string }[]) =>
  [...new Set(all.map(({ name }) => moduleOf(name)))].sort().map((name) => ({ name }));

/** Who may call it, and with which scope of a token. */
const securityOf = (permission: readonly string[], scope: string | null): Schema[] => [
  ...(permission.includes('public') ? [{}] : []),
  ...(scope === null ? [] : [{ token: [scope] }]),
  { session: [] },
];

const refused = {
  description: 'Refused, or failed.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } },
};

function reading(query: Query): Schema {
  const own = parametersOf(query.input, query.path);
  const common = parametersOf(query.kind === 'list' ? listParameters : commonParameters, query.path);
  return {
    operationId: query.name,
    summary: query.does,
    description: `Roles that may ask: ${query.permission.join(', ')}. Which rows they see is decided by the database.`,
    tags: [moduleOf(query.name)],
    security: securityOf(query.permission, 'read'),
    parameters: [...own, ...common, ifNoneMatch],
    responses: {
      200: {
        description: 'What there is to read.',
        headers: {
          ETag: { description: 'Strong; send it back as If-None-Match.', schema: { type: 'string' } },
          ...(query.kind === 'list'
            ? { Link: { description: 'Where the next page is, rel="next".', schema: { type: 'string' } } }
            : {}),
        },
        content: { 'application/json': { schema: answerSchema(query) } },
      },
      304: { description: 'Still as you have it.' },
      default: refused,
    },
  };
}

function answerSchema(query: Query): Schema {
  const item = jsonSchema(query.output, 'output').schema;
  if (query.kind === 'one') return item;
  return {
    type: 'object',
    required: ['items', 'next'],
    properties: {
      items: { type: 'array', items: item },
      next: { type: ['string', 'null'], description: 'Send it as `after` for the next page; null on the last.' },
    },
  };
}

const ifNoneMatch = { name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } };

/** Each field of an input as a parameter: in the path where it stands in braces, else in the query. */
function parametersOf(input: Query['input'], path: string): Schema[] {
  const { schema } = jsonSchema(input, 'input');
  const required = (schema.required ?? []) as string[];
  return Object.entries((schema.properties ?? {}) as Record<string, Schema>).map(([name, property]) => {
    const inPath = path.includes(`{${name}}`);
    const { description, ...rest } = property;
    return {
      name,
      in: inPath ? 'path' : 'query',
      required: inPath || required.includes(name),
      ...(typeof description === 'string' ? { description } : {}),
      schema: rest,
    };
  });
}

function changing(action: Action): Schema {
  const { schema, bytes } = jsonSchema(action.input, 'input');
  const module = moduleOf(action.name);
  return {
    operationId: action.name,
    summary: action.does,
    description: `Roles that may call it: ${action.permission.join(', ')}. Which row they may call it for is decided by the database.`,
    tags: [module],
    security: securityOf(action.permission, module === 'people' ? null : `write:${module}`),
    ...(hasRevision(action) ? { parameters: [ifMatch] } : {}),
    requestBody: {
      required: true,
      content: {
        'application/json': { schema },
        ...(bytes ? { 'multipart/form-data': { schema: withFiles(schema) } } : {}),
      },
    },
    responses: {
      200: {
        description: 'Done.',
        content: { 'application/json': { schema: { type: 'object', required: ['value'], properties: { value: {} } } } },
      },
      default: refused,
    },
  };
}

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The ETag with which the thing was read; stands for `revision`.',
  schema: { type: 'string' },
};

/** Whether the input of an action carries the revision that was seen. */
export function hasRevision(action: Action): boolean {
  return JSON.stringify(jsonSchema(action.input, 'input').schema).includes('"revision":');
}

/** JSON Schema of what is sent in or out, and whether a file is part of it. */
function jsonSchema(type: z.ZodType, io: 'input' | 'output'): { schema: Schema; bytes: boolean } {
  let bytes = false;
  const schema = z.toJSONSchema(type, {
    io,
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema._zod.def.type !== 'custom') return;
      bytes = true;
      Object.assign(jsonSchema, { type: 'string', format: 'binary' });
    },
  });
  delete schema.$schema;
  return { schema, bytes };
}

/** The same input as a form: a list of files is one part for each file, which brings its own name. */
function withFiles(schema: Schema): Schema {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>).map(([name, property]) => [
    name,
    JSON.stringify(property).includes('"binary"')
      ? { type: 'array', items: { type: 'string', format: 'binary' } }
      : property,
  ]);
  return { ...schema, properties: Object.fromEntries(properties) };
}

const problemSchema = {
  type: 'object',
  description: 'Problem details, RFC 9457.',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string', description: 'Stable code of the refusal, or `bug`.' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'A sentence for the person who asked.' },
    field: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { field: { type: 'string' }, detail: { type: 'string' } } },
    },
    reference: { type: 'string', description: 'Of a bug: what to quote to the secretariat.' },
  },
};
