import { workers, WorkEnded } from '../workers.ts';
import type { PrintedDocument } from './document.ts';

export type Format = 'docx' | 'pdf';

/** What takes longer than this is stopped. Three hundred pages take a few seconds on an idle machine. */
const seconds = 120;

type Answer = { ok: true; bytes: Uint8Array } | { ok: false; fault: string };

const render = workers<{ document: PrintedDocument; format: Format }, Answer>({
  file: 'src/kernel/server/documents/render-worker.ts',
  atOnce: 1,
  seconds,
  // What the typesetter takes beside the heap follows the size of the document, which `limits.ts` bounds.
  megabytes: 768,
});

/** Makes the file in a worker beside the application, one after the other, with a limit of time and memory. Throws when the limit is reached. */
export async function renderInWorker(document: PrintedDocument, format: Format): Promise<Uint8Array> {
  const answer = await render({ document, format }).catch((error: unknown) => {
    if (error instanceof WorkEnded && error.why === 'time')
      throw new Error(`Making the file took more than ${seconds} seconds and was stopped.`, { cause: error });
    throw error;
  });
  if (!answer.ok) throw new Error(answer.fault);
  return answer.bytes;
}
