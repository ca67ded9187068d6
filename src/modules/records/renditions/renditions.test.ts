import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { outcomeKinds } from '../outcome.ts';
import { toAkomaNtoso } from './akoma-ntoso.ts';
import { toHtml } from './html.ts';
import { toJsonLd } from './json-ld.ts';
import { toPrinted } from './printed.ts';
import { branches, fileNameOf, pieces, type Piece, type Rendition, type RenditionParagraph } from './rendition.ts';

/** Reads ../shared/schemas: the official schema of Akoma Ntoso. */
const schemas = join(resolve(process.env['REDTHREAD_SHARED'] ?? '../shared'), 'schemas/akn');
const there = existsSync(join(schemas, 'akomantoso30.xsd'));
if (!there)
  console.log(
    `left out: validation against the official schema of Akoma Ntoso is not possible, it is not in ${schemas}`,
  );

const uuid = (n: number) => `0191a000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Any report: numbered and unnumbered paragraphs in depths, outcomes and references on any stretch of them, texts with everything markup trips over. */
const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40 }),
  fc.constantFrom('A <b>ferry</b> & "two" landings', 'قارب ١', 'half \ud800 of a character', 'a\u0000b\u000bc', ']]>'),
);
const rendition: fc.Arbitrary<Rendition> = fc
  .array(fc.record({ text: words, label: fc.option(fc.constantFrom('1.', 'a.', '(iv)')), up: fc.nat(5) }), {
    maxLength: 12,
  })
  .chain((rows) => {
    let start = 0;
    const paragraphs = rows.map(({ text, label, up }, index): RenditionParagraph => {
      const parent = index === 0 || up === 0 ? null : uuid(Math.max(1, index - up + 1));
      const made = {
        id: uuid(index + 1),
        number: index + 1,
        label,
        level: parent === null ? 0 : 1,
        parent,
        text,
        start,
      };
      start += text.length + 1;
      return made;
    });
    const span = fc.tuple(fc.nat(start), fc.nat(12)).map(([at, length]) => ({ start: at, end: at + length }));
    const party = fc.record({ key: fc.option(fc.constantFrom('GEO', 'org:iom', 'body:som')), name: words });
    return fc.record({
      slug: fc.constant('2031-05-06-tirana'),
      origin: fc.constant('https://redthread.example'),
      language: fc.constantFrom('en', 'ar'),
      audience: fc.constantFrom('public' as const, 'internal' as const),
      version: fc.integer({ min: 1, max: 9 }),
      issued: fc.constant('2031-06-01'),
      meeting: fc.record({
        title: words,
        startDay: fc.option(fc.constant('2031-05-06')),
        endDay: fc.constant(null),
        place: fc.option(words),
        mode: fc.option(fc.constantFrom('online', 'hybrid')),
        underRule: fc.boolean(),
        bodies: fc.constant([{ key: 'body:som', name: 'Senior Officials' }]),
      }),
      attendance: fc.array(
        fc.record({ key: fc.option(fc.constant('GEO')), name: words, kind: fc.constant('state' as const) }),
        { maxLength: 3 },
      ),
      paragraphs: fc.constant(paragraphs),
      outcomes: fc
        .array(fc.record({ span, kind: fc.constantFrom(...outcomeKinds), by: fc.array(party, { maxLength: 2 }) }), {
          maxLength: 6,
        })
        .map((list) =>
          list.map(({ span: { start: from, end }, kind, by }, index) => ({
            id: uuid(100 + index),
            number: index + 1,
            kind,
            start: from,
            end,
            text: 'words',
            by,
            to: [],
            goals: [1],
            when: { from: '2032-01-01', until: '2032-12-31' },
          })),
        ),
      references: fc.array(
        fc.record({
          target: fc.constantFrom(...paragraphs.map(({ id }) => id), uuid(999)),
          start: fc.nat(50),
          end: fc.nat(60),
        }),
        { maxLength: 4 },
      ),
    });
  });

const plain = (list: Piece<unknown>[]): string =>
  list.map((piece) => ('text' in piece ? piece.text : plain(piece.inner))).join('');

describe('marks in a text', () => {
  it('never change it, however they cross', () => {
    const mark = fc.record({ start: fc.nat(30), end: fc.nat(30), value: fc.constant('x') });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(mark, { maxLength: 8 }), (text, marks) => {
        expect(plain(pieces(text, marks))).toBe(text);
      }),
    );
  });
  it('stand within each other; of two that cross the first stays', () => {
    expect(
      pieces('abcdef', [
        { start: 0, end: 4, value: 'whole' },
        { start: 1, end: 2, value: 'inner' },
        { start: 3, end: 6, value: 'crossing' },
      ]),
    ).toEqual([
      { mark: 'whole', inner: [{ text: 'a' }, { mark: 'inner', inner: [{ text: 'b' }] }, { text: 'cd' }] },
      { text: 'ef' },
    ]);
  });
});

it('every paragraph is in the tree once, in the order of the text', () => {
  fc.assert(
    fc.property(rendition, ({ paragraphs }) => {
      const ids = (tree: ReturnType<typeof branches>): string[] =>
        tree.flatMap(({ paragraph, children }) => [paragraph.id, ...ids(children)]);
      expect(ids(branches(paragraphs)).toSorted()).toEqual(paragraphs.map(({ id }) => id).toSorted());
    }),
  );
});

describe('Akoma Ntoso', () => {
  it('names nothing twice and refers to nothing that is not there', () => {
    fc.assert(
      fc.property(rendition, (one) => {
        const xml = toAkomaNtoso(one);
        const ids = [...xml.matchAll(/ eId="([^"]*)"/g)].map(([, id]) => id!);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [, target] of xml.matchAll(/ (?:href|refersTo|source|as)="#([^"]*)"/g))
          expect(ids).toContain(target);
      }),
    );
  });

  it('has identifiers that nest: work within expression within manifestation', () => {
    const [one] = fc.sample(rendition, 1);
    const uris = [...toAkomaNtoso(one!).matchAll(/FRBRuri value="([^"]*)"/g)].map(([, uri]) => uri!);
    expect(uris).toHaveLength(3);
    expect(uris[1]!.startsWith(`${uris[0]}/`)).toBe(true);
    expect(uris[2]!.startsWith(`${uris[1]}/`)).toBe(true);
  });

  it.runIf(there)('is valid by the official schema, whatever the report', async () => {
    const schema = ['akomantoso30.xsd', 'xml.xsd'].map((name) => ({
      fileName: name,
      contents: readFileSync(join(schemas, name), 'utf8'),
    }));
    const samples = fc.sample(rendition, { numRuns: 25, seed: 4 });
    const { valid, errors } = await validateXML({
      xml: samples.map((one, index) => ({ fileName: `report-${index}.xml`, contents: toAkomaNtoso(one) })),
      schema: [schema[0]!],
      preload: [schema[1]!],
      maxMemoryPages: 8192,
    });
    expect(errors.map(({ message }) => message).slice(0, 3)).toEqual([]);
    expect(valid).toBe(true);
  });
});

describe('the other formats', () => {
  const text = (html: string) =>
    html
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');

  it('HTML holds every paragraph as text, never as markup, and no script', () => {
    fc.assert(
      fc.property(rendition, (one) => {
        const html = toHtml(one, 'ltr');
        expect(html).not.toMatch(/<script|<b>|https?:\/\/(?!redthread\.example)/);
        for (const paragraph of one.paragraphs)
          expect(text(html)).toContain(paragraph.text.toWellFormed().replaceAll('\0', ''));
      }),
    );
  });

  it('JSON-LD has an address for every paragraph and outcome', () => {
    fc.assert(
      fc.property(rendition, (one) => {
        const parts = toJsonLd(one)['hasPart'] as { '@id': string }[];
        expect(parts).toHaveLength(one.paragraphs.length + one.outcomes.length);
        expect(new Set(parts.map((part) => part['@id'])).size).toBe(parts.length);
      }),
    );
  });

  it('print has every paragraph with its number, in its depth', () => {
    const facts = {
      date: 'Date',
      place: 'Place',
      bodies: 'Bodies',
      rule: 'Rule',
      ruleHolds: 'holds',
      rendition: 'Public rendition',
    };
    fc.assert(
      fc.property(rendition, (one) => {
        const { blocks } = toPrinted(one, 'en', facts, '6 May 2031');
        const printed = blocks.reduce(
          (sum, block) =>
            sum + (block.kind === 'list' ? block.items.length : block.kind === 'table' ? block.rows.length + 1 : 1),
          0,
        );
        const titled = one.paragraphs[0]?.label === null && one.paragraphs[0].text.trim() === one.meeting.title.trim();
        expect(printed).toBe(one.paragraphs.length - (titled ? 1 : 0));
      }),
    );
  });

  it('a file name says which report and audience, and nothing else', () => {
    expect(fileNameOf({ slug: '2031-05-06-tirana', audience: 'public' })).toBe('2031-05-06-tirana');
    expect(fileNameOf({ slug: '2031-05-06-tirana', audience: 'internal' })).toBe('2031-05-06-tirana-internal');
  });
});
