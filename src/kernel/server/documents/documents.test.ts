import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import { openSource } from '../../../reader/sources/open-source.ts';
import { Refusal } from '../../refusal.ts';
import { toDocx, toPdf } from './index.ts';
import type { PrintedDocument } from './index.ts';
import { plainText } from './plain-text.ts';

const report: PrintedDocument = {
  title: 'State of play',
  subtitle: 'Working group',
  issuer: 'Secretariat',
  date: '2026-11-20',
  language: 'en',
  footer: 'State of play, 20 November 2026',
  facts: [{ label: 'As of', value: '20 November 2026' }],
  blocks: [
    { kind: 'heading', level: 1, text: 'Conclusions', id: 'conclusions' },
    { kind: 'paragraph', label: '5.', runs: 'The meeting took note of the overview.' },
    { kind: 'paragraph', label: 'a.', level: 1, runs: [{ text: 'Türkiye', strong: true }, { text: ' will host.' }] },
    { kind: 'paragraph', label: 'b.', level: 1, runs: [{ text: 'See above', link: '#conclusions' }, { text: '.' }] },
    { kind: 'paragraph', label: '6.', runs: 'The meeting will come back to this.' },
    { kind: 'paragraph', label: '7.a', runs: 'A label that no list counts.' },
    { kind: 'heading', level: 2, text: 'What became of it' },
    { kind: 'list', ordered: true, items: ['First', 'Second'] },
    { kind: 'list', ordered: true, items: ['Again first'] },
    { kind: 'list', ordered: false, items: ['A point'] },
    {
      kind: 'table',
      caption: 'Steps by party',
      columns: [
        { head: 'Party', width: 2 },
        { head: 'Steps', align: 'end' },
      ],
      rows: [['Türkiye', '3'], ['Hungary']],
    },
    { kind: 'quote', runs: 'We stand ready.', source: 'Report of 2021, 7.c' },
    { kind: 'pageBreak' },
    {
      kind: 'thread',
      knots: [
        { date: '18 March 2021', title: 'Offered to host', runs: 'In Ankara.', mark: 'outcome' },
        { date: 'since 2023', title: 'Nothing heard', mark: 'silence' },
      ],
    },
  ],
};

const said = [
  'State of play',
  'Working group',
  'Secretariat',
  '20 November 2026',
  'Conclusions',
  'took note',
  'Türkiye',
  'will host.',
  '7.a',
  'Again first',
  'A point',
  'Steps by party',
  'Hungary',
  'We stand ready.',
  '7.c',
  'Nothing heard',
];

const pdfOf = async (document: PrintedDocument) => getDocumentProxy(await toPdf(document));
const textOfPdf = async (document: PrintedDocument) =>
  (await extractText(await pdfOf(document), { mergePages: true })).text;
const partOf = async (document: PrintedDocument, part: string) =>
  new TextDecoder().decode(unzipSync(await toDocx(document))[part]);
const withText = (text: string): PrintedDocument => ({
  ...report,
  title: `T ${text}`,
  footer: text,
  facts: [{ label: text, value: text }],
  blocks: [
    { kind: 'heading', level: 1, text: `H ${text}`, id: text },
    {
      kind: 'paragraph',
      label: text,
      runs: [
        { text, link: text, strong: true },
        { text, emphasis: true },
      ],
    },
    { kind: 'list', ordered: true, items: [text] },
    { kind: 'table', columns: [{ head: text }], rows: [[text]], caption: text },
    { kind: 'quote', runs: text, source: text },
    { kind: 'thread', knots: [{ date: text, title: text, runs: text, mark: 'open' }] },
  ],
});

describe('a printed document', { timeout: 120_000 }, () => {
  it('opens as DOCX in our own reader with the same headings, labels and table', async () => {
    const { blocks } = await openSource(await toDocx(report), 'state-of-play.docx');
    expect(blocks.filter((b) => b.kind === 'heading').map((b) => [b.level, b.text])).toEqual(
      expect.arrayContaining([
        [1, 'Conclusions'],
        [2, 'What became of it'],
      ]),
    );
    expect(blocks.flatMap((b) => b.marker ?? [])).toEqual(['5.', 'a.', 'b.', '6.', '1.', '2.', '1.', '•', '●', '–']);
    expect(blocks.filter((b) => b.kind === 'table-row').map((b) => b.text)).toEqual(
      expect.arrayContaining(['Party | Steps', 'Türkiye | 3']),
    );
    const text = blocks.map((b) => b.text).join('\n');
    for (const words of said) expect(text).toContain(words);
  });

  it('has what Word needs: numbers that it counts, a table head that repeats, languages, no person', async () => {
    const body = await partOf(report, 'word/document.xml');
    expect(body).toContain('<w:tblHeader/>');
    expect(body).toContain('w:val="Heading1"');
    expect(body).toContain('w:anchor="place_1"');
    expect(await partOf(report, 'word/styles.xml')).toContain('w:lang w:val="en-GB"');
    const core = await partOf(report, 'docProps/core.xml');
    expect(core).toContain('<dc:creator>Secretariat</dc:creator>');
    expect(core).toContain('2026-11-20T00:00:00Z');
  });

  it('says everything as PDF, tagged, with title, language and outline', async () => {
    const pdf = await pdfOf(report);
    const { text } = await extractText(pdf, { mergePages: true });
    for (const words of said) expect(text).toContain(words);
    const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> };
    expect(info).toMatchObject({ Title: 'State of play', Author: 'Secretariat', Language: 'en' });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect((await pdf.getOutline()).map((one) => one.title)).toEqual(['Conclusions']);
    expect(pdf.numPages).toBe(2);
  });

  it('is laid out from right to left in Arabic, in both formats', async () => {
    const arabic: PrintedDocument = {
      title: 'حالة المتابعة',
      language: 'ar',
      blocks: [
        { kind: 'paragraph', label: '1.', runs: 'أحاط المشاركون علماً بالعرض (UNHCR).' },
        { kind: 'table', columns: [{ head: 'الطرف' }], rows: [['تركيا']] },
      ],
    };
    const body = await partOf(arabic, 'word/document.xml');
    for (const mark of ['<w:bidi/>', '<w:rtl/>', '<w:bidiVisual/>']) expect(body).toContain(mark);
    expect(await partOf(arabic, 'word/styles.xml')).toContain('w:bidi="ar-SA"');
    const { items } = await (await (await pdfOf(arabic)).getPage(1)).getTextContent();
    const words = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
    expect(words.filter((item) => item.dir === 'rtl').length).toBeGreaterThan(2);
    // The number hangs at the right margin of an A4 page (595 points wide).
    expect(words.find((item) => item.str.includes('1'))!.transform[4] as number).toBeGreaterThan(480);
  });

  it('gives the same bytes for the same document', async () => {
    expect(Buffer.compare(await toPdf(report), await toPdf(report))).toBe(0);
    expect(Buffer.compare(await toDocx(report), await toDocx(report))).toBe(0);
  });

  it.each([
    '#panic("x") #read("/etc/passwd") #import "@preview/x:1.0.0": * #sys.version',
    '$x^2$ *b* _i_ `raw` <label> @ref = heading\n= heading\n- list / term: x // c /* c */ \\u{41} ~ -- --- ...',
    '"quoted" \\" \' ]]>  </w:t></w:r> &amp; <script>alert(1)</script> &lt;',
    'CURRENT',
    'TOTAL_PAGES',
    '%1.%2 {0} ${1} {{x}}',
  ])('takes %j as words, never as markup', async (text) => {
    const shown = plainText(text).replace(/\s+/g, '');
    expect((await textOfPdf(withText(text))).replace(/\s+/g, '')).toContain(shown);
    const { blocks } = await openSource(await toDocx(withText(text)), 'hostile.docx');
    expect(blocks.map((b) => b.text.replace(/\s+/g, '')).join('\n')).toContain(shown);
    expect(await partOf(withText(text), 'word/document.xml')).not.toContain('<w:fldSimple');
  });

  it('never fails on a text, whatever is in it', async () => {
    const bit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '#{',
        '$',
        '\\',
        '"',
        ']',
        '<',
        '&',
        '\u0000',
        '\ud800',
        '\u202e',
        '\n',
        '\u2028',
        '*/',
        '`',
        'ب',
      ),
    );
    const text = fc.array(bit, { maxLength: 12 }).map((bits) => bits.join(''));
    await fc.assert(
      fc.asyncProperty(text, async (words) => {
        expect((await toPdf(withText(words))).byteLength).toBeGreaterThan(1000);
        await openSource(await toDocx(withText(words)), 'any.docx');
      }),
      { numRuns: 25 },
    );
  });

  it('prints a link that leads nowhere safe as words only', async () => {
    const evil: PrintedDocument = {
      ...report,
      blocks: ['javascript:alert(1)', 'file:///etc/passwd', '#nowhere', 'data:text/html,x'].map((link) => ({
        kind: 'paragraph',
        runs: [{ text: `go ${link}`, link }],
      })),
    };
    const annotations = await (await (await pdfOf(evil)).getPage(1)).getAnnotations();
    expect(annotations).toEqual([]);
    expect(await partOf(evil, 'word/document.xml')).not.toContain('<w:hyperlink');
  });

  it('sets three hundred pages beside the application, and refuses a thousand', async () => {
    const words = 'The participants took note of the overview and asked for a summary before the next meeting. '.repeat(
      5,
    );
    const long = (n: number): PrintedDocument => ({
      ...report,
      blocks: Array.from({ length: n }, (_, i) => ({ kind: 'paragraph', label: `${i + 1}.`, runs: words })),
    });
    let turns = 0;
    const clock = setInterval(() => void turns++, 20);
    const pdf = await pdfOf(long(2400));
    expect(pdf.numPages).toBeGreaterThan(290);
    expect(turns).toBeGreaterThan(5);
    clearInterval(clock);
    expect((await toDocx(long(2400))).byteLength).toBeGreaterThan(10_000);
    await expect(toPdf(long(7000))).rejects.toThrow(Refusal);
  });
});
