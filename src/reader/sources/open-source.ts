/** The door of the sources: bytes of any supported format → SourceDocument. */
import { detectMediaType, DOCX } from './detect.ts';
import { MAX_BLOCKS, MAX_CHARACTERS, MAX_FILE_BYTES, MAX_TEXT_BYTES, megabytes } from './limits.ts';
import { UnreadableFile } from './source-document.ts';
import type { SourceDocument } from './source-document.ts';

export interface OpenOptions {
  /** Stops the reading of a long PDF between two pages. */
  signal?: AbortSignal;
  /** Told after each page of a PDF. */
  onPage?: (page: number, of: number) => void;
}

/**
 * Reads a file into blocks. What it is, is found from its content. Readers are loaded when first needed.
 * @throws UnreadableFile with one sentence: `source.empty`, `source.too-large`, `source.unknown-format`, `source.encrypted`,
 * `source.damaged`, `source.no-text`, `source.unsafe`.
 */
export async function openSource(bytes: Uint8Array, name: string, options: OpenOptions = {}): Promise<SourceDocument> {
  refuseLarger(bytes, name, MAX_FILE_BYTES);
  const type = detectMediaType(bytes, name);
  const sha256 = await digest(bytes);
  const document = { ...(await read(bytes, name, type, sha256, options)), sha256 };
  if (document.blocks.length === 0)
    throw new UnreadableFile('source.empty', `“${name}” holds no text: check that the right file was chosen.`);
  if (document.blocks.length > MAX_BLOCKS) {
    throw new UnreadableFile(
      'source.too-large',
      `“${name}” has more than ${MAX_BLOCKS} paragraphs: split it and import the parts.`,
    );
  }
  if (document.blocks.reduce((sum, { text }) => sum + text.length, 0) > MAX_CHARACTERS) {
    throw new UnreadableFile(
      'source.too-large',
      `“${name}” has more than ${MAX_CHARACTERS / 1_000_000} million characters: split it and import the parts.`,
    );
  }
  return document;
}

async function read(
  bytes: Uint8Array,
  name: string,
  type: string,
  sha256: string,
  options: OpenOptions,
): Promise<SourceDocument> {
  if (type === 'application/pdf') return (await import('./pdf.ts')).readPdf(bytes, name, options);
  if (type === DOCX) return (await import('./docx.ts')).readDocx(bytes, name);
  refuseLarger(bytes, name, MAX_TEXT_BYTES);
  if (type === 'text/html') return (await import('./html.ts')).readHtml(bytes, name);
  return (await import('./text.ts')).readText(bytes, name, sha256);
}

function refuseLarger(bytes: Uint8Array, name: string, limit: number): void {
  if (bytes.length <= limit) return;
  const sentence = `“${name}” has ${megabytes(bytes.length)}, Redthread reads files of its kind up to ${megabytes(limit)}.`;
  throw new UnreadableFile('source.too-large', sentence);
}

async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (b) => b.toString(16).padStart(2, '0')).join('');
}
