/** The OpenAPI document as a page shows it. Made from the document alone, so that both say the same. */
export interface ApiReference {
  groups: ApiGroup[];
}

export interface ApiGroup {
  /** Module, as its tag. */
  name: string;
  reading: ApiOperation[];
  changing: ApiOperation[];
}

export interface ApiOperation {
  name: string;
  method: 'GET' | 'POST';
  path: string;
  does: string;
  /** Who may call it, in English, as the document says. */
  who: string;
  /** Scope a token needs; null where none is enough. */
  scope: string | null;
  /** Whether it can be called without signing in. */
  open: boolean;
  parameters: ApiField[];
  /** Fields of the body that is sent, and of the answer; nested ones with their path, `meeting.title`, `items[].id`. */
  input: ApiField[];
  answer: ApiField[];
}

export interface ApiField {
  name: string;
  type: string;
  required: boolean;
  meaning: string;
}

type Json = Record<string, unknown>;

/** Groups and operations in the order of the document. */
export function referenceOf(document: Json): ApiReference {
  const operations = Object.entries(document.paths as Record<string, Record<string, Json>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: (operation.tags as string[])[0]!,
      shown: operationOf(method === 'get' ? 'GET' : 'POST', path, operation),
    })),
  );
  return {
    groups: (document.tags as { name: string }[]).map(({ name }) => {
      const own = operations.filter(({ tag }) => tag === name).map(({ shown }) => shown);
      return {
        name,
        reading: own.filter(({ method }) => method === 'GET'),
        changing: own.filter(({ method }) => method === 'POST'),
      };
    }),
  };
}

function operationOf(method: ApiOperation['method'], path: string, operation: Json): ApiOperation {
  const security = operation.security as Record<string, string[]>[];
  const content = (holder: unknown) =>
    ((holder as Json | undefined)?.content as Record<string, { schema: Json }> | undefined)?.['application/json']
      ?.schema;
  const parameters = (operation.parameters ?? []) as Json[];
  return {
    name: operation.operationId as string,
    method,
    path,
    does: operation.summary as string,
    who: operation.description as string,
    scope: security.find((one) => 'token' in one)?.token?.[0] ?? null,
    open: security.some((one) => Object.keys(one).length === 0),
    parameters: parameters.map((one) => ({
      name: one.name as string,
      type: typeOf(one.schema as Json),
      required: one.required === true,
      meaning: (one.description as string | undefined) ?? '',
    })),
    input: fieldsOf(content(operation.requestBody), ''),
    answer: method === 'GET' ? fieldsOf(content((operation.responses as Json)['200']), '') : [],
  };
}

/** Fields of an object and of the objects in it, three deep. */
function fieldsOf(schema: Json | undefined, above: string, depth = 0): ApiField[] {
  const inner = objectIn(schema);
  if (!inner || depth > 3) return [];
  const required = (inner.required ?? []) as string[];
  return Object.entries((inner.properties ?? {}) as Record<string, Json>).flatMap(([name, property]) => {
    const path = `${above}${name}`;
    const list = choices(property).some((one) => one.type === 'array');
    return [
      {
        name: path,
        type: typeOf(property),
        required: required.includes(name),
        meaning: (property.description as string | undefined) ?? '',
      },
      ...fieldsOf(property, list ? `${path}[].` : `${path}.`, depth + 1),
    ];
  });
}

const choices = (schema: Json): Json[] => (schema.anyOf ?? schema.oneOf ?? [schema]) as Json[];

/** The object a schema is, holds as items, or may be beside null; parts of an intersection as one. */
function objectIn(schema: Json | undefined): Json | null {
  if (!schema) return null;
  if (Array.isArray(schema.allOf)) {
    const parts = (schema.allOf as Json[]).map(objectIn).filter((part) => part !== null);
    return {
      properties: Object.fromEntries(parts.flatMap((part) => Object.entries((part.properties ?? {}) as Json))),
      required: parts.flatMap((part) => (part.required ?? []) as string[]),
    };
  }
  for (const one of choices(schema)) {
    if (one.type === 'object' && one.properties) return one;
    if (one.type === 'array') return objectIn(one.items as Json);
  }
  return null;
}

/** A schema in a few words: `string`, `integer 1–99`, `decision | offer`, `list of uuid`, `… or null`. */
export function typeOf(schema: Json): string {
  const alternatives = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (alternatives) return [...new Set(alternatives.map(typeOf))].join(' or ');
  if (schema.allOf) return 'object';
  if (Array.isArray(schema.enum)) return schema.enum.join(' | ');
  if ('const' in schema) return String(schema.const);
  if (schema.type === 'array') return `list of ${typeOf((schema.items ?? {}) as Json)}`;
  if (Array.isArray(schema.type)) return schema.type.join(' or ');
  if (typeof schema.format === 'string') return schema.format;
  if (schema.type === 'integer' || schema.type === 'number') return `${schema.type}${rangeOf(schema)}`;
  return typeof schema.type === 'string' ? schema.type : 'any';
}

function rangeOf({ minimum, maximum }: Json): string {
  const telling = (n: unknown) => typeof n === 'number' && Math.abs(n) < 1e9;
  if (telling(minimum) && telling(maximum)) return ` ${String(minimum)}–${String(maximum)}`;
  return telling(minimum) ? ` from ${String(minimum)}` : '';
}
