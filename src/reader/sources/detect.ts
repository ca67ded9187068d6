/**
 * Says what a file is by what it holds; the name decides only between kinds of plain text. Names lie, contents do not.
 */
import { UnreadableFile } from './source-document.ts';

export type MediaType =
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'text/html'
  | 'text/markdown'
  | 'text/plain';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const SAVE_AS = 'save it as DOCX or PDF and import that';

/**
 * The media type of `bytes`.
 * @throws UnreadableFile `source.empty` for a file without content, `source.encrypted` for a protected Office file,
 * `source.unknown-format` for everything Redthread does not read, each with the way out in the sentence.
 */
export function detectMediaType(bytes: Uint8Array, name: string): MediaType {
  if (isBlank(bytes)) throw new UnreadableFile('source.empty', `“${name}” is empty: there is nothing to read in it.`);
  const head = latin1(bytes, 0, 1024);
  if (head.includes('%PDF-')) return 'application/pdf';
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return zipType(bytes, name);
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) throw oleFile(bytes, name);
  const foreign = foreignFormat(head);
  if (foreign !== null) throw unknown(name, foreign);
  refuseFalseName(name);
  return textType(bytes, name);
}

function isBlank(bytes: Uint8Array): boolean {
  if (bytes.length > 4096) return false;
  return bytes.every((b) => b <= 0x20 || b === 0xef || b === 0xbb || b === 0xbf || b === 0xfe || b === 0xff);
}

/** What is called .pdf or .docx and is neither was damaged on its way or misnamed: read as text, it would be taken for the report. */
function refuseFalseName(name: string): void {
  const called = /\.(pdf|docx)$/i.exec(name)?.[1]?.toUpperCase();
  if (called === undefined) return;
  const sentence = `“${name}” is no ${called}, whatever its name says: get it again from whoever sent it, or, if it is plain text, name it .txt.`;
  throw new UnreadableFile('source.unknown-format', sentence);
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));
}

function unknown(name: string, what: string): UnreadableFile {
  return new UnreadableFile('source.unknown-format', `“${name}” is ${what}. Redthread does not read that: ${SAVE_AS}.`);
}

/** The first local entries name the kind; a full look at the archive comes later, under limits. */
function zipType(bytes: Uint8Array, name: string): MediaType {
  const start = latin1(bytes, 0, 512);
  if (start.includes('mimetypeapplication/vnd.oasis.opendocument')) throw unknown(name, 'an OpenDocument file');
  if (start.includes('mimetypeapplication/epub')) throw unknown(name, 'an e-book (EPUB)');
  const names = latin1(bytes, Math.max(0, bytes.length - 60_000), bytes.length) + start;
  if (names.includes('word/')) return DOCX;
  if (names.includes('xl/workbook')) throw unknown(name, 'a spreadsheet (XLSX)');
  if (names.includes('ppt/presentation')) throw unknown(name, 'a presentation (PPTX)');
  return zipWithoutNames(bytes, name);
}

function zipWithoutNames(bytes: Uint8Array, name: string): MediaType {
  if (/\.docx$/i.test(name)) {
    throw new UnreadableFile('source.damaged', `“${name}” is damaged or cut off: get it again from whoever sent it.`);
  }
  throw unknown(name, 'a ZIP archive');
}

/** Old Word files and password-protected new ones share one container. */
function oleFile(bytes: Uint8Array, name: string): UnreadableFile {
  const utf16 = (s: string) => [...s].join('\u0000');
  const sample = latin1Chunks(bytes);
  if (sample.includes(utf16('EncryptedPackage')) || sample.includes(utf16('EncryptionInfo'))) {
    return new UnreadableFile(
      'source.encrypted',
      `“${name}” is protected with a password: open it in Word, remove the password and import it again.`,
    );
  }
  const what = sample.includes(utf16('WordDocument')) ? 'an old Word file (.doc)' : 'an old Office file';
  return unknown(name, what);
}

function latin1Chunks(bytes: Uint8Array): string {
  const parts: string[] = [];
  const end = Math.min(bytes.length, 2 * 1024 * 1024);
  for (let i = 0; i < end; i += 8192) parts.push(latin1(bytes, i, Math.min(i + 8192, end)));
  if (bytes.length > end)
    for (let i = Math.max(end, bytes.length - 65_536); i < bytes.length; i += 8192)
      parts.push(latin1(bytes, i, i + 8192));
  return parts.join('');
}

const MAGIC: readonly [string, string][] = [
  ['{\\rtf', 'a rich text file (RTF)'],
  ['\u0089PNG', 'a picture (PNG)'],
  ['\u00ff\u00d8\u00ff', 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['II*\u0000', 'a picture (TIFF)'],
  ['MM\u0000*', 'a picture (TIFF)'],
  ['RIFF', 'a sound, video or picture file'],
  ['%!PS', 'a PostScript file'],
  ['\u001f\u008b', 'a compressed file (gzip)'],
  ['Rar!', 'a compressed file (RAR)'],
  ['7z\u00bc\u00af', 'a compressed file (7-Zip)'],
  ['BZh', 'a compressed file (bzip2)'],
  ['\u007fELF', 'a program'],
  ['MZ\u0090', 'a program'],
  ['SQLite format 3', 'a database'],
];

function foreignFormat(head: string): string | null {
  for (const [magic, what] of MAGIC) if (head.startsWith(magic)) return what;
  const message = /^(?:[A-Za-z-]+: .*\r?\n)*?(?:MIME-Version|Received): /i.test(head);
  return message ? 'an e-mail message' : null;
}

function textType(bytes: Uint8Array, name: string): MediaType {
  if (looksBinary(bytes)) throw unknown(name, 'not a document');
  const head = latin1(bytes, 0, 4096)
    .replaceAll('\u0000', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .trimStart();
  if (looksHtml(head, name)) return 'text/html';
  return /\.(md|markdown|mdown|mkd)$/i.test(name) ? 'text/markdown' : 'text/plain';
}

function looksHtml(head: string, name: string): boolean {
  if (/<!doctype\s+html|<html[\s>]/i.test(head)) return true;
  if (/\.(html?|xhtml)$/i.test(name)) return /<[a-z!][^>]*>/i.test(head);
  return /^<(?:head|body|div|p|h[1-6]|article|section|table|!--)[\s>]/i.test(head);
}

/** Text has hardly any control characters; UTF-16 has zeros at every other place only. */
function looksBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, 65_536);
  let odd = 0;
  const zeros = [0, 0];
  for (let i = 0; i < end; i++) {
    const b = bytes[i]!;
    if (b === 0) zeros[i & 1]!++;
    else if (b < 0x20 && (b < 9 || b > 13) && b !== 0x1a && b !== 0x1b) odd++;
  }
  const [even = 0, uneven = 0] = zeros;
  const wide = Math.max(even, uneven) > end * 0.1 && Math.min(even, uneven) < end * 0.025;
  return odd > end * 0.02 || (!wide && even + uneven > end * 0.001);
}
