/**
 * What the reader accepts. Beyond a limit a file is refused with one sentence (`source.too-large`), before or while it is
 * read, so that no file can take unbounded time or memory.
 */
const MB = 1024 * 1024;

/** Largest file of any format, in bytes. Checked before anything is parsed. */
export const MAX_FILE_BYTES = 50 * MB;

/** Largest markup or plain text file, in bytes: a parsed tree takes many times the size of its text. */
export const MAX_TEXT_BYTES = 16 * MB;

/** Most pages of a PDF. */
export const MAX_PAGES = 2_500;

/** Most text items on one PDF page; a page of dense print has under 5,000. */
export const MAX_ITEMS_PER_PAGE = 100_000;

/** Most entries of a DOCX (a ZIP archive). */
export const MAX_ZIP_ENTRIES = 10_000;

/** Largest part of a DOCX once decompressed, in bytes. */
export const MAX_PART_BYTES = 128 * MB;

/** All parts read from one DOCX together, decompressed, in bytes. */
export const MAX_DOCX_BYTES = 192 * MB;

/** Highest decompressed/compressed ratio of a part larger than `RATIO_FREE_BYTES`; real documents stay below 60. */
export const MAX_RATIO = 250;

/** Below this decompressed size the ratio is not looked at, in bytes. */
export const RATIO_FREE_BYTES = 8 * MB;

/** Deepest nesting of XML or HTML elements. */
export const MAX_DEPTH = 512;

/** Most blocks a document may have. */
export const MAX_BLOCKS = 200_000;

/** Most characters of text a document may have. */
export const MAX_CHARACTERS = 40_000_000;

/** "50 MB", for sentences. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / MB)} MB`;
}
