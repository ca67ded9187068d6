/** What `import 'redthread'` gives: the reader and its types. Nothing here touches a database, a clock or the network. */
export { readReport, readDocument } from './reader/index.ts';
export type * from './reader/reading.ts';
