import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { actions } from '../../../actions.generated.ts';
import { queries } from '../../../queries.generated.ts';
import { openApiDocument } from './openapi.ts';
import { publishedApi } from './published.ts';
import { referenceOf, typeOf } from './reference.ts';

const document = openApiDocument(actions, queries, 'https://redthread.example.org');
const operations = Object.values(document.paths as Record<string, Record<string, Record<string, unknown>>>).flatMap(
  (methods) => Object.values(methods),
);

const official = join(resolve(process.env['REDTHREAD_SHARED'] ?? '../shared'), 'schemas/openapi');
const there = existsSync(join(official, 'schema.yaml'));
if (!there) console.error(`left out: the official OpenAPI schema is not in ${official}`);

/** The official schema of OpenAPI 3.1 documents. It leaves the JSON Schemas in them to a validator, which is the next test. */
async function officialCheck() {
  const { load } = (await import('js-yaml' as string)) as { load(text: string): object };
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  const text = readFileSync(join(official, 'schema.yaml'), 'utf8');
  // ajv takes a dynamic reference to the root; with no other schema around it means this one.
  return ajv.compile(load(text.replace(/\$dynamicRef: '#meta'/g, "$ref: '#/$defs/schema'")));
}

describe('the OpenAPI document', () => {
  it.runIf(there)('is what the OpenAPI Initiative says an OpenAPI 3.1 document is', async () => {
    const check = await officialCheck();
    check(document);
    expect(check.errors ?? []).toEqual([]);
    check({ ...document, info: {} });
    expect(check.errors?.length).toBeGreaterThan(0);
  });

  it('has schemas that a validator takes, every one', () => {
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    for (const bytes of ['binary', 'base64']) ajv.addFormat(bytes, true);
    const schemas: object[] = [];
    JSON.stringify(document, (key, value: unknown) => {
      if (key === 'schema') schemas.push(value as object);
      return value;
    });
    expect(schemas.length).toBeGreaterThan(operations.length);
    for (const schema of schemas.filter((one) => !JSON.stringify(one).includes('#/components/'))) ajv.compile(schema);
  });

  it('names every operation once, and each parameter of a path', () => {
    const names = operations.map((operation) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const query of queries.values())
      for (const [, name] of query.path.matchAll(/\{(\w+)\}/g)) {
        const { parameters } = operations.find((one) => one.operationId === query.name) as { parameters: object[] };
        expect(parameters).toContainEqual(expect.objectContaining({ name, in: 'path', required: true }));
      }
  });

  it('has no two queries at one address', () => {
    const shapes = [...queries.values()].map((query) => query.path.replace(/\{\w+\}/g, '{}'));
    expect(new Set(shapes).size).toBe(shapes.length);
  });
});

describe('what is published', () => {
  it('is made once for an origin, and again for another', () => {
    const origin = 'https://redthread.example.org';
    const first = publishedApi(actions, queries, origin);
    expect(JSON.parse(first.text)).toEqual(JSON.parse(JSON.stringify(document)));
    expect(publishedApi(actions, queries, origin)).toBe(first);
    const elsewhere = publishedApi(actions, queries, 'https://elsewhere.example.org');
    expect(JSON.parse(elsewhere.text)).toMatchObject({ servers: [{ url: 'https://elsewhere.example.org' }] });
  });
});

describe('the page of the API', () => {
  const { groups } = referenceOf(document);

  it('shows every operation of the document in the group of its module', () => {
    const shown = groups.flatMap((group) => [...group.reading, ...group.changing].map((one) => [group.name, one.name]));
    expect(shown).toHaveLength(operations.length);
    for (const [group, name] of shown) expect(name!.startsWith(`${group}.`)).toBe(true);
  });

  it('says what can be sent, what comes back, and with which token', () => {
    const outcomes = groups.flatMap((group) => group.reading).find((one) => one.name === 'records.outcome.list')!;
    expect(outcomes).toMatchObject({ method: 'GET', path: '/api/v1/outcomes', scope: 'read', open: true });
    expect(outcomes.parameters.map((one) => one.name)).toEqual(expect.arrayContaining(['kind', 'limit', 'after']));
    expect(outcomes.answer.map((one) => one.name)).toEqual(
      expect.arrayContaining(['items', 'items[].text', 'items[].by[].party', 'items[].report.slug', 'next']),
    );
    const invite = groups.flatMap((group) => group.changing).find((one) => one.name === 'people.person.invite')!;
    expect(invite).toMatchObject({ method: 'POST', scope: null, open: false });
    expect(invite.input.map((one) => one.name)).toContain('email');
  });

  it.each([
    [{ type: 'string' }, 'string'],
    [{ type: 'integer', minimum: 1, maximum: 99 }, 'integer 1–99'],
    [{ type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 }, 'integer'],
    [{ anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] }, 'date or null'],
    [{ enum: ['a', 'b'], type: 'string' }, 'a | b'],
    [{ type: 'array', items: { type: 'string', format: 'uuid' } }, 'list of uuid'],
    [{}, 'any'],
  ])('says %j in a few words', (schema, words) => {
    expect(typeOf(schema)).toBe(words);
  });
});
