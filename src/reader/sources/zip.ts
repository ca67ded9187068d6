/**
 * Reads single entries of a ZIP archive under hard limits: nothing is inflated that was not asked for, and inflating stops at
 * the first byte over a limit, whatever the archive declares about itself.
 */
import { Inflate } from 'fflate';
import { MAX_DOCX_BYTES, MAX_PART_BYTES, MAX_RATIO, MAX_ZIP_ENTRIES, RATIO_FREE_BYTES, megabytes } from './limits.ts';
import { UnreadableFile } from './source-document.ts';

export interface Archive {
  bytes: Uint8Array;
  name: string;
  entries: Map<string, Entry>;
  /** Bytes inflated so far, over all entries. */
  inflated: number;
}

interface Entry {
  offset: number;
  compressed: number;
  size: number;
  method: number;
  encrypted: boolean;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const CHUNK = 16_384;

const damaged = (name: string): UnreadableFile =>
  new UnreadableFile('source.damaged', `“${name}” is damaged or cut off: get it again from whoever sent it.`);

const bomb = (name: string): UnreadableFile => {
  const sentence = `“${name}” unpacks to far more than a document holds (over ${megabytes(MAX_PART_BYTES)} or ${MAX_RATIO} times its size): it was not opened. Ask whoever sent it for a PDF.`;
  return new UnreadableFile('source.too-large', sentence);
};

/** Reads the table of contents. Costs nothing but the table. */
export function openArchive(bytes: Uint8Array, name: string): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw damaged(name);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_ZIP_ENTRIES) throw bomb(name);
  const entries = new Map<string, Entry>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw damaged(name);
    const nameLength = view.getUint16(at + 28, true);
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
    entries.set(path.replace(/^\//, ''), {
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { bytes, name, entries, inflated: 0 };
}

function findEnd(view: DataView): number {
  const stop = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= stop; at--) if (view.getUint32(at, true) === END) return at;
  return -1;
}

/**
 * Hands the decompressed bytes of one entry to `take`, piece by piece. `false` when there is no such entry.
 * @throws UnreadableFile `source.too-large` for a bomb, `source.damaged`, `source.encrypted`.
 */
export function readEntry(archive: Archive, path: string, take: (piece: Uint8Array) => void): boolean {
  const entry = archive.entries.get(path);
  if (!entry) return false;
  const { bytes, name } = archive;
  if (entry.encrypted) {
    throw new UnreadableFile(
      'source.encrypted',
      `“${name}” is encrypted: save it without a password and import it again.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) throw damaged(name);
  if (entry.size > MAX_PART_BYTES || overRatio(entry.size, entry.compressed)) throw bomb(name);
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.compressed);
  if (packed.length < entry.compressed) throw damaged(name);
  let size = 0;
  const counted = (piece: Uint8Array) => {
    size += piece.length;
    archive.inflated += piece.length;
    if (size > MAX_PART_BYTES || archive.inflated > MAX_DOCX_BYTES || overRatio(size, entry.compressed))
      throw bomb(name);
    take(piece);
  };
  if (entry.method === 0) counted(packed);
  else if (entry.method === 8) inflate(packed, counted, name);
  else throw damaged(name);
  if (size !== entry.size) throw damaged(name);
  return true;
}

const overRatio = (size: number, compressed: number): boolean =>
  size > RATIO_FREE_BYTES && size > compressed * MAX_RATIO;

function inflate(packed: Uint8Array, take: (piece: Uint8Array) => void, name: string): void {
  const stream = new Inflate((piece) => take(piece));
  try {
    for (let at = 0; at < packed.length; at += CHUNK)
      stream.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
    if (packed.length === 0) stream.push(packed, true);
  } catch (error) {
    throw error instanceof UnreadableFile ? error : isOurs(error) ? error : damaged(name);
  }
}

/** fflate's errors carry a numeric code; anything else is a mistake of ours and must not be hidden. */
const isOurs = (error: unknown): boolean =>
  !(error instanceof Error && 'code' in error && typeof error.code === 'number');
