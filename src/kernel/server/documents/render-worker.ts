// Runs in a worker thread of its own, plain Node: makes one file after the other. See in-worker.ts.
import { parentPort } from 'node:worker_threads';
import type { PrintedDocument } from './document.ts';
import { renderDocx } from './docx/docx.ts';
import { renderPdf } from './pdf/pdf.ts';

const renderers = { docx: renderDocx, pdf: renderPdf };

parentPort!.on('message', async ({ document, format }: { document: PrintedDocument; format: 'docx' | 'pdf' }) => {
  try {
    parentPort!.postMessage({ ok: true, bytes: await renderers[format](document) });
  } catch (error) {
    parentPort!.postMessage({ ok: false, fault: error instanceof Error ? error.message : String(error) });
  }
});
