/** The door of the printed documents: describe a document once, get it as DOCX and as PDF. */
import type { PrintedDocument } from './document.ts';
import { renderInWorker, type Format } from './in-worker.ts';
import { keepSize } from './limits.ts';
import { plainDocument } from './plain-text.ts';

export type * from './document.ts';
export { fileResponse } from './file-response.ts';

/** Media types of the two formats. */
export const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/**
 * The document as a DOCX file: real heading styles, real list numbers, table heads that repeat. The same document gives the same bytes.
 * @throws Refusal `documents.document.too-large`
 */
export const toDocx = (document: PrintedDocument): Promise<Uint8Array> => render(document, 'docx');

/**
 * The document as a tagged PDF with title, language and outline. The same document gives the same bytes.
 * @throws Refusal `documents.document.too-large`
 */
export const toPdf = (document: PrintedDocument): Promise<Uint8Array> => render(document, 'pdf');

async function render(document: PrintedDocument, format: Format): Promise<Uint8Array> {
  keepSize(document);
  return renderInWorker(plainDocument(document), format);
}
