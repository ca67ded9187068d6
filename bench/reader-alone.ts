/** Reads one PDF file in a process of its own and prints `{ ms, peak, paragraphs }` (milliseconds, bytes): memory can only be told alone. */
import { readFile } from 'node:fs/promises';
import { readReport } from '../src/reader/index.ts';

const bytes = new Uint8Array(await readFile(process.argv[2]!));
const from = performance.now();
const reading = await readReport(bytes, 'long.pdf');
const took = performance.now() - from;
console.log(
  JSON.stringify({ ms: took, peak: process.resourceUsage().maxRSS * 1024, paragraphs: reading.paragraphs.length }),
);
