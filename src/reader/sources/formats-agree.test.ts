/** One report, written as Markdown, HTML, DOCX and PDF, must give the same reading: facts, attendance, labels, outcomes. */
import { AlignmentType, Document, HeadingLevel, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPdf, flow, PAGE_HEIGHT } from '../../../test/support/pdf-builder.ts';
import type { PdfPageSpec, PdfText } from '../../../test/support/pdf-builder.ts';
import { readReport } from '../index.ts';
import type { Reading } from '../reading.ts';

interface Part {
  kind: 'title' | 'line' | 'heading' | 'point' | 'entry' | 'text';
  text: string;
}

/** An invented session; nothing in it happened. */
const REPORT: readonly Part[] = [
  { kind: 'title', text: 'Meeting of the Working Group on Study Visits' },
  { kind: 'line', text: 'Tirana, Albania, 3-4 March 2022' },
  { kind: 'line', text: 'Invented session, written for a test.' },
  { kind: 'heading', text: 'Opening' },
  {
    kind: 'point',
    text: 'The meeting gathered 26 participants from 7 countries: Albania, Austria, Bulgaria, Georgia, Hungary, Pakistan and Sweden. The International Organization for Migration (IOM) attended as well.',
  },
  {
    kind: 'point',
    text: 'Albania opened the meeting and said that a week in a colleague’s office teaches more than a shelf of manuals, which everybody had expected and nobody disputed.',
  },
  { kind: 'heading', text: 'Discussion' },
  {
    kind: 'point',
    text: 'Georgia offered to host a study visit for prosecutors in the second half of 2022. The country is ready to cover the cost of interpretation.',
  },
  {
    kind: 'point',
    text: 'Pakistan asked the Secretariat to circulate the list of training centres before the summer, so that its officers can choose among them in good time.',
  },
  { kind: 'point', text: 'The participants put forward the following recommendations:' },
  {
    kind: 'entry',
    text: 'To arrange two study visits a year, one of them to a country of origin, with a named host for each;',
  },
  { kind: 'entry', text: 'To exchange case workers between asylum offices for periods of two weeks;' },
  { kind: 'entry', text: 'To publish a short manual on the reception of visiting colleagues.' },
  { kind: 'heading', text: 'Next steps' },
  {
    kind: 'point',
    text: 'The Working Group agreed to meet again in Sofia in October 2022. Hungary will circulate a draft programme by 30 June 2022.',
  },
  {
    kind: 'text',
    text: 'The Chair thanked the hosts for their coffee, which had been strong, and for their patience, which had been stronger.',
  },
];

/** Printed labels in order: points count through, entries begin anew after each point. */
function labelled(parts: readonly Part[]): (Part & { label: string })[] {
  let point = 0;
  let entry = 0;
  return parts.map((part) => {
    if (part.kind === 'point') [point, entry] = [point + 1, 0];
    if (part.kind === 'entry') entry++;
    const label = part.kind === 'point' ? `${point}.` : part.kind === 'entry' ? `${'abc'[entry - 1]}.` : '';
    return { ...part, label };
  });
}

function markdown(): Uint8Array {
  const lines = labelled(REPORT).map(({ kind, text, label }) => {
    if (kind === 'title') return `# ${text}`;
    if (kind === 'heading') return `## ${text}`;
    return kind === 'point' ? `${label} ${text}` : kind === 'entry' ? `   ${label} ${text}` : text;
  });
  return new TextEncoder().encode(lines.join('\n\n'));
}

function html(): Uint8Array {
  let out = '<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body>';
  let point = 0;
  let open = '';
  const set = (list: string) => {
    if (open === 'entry' && list !== 'entry') out += '</ol></li>';
    if (open !== '' && list === '') out += '</ol>';
    if (list === 'entry' && open !== 'entry') out += '<ol type="a">';
    else if (list === 'point' && open === '') out += `<ol start="${point + 1}">`;
    open = list;
  };
  for (const { kind, text } of REPORT) {
    set(kind === 'point' || kind === 'entry' ? kind : '');
    if (kind === 'point') point++;
    const tag = kind === 'title' ? 'h1' : kind === 'heading' ? 'h2' : open === '' ? 'p' : 'li';
    out += `<${tag}>${text}${tag === 'li' && kind === 'point' ? '' : `</${tag}>`}`;
  }
  return new TextEncoder().encode(`${out}</body></html>`);
}

async function docx(): Promise<Uint8Array> {
  const level = (index: number, format: (typeof LevelFormat)[keyof typeof LevelFormat]) => ({
    level: index,
    format,
    text: `%${index + 1}.`,
    alignment: AlignmentType.START,
  });
  const children = REPORT.map(({ kind, text }) => {
    if (kind === 'title') return new Paragraph({ text, heading: HeadingLevel.TITLE });
    if (kind === 'heading') return new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
    if (kind === 'line' || kind === 'text') return new Paragraph(text);
    return new Paragraph({
      numbering: { reference: 'points', level: kind === 'point' ? 0 : 1 },
      children: [new TextRun(text)],
    });
  });
  const config = [{ reference: 'points', levels: [level(0, LevelFormat.DECIMAL), level(1, LevelFormat.LOWER_LETTER)] }];
  return new Uint8Array(await Packer.toBuffer(new Document({ numbering: { config }, sections: [{ children }] })));
}

/** Set in print with a running header, page numbers and pages so short that sentences break across them. */
function pdf(): Uint8Array {
  const lines: PdfText[][] = [];
  for (const { kind, text, label } of labelled(REPORT)) {
    const size = kind === 'title' ? 16 : kind === 'heading' ? 13 : 11;
    const font = kind === 'title' || kind === 'heading' ? 'bold' : 'regular';
    const depth = kind === 'entry' ? 24 : 0;
    const hanging = label === '' ? 0 : 18;
    const placed = flow(label === '' ? text : `${label} ${text}`, 0, {
      x: 80 + depth,
      width: 430 - depth,
      size,
      font,
      hanging,
    });
    placed.texts.forEach((t, i) => lines.push([{ ...t, y: i === 0 ? 8 : 0 }]));
  }
  const pages: PdfPageSpec[] = [];
  let y = Infinity;
  for (const [line] of lines) {
    if (y > PAGE_HEIGHT - 500) {
      y = 100;
      const number = pages.length + 1;
      pages.push({
        texts: [
          { text: 'Working Group on Study Visits, summary', x: 80, y: 45, size: 9 },
          { text: `- ${number} -`, x: 290, y: 800, size: 9 },
        ],
      });
    } else y += (line!.size ?? 11) * 1.25 + line!.y;
    pages.at(-1)!.texts.push({ ...line!, y });
  }
  return buildPdf(pages);
}

/** What a reader relies on, without what belongs to the format (spans, file name, notices of the source). */
function essence(reading: Reading): unknown {
  return {
    meeting: reading.meeting,
    attendance: {
      ...reading.attendance,
      states: reading.attendance.states.map((s) => [s.party, s.asWritten]),
      organisations: reading.attendance.organisations.map((o) => [o.party, o.asWritten]),
    },
    paragraphs: reading.paragraphs.filter((p) => p.label !== null).map((p) => [p.id, p.label, p.parent, p.text]),
    statements: reading.statements.map((s) => [s.by.party, s.paragraph]),
    outcomes: reading.outcomes.map((o) => [
      o.kind,
      o.paragraph,
      o.text,
      o.by.map((b) => b.party),
      o.when?.from,
      o.when?.until,
      o.rule,
    ]),
    findings: reading.findings.filter((f) => !f.code.startsWith('source.')).map((f) => f.code),
  };
}

describe('one report in four formats', () => {
  const readings = new Map<string, Reading>();
  beforeAll(async () => {
    const files: [string, Uint8Array][] = [
      ['report.md', markdown()],
      ['report.html', html()],
      ['report.docx', await docx()],
      ['report.pdf', pdf()],
    ];
    for (const [name, bytes] of files) readings.set(name, await readReport(bytes, name));
  });

  it('is read at all', () => {
    const reading = readings.get('report.md')!;
    expect(reading.attendance.states.map((s) => s.party)).toEqual(['ALB', 'AUT', 'BGR', 'GEO', 'HUN', 'PAK', 'SWE']);
    expect(reading.meeting).toMatchObject({ startDate: '2022-03-03', endDate: '2022-03-04' });
    expect(reading.outcomes.map((o) => o.kind)).toEqual(
      expect.arrayContaining(['offer', 'request', 'recommendation', 'decision']),
    );
    expect(reading.paragraphs.filter((p) => p.label !== null).map((p) => p.label)).toEqual([
      '1.',
      '2.',
      '3.',
      '4.',
      '5.',
      'a.',
      'b.',
      'c.',
      '6.',
    ]);
  });

  it.each(['report.html', 'report.docx', 'report.pdf'])('%s says the same as the Markdown', (name) => {
    expect(essence(readings.get(name)!)).toEqual(essence(readings.get('report.md')!));
  });

  it('spans point at the text they name, in every format', () => {
    for (const reading of readings.values()) {
      for (const outcome of reading.outcomes) expect(reading.text.slice(...outcome.span)).toBe(outcome.text);
      for (const state of reading.attendance.states) expect(reading.text.slice(...state.span)).toBe(state.asWritten);
    }
  });
});
