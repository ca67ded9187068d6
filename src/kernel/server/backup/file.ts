import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';

/**
 * The backup file, format 1:
 *   line 1   `REDTHREAD BACKUP 1`
 *   line 2   the header as JSON, readable with `head -2`
 *   body     frames, compressed with Zstandard: kind (one letter), length (4 bytes, big end first), content
 *   end      a line feed, `SHA-256 `, 64 hexadecimal digits over everything before, a line feed
 */
const magic = 'REDTHREAD BACKUP ';
export const formatVersion = 1;
const trailerLength = 74;
const headerLimit = 1_000_000;

export type BackupHeader = {
  created: string;
  program: string;
  /** Of the server the backup was taken from. */
  postgres: string;
  mode: string;
  migrations: { name: string; sha256: string }[];
};

/** `T` begins a table, `D` is a piece of its rows as COPY text, `E` ends it, `S` are sequences, `Z` ends the backup. */
export type Frame = { kind: 'T' | 'D' | 'E' | 'S' | 'Z'; content: Buffer };

/** The file cannot be used, or the target may not be written. One sentence; nothing was changed. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
}

/** Writes the file beside its place and moves it there when it is whole and on the disk; a killed backup leaves only `….partial`. */
export async function writeBackupFile(
  file: string,
  header: BackupHeader,
  frames: AsyncIterable<Frame>,
): Promise<{ bytes: number; sha256: string }> {
  const partial = `${file}.partial`;
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const target = createWriteStream(partial, { mode: 0o600 });
  try {
    counted.write(`${magic}${formatVersion}\n${JSON.stringify(header)}\n`);
    const written = pipeline(counted, target, { end: false });
    await pipeline(Readable.from(encode(frames)), createZstdCompress(), counted);
    await written;
    const sha256 = hash.digest('hex');
    await new Promise<void>((resolve, reject) =>
      target.end(`\nSHA-256 ${sha256}\n`, (error?: Error | null) => (error ? reject(error) : resolve())),
    );
    await flush(partial);
    await rename(partial, file);
    return { bytes: bytes + trailerLength, sha256 };
  } catch (error) {
    target.destroy();
    await rm(partial, { force: true });
    throw error;
  }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* encode(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  for await (const { kind, content } of frames) {
    const head = Buffer.alloc(5);
    head.write(kind, 0, 'latin1');
    head.writeUInt32BE(content.length, 1);
    yield head;
    if (content.length > 0) yield content;
  }
}

/**
 * Reads the header and checks the whole file against its own sum, without changing anything.
 * @throws BackupRefused with a sentence: not a backup, newer format, cut off, damaged.
 */
export async function checkBackupFile(
  file: string,
): Promise<{ header: BackupHeader; bodyStart: number; bodyEnd: number }> {
  const size = await sizeOf(file);
  const start = await readStart(file);
  const version = new RegExp(`^${magic}(\\d+)\\n`).exec(start)?.[1];
  if (!version) throw new BackupRefused(`${file} is not a Redthread backup.`);
  if (Number(version) > formatVersion)
    throw new BackupRefused(
      `${file} was written by a newer Redthread (backup format ${version}); update this program first. Nothing was changed.`,
    );
  const headerEnd = start.indexOf('\n', start.indexOf('\n') + 1);
  const damaged = new BackupRefused(`${file} is damaged or was cut off; nothing was changed. Take another copy.`);
  const bodyEnd = size - trailerLength;
  if (headerEnd === -1 || bodyEnd < headerEnd) throw damaged;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { end: bodyEnd - 1 })) hash.update(chunk as Buffer);
  const trailer = await readRange(file, bodyEnd, trailerLength);
  if (trailer.toString('latin1') !== `\nSHA-256 ${hash.digest('hex')}\n`) throw damaged;
  const header = JSON.parse(start.slice(start.indexOf('\n') + 1, headerEnd)) as BackupHeader;
  return { header, bodyStart: Buffer.byteLength(start.slice(0, headerEnd + 1)), bodyEnd };
}

async function sizeOf(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (found.isFile()) return found.size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  throw new BackupRefused(`There is no file ${file}.`);
}

async function readStart(file: string): Promise<string> {
  return (await readRange(file, 0, headerLimit)).toString('utf8');
}

async function readRange(file: string, position: number, length: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await handle.read(buffer, 0, length, position);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The frames of a checked file, one after the other; memory stays at a few frames. */
export async function* readFrames(file: string, range: { bodyStart: number; bodyEnd: number }): AsyncGenerator<Frame> {
  const body = new PassThrough();
  const source = createReadStream(file, { start: range.bodyStart, end: range.bodyEnd - 1 });
  const failed = pipeline(source, createZstdDecompress(), body).catch((error: Error) => body.destroy(error));
  let rest = Buffer.alloc(0);
  for await (const chunk of body) {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer<ArrayBuffer>);
    for (;;) {
      if (rest.length < 5) break;
      const length = rest.readUInt32BE(1);
      if (rest.length < 5 + length) break;
      yield { kind: rest.toString('latin1', 0, 1) as Frame['kind'], content: rest.subarray(5, 5 + length) };
      rest = rest.subarray(5 + length);
    }
  }
  await failed;
}
