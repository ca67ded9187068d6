/**
 * The line between the two halves of pdf.js, for when both live in this thread. The line that pdf.js brings copies every message as if
 * it went to another thread; the text of a page, which is nearly all there is to carry, is handed over here instead.
 */
import type { getResolvedPDFJS } from 'unpdf';

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>;
type Listener = (event: { data: unknown }) => void;

/** The half of pdf.js that knows the format, in this thread. Whoever opens it destroys it. */
export function openWorker({ PDFWorker }: PdfJs): InstanceType<PdfJs['PDFWorker']> {
  const port = new Port();
  const worker = new PDFWorker({ port: port as unknown as null, verbosity: 0 });
  workerSide().initializeFromPort(port);
  return worker;
}

/** pdf.js leaves its other half here for those who run both in one thread. */
function workerSide(): { initializeFromPort(port: Port): void } {
  return (globalThis as unknown as { pdfjsWorker: { WorkerMessageHandler: { initializeFromPort(port: Port): void } } })
    .pdfjsWorker.WorkerMessageHandler;
}

/** What `PDFWorker` and `WorkerMessageHandler` ask of a port. Both ends of the line are this one object: messages carry their addressee. */
class Port {
  readonly #listeners = new Set<Listener>();

  addEventListener(_type: 'message', listener: Listener, options?: { signal?: AbortSignal }): void {
    if (options?.signal?.aborted) return;
    this.#listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  removeEventListener(_type: 'message', listener: Listener): void {
    this.#listeners.delete(listener);
  }

  /** Delivers a message when whoever sent it is done. */
  postMessage(message: object, transfer?: Transferable[]): void {
    const event = { data: handedOver(message) ?? structuredClone(message, transfer ? { transfer } : undefined) };
    queueMicrotask(() => {
      for (const listener of this.#listeners) listener(event);
    });
  }
}

/** A message that its sender lets go of: text of a page, or no more than a few numbers and words; `null` for any other. */
function handedOver(message: object): object | null {
  for (const value of Object.values(message)) {
    if (typeof value !== 'object' || value === null) continue;
    // pdf.js goes on with the same object for the next piece of text, and puts a new list into it.
    return isText(value) && value === (message as { chunk?: unknown }).chunk
      ? { ...message, chunk: { ...value } }
      : null;
  }
  return message;
}

const isText = (value: object): boolean => 'items' in value && 'styles' in value && 'lang' in value;
