/** A long report as PDF: numbered paragraphs, lettered lists, bold names, running header, page numbers. Our own sentences. */
import { buildPdf, flow, PAGE_HEIGHT, textWidth } from '../test/support/pdf-builder.ts';
import type { PdfPageSpec, PdfText } from '../test/support/pdf-builder.ts';

const STATES = [
  'Albania',
  'Austria',
  'Bulgaria',
  'Georgia',
  'Hungary',
  'Iraq',
  'Pakistan',
  'Serbia',
  'Sweden',
  'Switzerland',
];
/** One in three says something that matters afterwards, as in real reports. */
const SPEECHES = [
  'described how its offices work together with the towns at the coast and what they expect from their partners in the coming year. It offered to host a study visit for case workers in the second half of 2024.',
  'noted that the training of last spring was useful and recalled the figures of the year before, which had been lower in nearly every region. It thanked the hosts for their patience.',
  'explained that the number of arrivals at its eastern border had fallen since the summer, while the waiting times in the reception centres had grown, and presented the reasons for both.',
  'asked the Secretariat to collect the answers before the summer and to send them to every office that takes part. The country has had good experience with a common list of contact points.',
  'recalled the history of its cooperation with the countries of origin, beginning with the first agreement, and underlined that trust between officers grows slowly and is lost quickly.',
  'informed participants about its new law, which had entered into force in January, and about the twelve offices that apply it. Interpreters are available in nine languages at most of them.',
];
const ENTRIES = [
  'To arrange two study visits a year, one of them to a country of origin, with a named host;',
  'To exchange case workers between asylum offices for periods of two weeks, beginning in autumn;',
  'To publish a short manual on the reception of visiting colleagues in four languages.',
];

/** The bytes of a PDF of so many pages. */
export function longReport(pages: number): Uint8Array {
  const specs: PdfPageSpec[] = [];
  let label = 0;
  let carried: PdfText[] = [];
  for (let number = 1; number <= pages; number++) {
    const texts: PdfText[] = [
      { text: 'Summary of the meetings of the year, for the record', x: 72, y: 40, size: 9 },
      { text: `Page ${number} of ${pages}`, x: 270, y: 815, size: 9 },
    ];
    let y = 80;
    for (const text of carried) texts.push({ ...text, y: (y += 14) });
    y += 20;
    carried = [];
    while (y < PAGE_HEIGHT - 100) {
      const placed = paragraph(++label, y);
      texts.push(...placed.texts.filter((t) => t.y < PAGE_HEIGHT - 70));
      carried = placed.texts.filter((t) => t.y >= PAGE_HEIGHT - 70);
      y = placed.y + 6;
    }
    specs.push({ texts });
  }
  return buildPdf(specs);
}

function paragraph(label: number, y: number): { texts: PdfText[]; y: number } {
  if (label % 9 === 0)
    return { texts: [{ text: `Session ${label / 9}`, x: 72, y: y + 6, size: 13, font: 'bold' }], y: y + 22 };
  if (label % 20 === 0) return list(label, y);
  const state = STATES[label % STATES.length]!;
  const start = `${label}. `;
  const { texts, y: end } = flow(`${start}${state} ${SPEECHES[label % SPEECHES.length]!}`, y, {
    x: 72,
    width: 450,
    hanging: 18,
  });
  const [first, ...rest] = texts;
  const x = 72 + textWidth(start, 11);
  const bold: PdfText = { text: state, x, y, font: 'bold' };
  const after = first!.text.slice(start.length + state.length + 1);
  return {
    texts: [
      { ...first!, text: start.trim() },
      bold,
      { ...first!, text: after, x: x + textWidth(state, 11) + 6 },
      ...rest,
    ],
    y: end,
  };
}

function list(label: number, y: number): { texts: PdfText[]; y: number } {
  const texts: PdfText[] = [
    { text: `${label}. The participants put forward the following recommendations:`, x: 72, y },
  ];
  let at = y + 18;
  ENTRIES.forEach((entry, i) => {
    const placed = flow(`${'abc'[i]}. ${entry}`, at, { x: 96, width: 426, hanging: 18 });
    texts.push(...placed.texts);
    at = placed.y + 3;
  });
  return { texts, y: at };
}
