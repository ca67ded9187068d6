/**
 * PDF with a text layer → SourceDocument, page by page through pdf.js (as packed by unpdf). Nothing is drawn, no picture is
 * decoded, no script is run.
 */
import { getResolvedPDFJS } from 'unpdf';
import { MAX_ITEMS_PER_PAGE, MAX_PAGES } from './limits.ts';
import { fontFlags, pageRuns } from './pdf-runs.ts';
import type { TextItem } from './pdf-runs.ts';
import { openWorker } from './pdf-port.ts';
import { pageTags } from './pdf-tags.ts';
import type { TreeNode } from './pdf-tags.ts';
import { pagesToDocument } from './pdf-document.ts';
import type { PageText } from './pdf-document.ts';
import { inGivenOrder, inReadingOrder } from './pdf-columns.ts';
import { settleLines } from './pdf-line-text.ts';
import { orientLines, pageLines, taggedLines } from './pdf-lines.ts';
import { UnreadableFile } from './source-document.ts';
import type { SourceDocument, SourceNotice } from './source-document.ts';

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>;
type PDFWorker = InstanceType<PdfJs['PDFWorker']>;
type Pdf = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

export interface PdfOptions {
  /** Stops the reading between two pages. */
  signal?: AbortSignal;
  /** Told after each page. */
  onPage?: (page: number, of: number) => void;
}

/**
 * Reads a PDF.
 * @throws UnreadableFile `source.encrypted`, `source.damaged`, `source.no-text` (scanned), `source.too-large`.
 */
export async function readPdf(bytes: Uint8Array, name: string, options: PdfOptions = {}): Promise<SourceDocument> {
  refuseCutOff(bytes, name);
  const pdfJs = await getResolvedPDFJS();
  const worker = openWorker(pdfJs);
  try {
    return await readWith(pdfJs, worker, bytes, name, options);
  } finally {
    worker.destroy();
  }
}

async function readWith(
  pdfJs: PdfJs,
  worker: PDFWorker,
  bytes: Uint8Array,
  name: string,
  options: PdfOptions,
): Promise<SourceDocument> {
  const pdf = await open(pdfJs, worker, bytes, name);
  try {
    if (pdf.numPages > MAX_PAGES) {
      const sentence = `“${name}” has ${pdf.numPages} pages, Redthread reads up to ${MAX_PAGES}: split it and import the parts.`;
      throw new UnreadableFile('source.too-large', sentence);
    }
    const { pages, notices } = await readPages(pdf, name, options);
    const document = pagesToDocument(pages, name);
    return { ...document, pages: pdf.numPages, notices: [...notices, ...document.notices] };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

const damaged = (name: string): UnreadableFile =>
  new UnreadableFile(
    'source.damaged',
    `“${name}” is damaged or cut off, its pages cannot be read: get it again from whoever sent it.`,
  );

/** A file that stops in the middle is refused: pdf.js would read what is left of it without a word. */
function refuseCutOff(bytes: Uint8Array, name: string): void {
  const linear = /\/Linearized\s[^>]{0,300}?\/L\s+(\d+)/.exec(latin1(bytes.subarray(0, 2048)));
  if (linear && bytes.length < Number(linear[1])) throw damaged(name);
  const tail = latin1(bytes.subarray(-65_536));
  if (!tail.includes('startxref') && !tail.includes('%%EOF')) throw damaged(name);
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

async function open(pdfJs: PdfJs, worker: PDFWorker, bytes: Uint8Array, name: string): Promise<Pdf> {
  const task = pdfJs.getDocument({
    data: bytes.slice(),
    worker,
    verbosity: 0,
    maxImageSize: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    throw toUnreadable(error, name);
  }
}

function toUnreadable(error: unknown, name: string): Error {
  if (error instanceof UnreadableFile) return error;
  if (error instanceof Error && error.name === 'PasswordException') {
    const sentence = `“${name}” is encrypted with a password: save it without the password and import it again.`;
    return new UnreadableFile('source.encrypted', sentence);
  }
  return damaged(name);
}

async function readPages(
  pdf: Pdf,
  name: string,
  options: PdfOptions,
): Promise<{ pages: PageText[]; notices: SourceNotice[] }> {
  const pages: PageText[] = [];
  const notices: SourceNotice[] = [];
  const fonts = new Fonts();
  const tagged = (await pdf.getMarkInfo())?.Marked === true;
  let ahead = load(pdf, 1, tagged);
  for (let number = 1; number <= pdf.numPages; number++) {
    options.signal?.throwIfAborted();
    const loading = ahead;
    if (number < pdf.numPages) ahead = load(pdf, number + 1, tagged);
    try {
      pages.push(await readPage(loading, number, pdf, tagged, fonts, name));
    } catch (error) {
      if (error instanceof UnreadableFile) throw error;
      notices.push({
        code: 'source.damaged-page',
        message: `Page ${number} is damaged and was not read.`,
        block: null,
      });
    }
    options.onPage?.(number, pdf.numPages);
  }
  if (pages.length === 0) throw damaged(name);
  if (pages.every((p) => p.lines.length === 0)) {
    const sentence = `“${name}” has no text layer (it was scanned): run text recognition (OCR) on it and import the result.`;
    throw new UnreadableFile('source.no-text', sentence);
  }
  notices.push(...pictureNotices(pages));
  return { pages, notices };
}

/** Pages without text that are not blank: scans among pages of text. */
function pictureNotices(pages: readonly PageText[]): SourceNotice[] {
  const scans = pages.filter((p) => p.picture).map((p) => p.number);
  if (scans.length === 0) return [];
  const which = scans.length === 1 ? `Page ${scans[0]} is a picture` : `Pages ${ranges(scans)} are pictures`;
  return [
    {
      code: 'source.scanned-page',
      message: `${which} without text and could not be read: run text recognition (OCR) on the file.`,
      block: null,
    },
  ];
}

/** `2, 5–7`. */
function ranges(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const from = i;
    while (numbers[i + 1] === numbers[i]! + 1) i++;
    parts.push(from === i ? String(numbers[from]) : `${numbers[from]}–${numbers[i]}`);
  }
  return parts.join(', ');
}

interface Loaded {
  page: Page;
  content: Awaited<ReturnType<Page['getTextContent']>>;
}

/** Begins to take the text out of a page. A failure waits until the page is asked for. */
function load(pdf: Pdf, number: number, tagged: boolean): Promise<Loaded> {
  const loading = pdf.getPage(number).then(async (page) => {
    const content = await page.getTextContent({ disableNormalization: true, includeMarkedContent: tagged });
    return { page, content };
  });
  loading.catch(() => {});
  return loading;
}

async function readPage(
  loading: Promise<Loaded>,
  number: number,
  pdf: Pdf,
  tagged: boolean,
  fonts: Fonts,
  name: string,
): Promise<PageText> {
  const { page, content } = await loading;

  if (content.items.length > MAX_ITEMS_PER_PAGE) {
    throw new UnreadableFile(
      'source.too-large',
      `Page ${number} of “${name}” holds more text than a page can: it is not a report.`,
    );
  }
  await fonts.learn(page, Object.keys(content.styles), pdf.numPages);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const tags = tagged ? pageTags(content.items as TextItem[], (await page.getStructTree()) as TreeNode | null) : null;
  const items = tags?.items ?? (content.items as TextItem[]);
  const look = (font: string) => fonts.flags(font);
  const found = pageRuns(items, tags?.ofItem ?? null, { width, height, transform }, look);
  const picture = found.runs.length === 0 && (await page.getOperatorList()).fnArray.length > 2;
  page.cleanup();
  const told = tags !== null && tags.elements.length > 0;
  const raw = told
    ? inGivenOrder(taggedLines(found.runs, tags.elements, number))
    : inReadingOrder(pageLines(found.runs, number));
  orientLines(raw, found.width, found.mirrored);
  return { number, height: found.height, picture, lines: settleLines(raw) };
}

/** How fonts look. pdf.js tells a font's name only with the drawing operators, so a page is asked once per new font. */
class Fonts {
  #known = new Map<string, number>();
  #asked = 0;

  flags(font: string): number {
    return this.#known.get(font) ?? 0;
  }

  async learn(page: Page, fonts: readonly string[], pages: number): Promise<void> {
    if (fonts.every((f) => this.#known.has(f)) || this.#asked > 12 + pages / 10) return;
    this.#asked++;
    await page.getOperatorList();
    for (const font of fonts) {
      if (this.#known.has(font)) continue;
      const object: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null;
      this.#known.set(font, typeof object === 'object' && object !== null ? fontFlags(object) : 0);
    }
  }
}
