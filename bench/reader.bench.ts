import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getResolvedPDFJS } from 'unpdf';
import { readReport } from '../src/reader/index.ts';
import { ms } from './bench.ts';
import type { Bench, Ratio } from './bench.ts';
import { longReport } from './long-report.ts';

const SIZES = [10, 100, 500, 2_000];
const MB = 1024 * 1024;

/**
 * A full reading (layout, structure, facts, outcomes, findings) against taking the bare text out of the same PDF with the same library.
 * Both in turns and warmed up, in processor time, the least of several rounds: what else runs on the machine can only add to a round.
 */
export const bench: Bench = {
  about: 'reading a report against bare text extraction of the same PDF; growth with its length; memory',
  async run(say) {
    const ratios: Ratio[] = [];
    const perPage: number[] = [];
    const barePerPage: number[] = [];
    // A server has been reading for a while: what the engine compiles after some hundred rounds is compiled when the first size is measured.
    await compare(longReport(10), 300);
    for (const pages of SIZES) {
      const bytes = longReport(pages);
      const rounds = pages <= 10 ? 100 : pages <= 100 ? 30 : pages <= 500 ? 16 : 6;
      const { read, bare } = await compare(bytes, rounds);
      perPage.push(read / pages);
      barePerPage.push(bare / pages);
      say(`${pages} pages: reading ${ms(read)}, extraction ${ms(bare)}`);
      ratios.push({
        what: `reading / extraction, ${pages} pages`,
        value: read / bare,
        limit: 1.5,
        detail: `${ms(read)} / ${ms(bare)}`,
      });
    }
    // pdf.js itself takes longer a page of a long file; that part of the growth is not the reader's.
    const [grown, bareGrown] = [perPage.at(-1)! / perPage[1]!, barePerPage.at(-1)! / barePerPage[1]!];
    const each = (times: readonly number[]) => times.map((time) => ms(time)).join(', ');
    ratios.push(
      {
        what: 'time per page, 2,000 pages / 100 pages, over the same of extraction',
        value: grown / bareGrown,
        limit: 1.3,
        detail: `${grown.toFixed(2)} / ${bareGrown.toFixed(2)}`,
      },
      { what: 'time per page, 2,000 pages / 100 pages, reading', value: grown, detail: each(perPage) },
      { what: 'time per page, 2,000 pages / 100 pages, extraction', value: bareGrown, detail: each(barePerPage) },
    );
    ratios.push(memory(say));
    return ratios;
  },
};

async function compare(bytes: Uint8Array, rounds: number): Promise<{ read: number; bare: number }> {
  const read: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = await timed(() => extract(bytes));
    const second = await timed(() => readReport(bytes, 'long.pdf'));
    bare.push(first);
    read.push(second);
  }
  return { read: Math.min(...read), bare: Math.min(...bare) };
}

/** Processor time in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

/** Bare extraction: `getTextContent` over all pages. */
async function extract(bytes: Uint8Array): Promise<number> {
  const { getDocument } = await getResolvedPDFJS();
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    for (const item of (await page.getTextContent()).items) if ('str' in item) length += item.str.length;
    page.cleanup();
  }
  await pdf.loadingTask.destroy();
  return length;
}

/** Peak memory of a process that does nothing but read 2,000 pages, as a share of 500 MB. */
function memory(say: (line: string) => void): Ratio {
  const folder = mkdtempSync(join(tmpdir(), 'redthread-bench-'));
  const file = join(folder, 'long.pdf');
  let out: string;
  try {
    writeFileSync(file, longReport(2_000));
    out = execFileSync(process.execPath, [join(import.meta.dirname, 'reader-alone.ts'), file], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const { peak, ms: took } = JSON.parse(out) as { peak: number; ms: number };
  say(`2,000 pages alone: ${ms(took)}, peak ${Math.round(peak / MB)} MB`);
  return {
    what: 'peak memory of reading 2,000 pages / 500 MB',
    value: peak / (500 * MB),
    limit: 1,
    detail: `${Math.round(peak / MB)} MB`,
  };
}
