import { readDocument } from '../../src/reader/index.ts';
import { textToDocument } from '../../src/reader/sources/text.ts';

const body =
  '\n\n1. The participants discussed the state of the ports and they exchanged views on the coming winter.\n\n2. They thanked the host.\n';

/** What is said of the meeting whose report begins with `head`. */
export const meeting = (head: string) => readDocument(textToDocument(head + body, 'a.txt', 'text/plain', '')).meeting;
