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

/** A message that its sender lets go of: text of a page, or no more than a few numbers and words, copied by hand; `null` for any other. */
function handedOver(message: object): object | null {
  let copy: Record<string, unknown> | null = null;
  for (const key in message) {
    const value = (message as Record<string, unknown>)[key];
    if (typeof value !== 'object' || value === null) continue;
    // pdf.js goes on with the same object for the next piece of text, and puts a new list into it.
    const carried = key === 'chunk' && isText(value) ? { ...value } : copied(value, 2);
    if (carried === undefined) return null;
    copy ??= { ...message };
    copy[key] = carried;
  }
  return copy ?? message;
}

/** A copy of a number, a word, or a small list or record of these; `undefined` for whatever else a copy would have to be careful with. */
function copied(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'function' || typeof value === 'symbol' ? undefined : value;
  if (depth === 0) return undefined;
  if (Array.isArray(value)) {
    const list = value.length > MOST_ENTRIES ? [undefined] : value.map((entry) => copied(entry, depth - 1));
    return list.includes(undefined) ? undefined : list;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype && !isReference(value)) return undefined;
  const record: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(value) as [string, unknown][]) {
    const carried = copied(entry, depth - 1);
    if (carried === undefined) return undefined;
    record[key] = carried;
  }
  return record;
}

const MOST_ENTRIES = 16;
/** How pdf.js names an object of the file. */
const isReference = (value: object): boolean => 'num' in value && 'gen' in value;
const isText = (value: object): boolean => 'items' in value && 'styles' in value && 'lang' in value;
