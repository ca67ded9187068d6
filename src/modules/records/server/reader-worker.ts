// Runs in a worker, plain Node: reads one file after the other and says what became of each. See read-in-worker.ts.
import { parentPort } from 'node:worker_threads';
import { readReport } from '../../../reader/index.ts';
import { UnreadableFile } from '../../../reader/sources/source-document.ts';

parentPort!.on('message', async ({ bytes, name }: { bytes: Uint8Array; name: string }) => {
  try {
    parentPort!.postMessage({ ok: true, reading: await readReport(bytes, name) });
  } catch (error) {
    // Anything else ends this worker, and whoever asked is told.
    if (!(error instanceof UnreadableFile)) throw error;
    parentPort!.postMessage({ ok: false, sentence: error.message });
  }
});
