import { readDocument } from '../../src/reader/index.ts';
import { textToDocument } from '../../src/reader/sources/text.ts';

/** The outcomes of the report of a forum in Riga on 3 May 2019 with this text, in Markdown. */
export const read = (text: string) =>
  readDocument(textToDocument(`Harbour Forum\n\nRiga, 3 May 2019\n\n${text}\n`, 'a.md', 'text/markdown', '')).outcomes;

/** The same, each in a line: kind, paragraph, words. */
export const brief = (text: string): string[] => read(text).map((o) => `${o.kind} ${o.paragraph ?? '-'} ${o.text}`);

/** A paragraph in which nothing is agreed. */
export const talk =
  'The participants spoke of the pier and of the nets of the bay, and they heard how the winter had been.\n\n';
