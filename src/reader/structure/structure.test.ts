import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../index.ts';
import { textToDocument } from '../sources/text.ts';

const read = (text: string) => readDocument(textToDocument(text, 'a.md', 'text/markdown', ''));
const labels = (text: string) =>
  read(text)
    .paragraphs.filter((p) => p.label !== null)
    .map((p) => `${p.id} ${p.label}${p.labelSupplied ? '*' : ''}`);
const lead = 'Harbour Forum\n\nRiga, 3 May 2019\n\n';

describe('tree', () => {
  test('numbers, letters and numerals nest', () => {
    expect(
      labels(`${lead}1. First:\n a. one\n b. two\n2. Second:\n i. one\n ii. two\n  - dash\n iii. three\n`),
    ).toEqual(['p1 1.', 'p1.a a.', 'p1.b b.', 'p2 2.', 'p2.i i.', 'p2.ii ii.', 'p2.iii iii.']);
  });

  test('missing letters are supplied by position and said', () => {
    const text = `${lead}1. The groups proposed:\n- To count boats\n- b. To count nets\n- To count ropes\n2. Next:\n- a. To paint\n- To sand\n- c. To sail\n`;
    expect(labels(text)).toEqual([
      'p1 1.',
      'p1.a a.*',
      'p1.b b.',
      'p1.c c.*',
      'p2 2.',
      'p2.a a.',
      'p2.b b.*',
      'p2.c c.',
    ]);
    expect(read(text).findings.filter((f) => f.code === 'structure.label-missing')).toHaveLength(3);
  });

  test('dashes below an entry with a colon stay dashes', () => {
    expect(labels(`${lead}1. Proposals:\n- a. To count:\n  - boats\n  - nets\n- b. To paint\n`)).toEqual([
      'p1 1.',
      'p1.a a.',
      'p1.b b.',
    ]);
  });

  test('an unlabelled first paragraph before 2. is the first', () => {
    const text = `${lead}The forum was held in Riga and was attended by the ministers of nine coastal states.\n\n2. Ministers thanked the host.\n\n3. They left.\n`;
    expect(labels(text)).toEqual(['p1 1.*', 'p2 2.', 'p3 3.']);
  });

  test('headings A. and I. over running numbers are no numbering', () => {
    expect(
      labels(
        `${lead}I. Opening\n\n1. One came in.\n\n2. Two came in.\n\nII. Work\n\n3. Three worked.\n\n4. Four worked.\n`,
      ),
    ).toEqual(['p1 1.', 'p2 2.', 'p3 3.', 'p4 4.']);
  });

  test('bullets and text under a heading without number do not belong to the paragraph before it', () => {
    const text = `${lead}1. The mayor opened the forum.\n\n2. Ministers thanked the host.\n\n## Recommendations\n\nThree wishes were heard.\n\n- To count the boats every spring:\n  - at the piers\n- To paint the lighthouse.\n\n3. They left.\n`;
    const { paragraphs, outcomes } = read(text);
    expect(paragraphs.slice(2).map((p) => [p.id, p.parent, p.level])).toEqual([
      ['p1', null, 1],
      ['p2', null, 1],
      ['u3', null, 1],
      ['u4', null, 1],
      ['u5', null, 1],
      ['u6', 'u5', 2],
      ['u7', null, 1],
      ['p3', null, 1],
    ]);
    expect(outcomes.map((o) => [o.kind, o.paragraph])).toEqual([
      ['recommendation', null],
      ['recommendation', null],
    ]);
  });

  test('under a heading of the same level the bullets belong to no number of the part before', () => {
    const { paragraphs } = read(
      `${lead}## Wishes\n\n1. Count the boats once a year\n2. Count the nets once a year\n\n## Next steps\n\n- Malta to count the boats`,
    );
    expect(paragraphs.at(-1)?.parent).toBeNull();
  });

  test('a heading inside of a numbered paragraph does not end it', () => {
    const text = `${lead}1. The mayor opened the forum.\n\n2. The groups proposed:\n\n## Boats\n\n- To count the boats.\n\n3. Session on nets\n\n### Wishes\n\n- To mend the nets.\n`;
    expect(
      read(text)
        .paragraphs.filter((p) => p.parent !== null)
        .map((p) => p.parent),
    ).toEqual(['p2', 'p3']);
  });

  test('Arabic-Indic and Persian figures number paragraphs', () => {
    const arabic = `${lead}١. اجتمع المجلس على شاطئ البحيرة.\n\n٢. شكر الوزراء البلد المضيف:\n- أولا\n- ثانيا\n\n٣. انصرفوا.\n`;
    expect(labels(arabic)).toEqual(['p1 ١.', 'p2 ٢.', 'p3 ٣.']);
    const persian = `${lead}۹. شورای بندرها در کنار دریاچه شمالی گرد آمد.\n\n۱۰. وزیران رفتند.\n`;
    expect(labels(persian)).toEqual(['p9 ۹.', 'p10 ۱۰.']);
  });

  test('a list that a sentence introduces is not the numbering: an agenda before the titles, letters under what was agreed', () => {
    expect(
      labels(
        `${lead}The two sides met in the old port and adopted this agenda:\n\n1. Ice\n2. Nets\n\n1. ICE\n\n1.1 They agreed on ice.\n\n2. NETS\n\n2.1 They agreed on nets.`,
      ).filter((l) => !l.includes('.1')),
    ).toEqual(['p1 1.', 'p2 2.', 'p1_2 1.', 'p2_2 2.']);
    const levels = read(
      `${lead}It was agreed by all who had come to the port that:\n\n(i) Malta would count boats;\n(ii) Spain would count nets.`,
    ).paragraphs.filter((p) => p.label !== null);
    expect(levels.map((p) => p.level)).toEqual([2, 2]);
  });

  test('numbers that run on across numbered titles are the numbering, the titles are not', () => {
    const text = (third: string) =>
      `${lead}## 1. Opening\n\n1. The Chair opened the Forum in the old port.\n\n2. The agenda was adopted.\n\n## 2. Nets\n\n${third}`;
    expect(labels(text('3. The nets were counted.\n\n## 3. Ice\n\n4. The ice was late.'))).toEqual([
      'p1 1.',
      'p2 2.',
      'p3 3.',
      'p4 4.',
    ]);
  });

  test('the clauses of a resolution belong to the paragraph that holds it', () => {
    const clauses = read(
      `${lead}1. The Forum met in the old port and all were glad of it.\n\n2. It counted nets.\n\n3. The Forum,\n\nRecalling the winter,\n\n1. Decides to count the boats;\n\n2. Requests Malta to paint the pier.\n\n4. The Forum closed.`,
    ).paragraphs.filter((p) => p.label !== null);
    expect(clauses.map((p) => p.level)).toEqual([1, 1, 1, 2, 2, 1]);
  });

  test('a short first sentence under "Item 1" begins the text', () => {
    expect(
      labels(`${lead}### Item 1. Agenda\n\nThe agenda was adopted.\n\n### Item 2. Nets\n\nThe nets were counted.`),
    ).toEqual(['p1 Item 1.', 'p2 Item 2.']);
  });

  test('titles in capitals set off from their number by white space are numbered; a date is not', () => {
    expect(
      labels(
        `${lead}1  OPENING\n\nThe Chair opened the Forum and all were glad.\n\n2  OTHER MATTERS\n\nThere were none.`,
      ),
    ).toEqual(['p1 1.', 'p2 2.']);
    expect(
      labels('Harbour Forum\n\n3  MAY 2019\n\nThe Chair opened the Forum and all who had come were glad of it.'),
    ).toEqual([]);
  });

  test('headings that count from one without a dot are numbered, one alone is not', () => {
    const text = 'The boats were counted in the old port and all were glad of it.';
    expect(labels(`${lead}## 1 Boats\n\n${text}\n\n## 2 Nets\n\n${text}`)).toEqual(['p1 1.', 'p2 2.']);
    expect(labels(`${lead}## 1 Boat\n\n${text}\n\n## 12 May\n\n${text}`)).toEqual([]);
  });

  test('an agenda after the list of those present is no part of it', () => {
    expect(
      read(
        `${lead}Present:\n\nfrom Malta   - A. Borg\nfrom Latvia  - B. Ozols\n\nThe session adopted the following agenda:\n\n1. Ice\n2. Nets\n\nThe Chair opened the Forum in the old port and all were glad of it.`,
      ).paragraphs.filter((p) => p.level === 1 && p.label !== null),
    ).toEqual([]);
  });

  test('annexes and contents are not the numbering', () => {
    const text = `${lead}Contents\n\n1. Opening ........ 2\n2. Work ........ 3\n\n1. The meeting was opened by the harbour master, who recalled how long the winter had been and how many boats had been lost in it.\n2. Work began at noon.\n\nAnnex I\n\n1. A list\n2. Another list\n`;
    expect(
      read(text)
        .paragraphs.filter((p) => p.level === 1 && p.label !== null)
        .map((p) => p.id),
    ).toEqual(['p1', 'p2']);
  });

  test('a jump and a repeat are said', () => {
    const codes = read(`${lead}1. One came.\n\n2. Two came.\n\n5. Five came.\n\n5. Five came again.\n`).findings.map(
      (f) => f.code,
    );
    expect(codes).toContain('structure.label-gap');
    expect(codes).toContain('structure.label-repeated');
  });

  test('a sentence cut by a page break is whole again', () => {
    const text = `${lead}1. The delegations spoke of the harbour and of the\n\n\n\n \nlighthouse that stands above it.\n`;
    expect(read(text).text).toContain('of the lighthouse that stands');
  });

  test('any text gives paragraphs whose spans are the text, parents before children', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '1. Ports',
        '2. Boats agreed to:',
        ' - a dash',
        'a. letter',
        'iii. numeral',
        '# Title',
        '➤ Group',
        '---',
        '',
        '| a | b |',
        '**Bold** word.',
        '\\* note',
        '(b) x',
        '10. y',
        'Annex 1',
      ),
      fc.string({ maxLength: 60 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const reading = read(lines.join('\n'));
        const seen = new Set<string>();
        for (const p of reading.paragraphs) {
          expect(reading.text.slice(...p.span)).toBe(p.text);
          expect(p.parent === null || seen.has(p.parent)).toBe(true);
          expect(seen.has(p.id)).toBe(false);
          seen.add(p.id);
        }
        for (const o of reading.outcomes) expect(reading.text.slice(...o.span)).toBe(o.text);
      }),
      { numRuns: 300 },
    );
  });
});
