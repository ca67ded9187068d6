import packed from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import type { SetParagraph } from './som-2024.ts';

/** The browser that prints; `CHROMIUM` names an installed one to use instead of the packed one. */
export async function printer(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? (await packed.executablePath()),
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    headless: true,
  });
}

const line = (text: string) => `<div style="font:8pt serif;width:100%;text-align:center">${text}</div>`;
const footer = 'Sample dialogue';
const pageNumber = 'page <span class="pageNumber"></span> of <span class="totalPages"></span>';

/** Prints a page of HTML on A4 in one column, with a line at the foot of each page. */
export async function printSingle(browser: Browser, html: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.setContent(html);
  const bytes = await page.pdf({
    format: 'A4',
    margin: { top: '22mm', bottom: '22mm', left: '25mm', right: '25mm' },
    displayHeaderFooter: true,
    headerTemplate: line(''),
    footerTemplate: line(`${footer} – ${pageNumber}`),
  });
  await page.close();
  return withoutClock(bytes);
}

/** A soft hyphen after a vowel that two letters follow, in long words: enough for lines to break as in real print. */
function hyphenated(word: string): string {
  return word.replace(/(?<=..[aeiou])(?=[^aeiou][\p{L}]{3})/gu, '\u00ad');
}

type Hyphens = (word: string) => string;

function paragraphHtml(paragraph: SetParagraph, hyphens: Hyphens): string {
  if (paragraph.heading) return `<h2>${paragraph.heading}</h2>`;
  const text = (paragraph.text ?? '')
    .replace(/[\p{L}]{9,}/gu, hyphens)
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/\{(\d)\}/g, '<sup>$1</sup>');
  return `<p>${paragraph.label} ${text}</p>`;
}

const columnStyle = `
  @page { size: A4; margin: 0 }
  body { margin: 0; font: 10.5pt/1.35 'Liberation Serif', 'Times New Roman', serif }
  .sheet { box-sizing: border-box; width: 210mm; height: 297mm; padding: 14mm 18mm; break-after: page; position: relative }
  .running { font-size: 8.5pt; display: flex; justify-content: space-between; border-bottom: 0.3pt solid; padding-bottom: 1mm }
  .title { text-align: center; margin: 5mm 0 }
  h1 { font-size: 17pt; margin: 0 0 2mm }
  .columns { column-count: 2; column-gap: 9mm; column-fill: auto; margin-top: 5mm; text-align: justify; overflow: hidden; hyphenate-character: '-' }
  .columns p { margin: 0 0 2.2mm }
  h2 { font-size: 11pt; margin: 2mm 0 1.5mm }
  .notes { position: absolute; left: 18mm; right: 18mm; bottom: 20mm; font-size: 8pt; border-top: 0.3pt solid; padding-top: 1mm }
  .foot { position: absolute; left: 0; right: 0; bottom: 9mm; text-align: center; font-size: 8.5pt }
`;

interface TwoColumns {
  title: string;
  place: string;
  running: string;
  /** Line below the place. */
  said: string;
  paragraphs: readonly SetParagraph[];
  notes: readonly string[];
}

/** Fills one sheet after the other in the browser, breaking inside sentences where a sheet is full. Runs in the page. */
function fillSheets(given: {
  blocks: string[];
  notes: string[];
  title: string;
  place: string;
  running: string;
  said: string;
  foot: string;
}): void {
  const parts: { tag: string; words: string[] }[] = given.blocks.map((block) => {
    const holder = document.createElement('div');
    holder.innerHTML = block;
    const element = holder.firstElementChild as HTMLElement;
    return { tag: element.tagName, words: element.innerHTML.split(' ') };
  });
  let columns = newSheet(1);
  for (const part of parts) {
    let target = columns.appendChild(document.createElement(part.tag));
    for (let at = 0; at < part.words.length; at++) {
      target.innerHTML = [target.innerHTML, part.words[at]].filter(Boolean).join(' ');
      if (columns.scrollWidth <= columns.clientWidth + 1) continue;
      target.innerHTML = target.innerHTML.split(' ').slice(0, -1).join(' ');
      columns = newSheet(document.querySelectorAll('.sheet').length + 1);
      target = columns.appendChild(document.createElement(part.tag));
      target.innerHTML = part.words[at] ?? '';
    }
  }
  placeNotes();

  function newSheet(number: number): HTMLElement {
    const sheet = document.body.appendChild(document.createElement('div'));
    sheet.className = 'sheet';
    const heading =
      number === 1
        ? `<div class="title"><div>Budapest Process</div><h1>${given.title}</h1><div>${given.place}</div><div><i>${given.said}</i></div></div>`
        : '';
    sheet.innerHTML = `<div class="running"><span>${given.running}</span><span>${number}</span></div>${heading}<div class="columns"></div><div class="foot">${given.foot}</div>`;
    const box = sheet.querySelector<HTMLElement>('.columns') as HTMLElement;
    box.style.height = number === 1 ? '193mm' : '232mm';
    return box;
  }

  function placeNotes(): void {
    for (const sheet of document.querySelectorAll('.sheet')) {
      const numbers = [...sheet.querySelectorAll('.columns sup')].map((mark) => Number(mark.textContent));
      if (numbers.length === 0) continue;
      const notes = sheet.appendChild(document.createElement('div'));
      notes.className = 'notes';
      notes.innerHTML = numbers.map((n) => `<div><sup>${n}</sup> ${given.notes[n - 1]}</div>`).join('');
    }
  }
}

/**
 * Prints a report in two columns, with a running header, page numbers, footnotes and sentences that cross pages. Chromium
 * prints a soft hyphen that breaks no line as a gap, so a first print only finds the words that break.
 */
export async function printColumns(browser: Browser, report: TwoColumns): Promise<Uint8Array> {
  const first = await printOnce(browser, report, hyphenated);
  const { text } = await extractText(await getDocumentProxy(first), { mergePages: true });
  const broken = new Map(
    [...text.matchAll(/(\p{L}+)-\n(\p{Ll}+)/gu)].map(([, a, b]) => [`${a}${b}`, `${a}\u00ad${b}`]),
  );
  return printOnce(browser, report, (word) => broken.get(word) ?? word);
}

async function printOnce(browser: Browser, report: TwoColumns, hyphens: Hyphens): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.setContent(
    `<!doctype html><html lang="en"><head><style>${columnStyle}</style></head><body></body></html>`,
  );
  const blocks = report.paragraphs.map((paragraph) => paragraphHtml(paragraph, hyphens));
  const { title, place, running, said } = report;
  await page.evaluate(fillSheets, { title, place, running, said, notes: [...report.notes], blocks, foot: footer });
  const bytes = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  return withoutClock(bytes);
}

/** Chromium writes the moment of printing into the file; a fixed one of the same length keeps the bytes equal. */
function withoutClock(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const still = text.replace(/\/(CreationDate|ModDate) \(D:\d{14}/g, '/$1 (D:20260101000000');
  return new Uint8Array(Buffer.from(still, 'latin1'));
}
