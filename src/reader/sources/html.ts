/**
 * HTML → SourceDocument, through parse5. Nothing is executed, loaded or followed; what a reader does not see (scripts, styles,
 * hidden elements) and what frames a page (navigation, page header and footer) is left out.
 */
import { defaultTreeAdapter, parse } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';
import { decodeText } from './decode.ts';
import { htmlBlocks } from './html-blocks.ts';
import { MAX_DEPTH } from './limits.ts';
import { UnreadableFile } from './source-document.ts';
import type { SourceDocument, SourceNotice } from './source-document.ts';

type Document = DefaultTreeAdapterMap['document'];

/** Reads an HTML page. @throws UnreadableFile `source.too-large` when it is nested beyond any document. */
export function readHtml(bytes: Uint8Array, name: string): SourceDocument {
  const { text, notices } = decodeHtml(bytes);
  return {
    name,
    mediaType: 'text/html',
    sha256: '',
    pages: null,
    blocks: htmlBlocks(parseShallow(text, name)),
    notices,
  };
}

/** The encoding a page declares holds unless a byte order mark says otherwise; undeclared pages are guessed like text. */
function decodeHtml(bytes: Uint8Array): { text: string; notices: SourceNotice[] } {
  const head = Array.from(bytes.subarray(0, 2048), (b) => String.fromCharCode(b)).join('');
  const marked = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/.test(head);
  const declared =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(head) ??
    /<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,40})/i.exec(head);
  if (marked || !declared || /^utf-?(?:8|16)/i.test(declared[1]!)) return decodeText(bytes);
  try {
    return { text: new TextDecoder(declared[1]).decode(bytes), notices: [] };
  } catch {
    return decodeText(bytes);
  }
}

/** parse5 scans the stack of open elements for many tags; a limit on its height keeps hostile pages linear. */
function parseShallow(text: string, name: string): Document {
  let depth = 0;
  return parse(text, {
    sourceCodeLocationInfo: false,
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush() {
        if (++depth > MAX_DEPTH)
          throw new UnreadableFile('source.too-large', `“${name}” is nested too deeply to be a report.`);
      },
      onItemPop() {
        depth--;
      },
    },
  });
}
