// Runs in a worker thread of its own, plain Node: reads one file and says what became of it. See read-in-worker.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { readReport } from '../../../reader/index.ts';
import { UnreadableFile } from '../../../reader/sources/source-document.ts';

const { bytes, name } = workerData as { bytes: Uint8Array; name: string };
try {
  parentPort!.postMessage({ ok: true, reading: await readReport(bytes, name) });
} catch (error) {
  if (!(error instanceof UnreadableFile)) throw error;
  parentPort!.postMessage({ ok: false, sentence: error.message });
}
