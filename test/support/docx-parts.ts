/** Puts a DOCX together from the XML of its parts, for what the `docx` package cannot write. */
import { zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface DocxXml {
  /** Content of `w:body`. */
  body: string;
  /** Content of `w:styles`, `w:numbering`, `w:footnotes`, `w:endnotes`. */
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
}

/** The bytes of a DOCX. */
export function docxOf(parts: DocxXml): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  const add = (path: string, xml: string) => {
    files[path] = new TextEncoder().encode(HEAD + xml);
  };
  add('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  add(
    '_rels/.rels',
    `<Relationships xmlns="r"><Relationship Id="r1" Type="${type}" Target="word/document.xml"/></Relationships>`,
  );
  add(
    'word/document.xml',
    `<w:document ${W} xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v"><w:body>${parts.body}</w:body></w:document>`,
  );
  for (const part of ['styles', 'numbering', 'footnotes', 'endnotes'] as const) {
    if (parts[part] !== undefined) add(`word/${part}.xml`, `<w:${part} ${W}>${parts[part]}</w:${part}>`);
  }
  return zipSync(files);
}

/** A paragraph: properties, then runs or plain text. */
export function p(content: string, properties = ''): string {
  const runs = content.startsWith('<') ? content : r(content);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A run of text. */
export function r(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}
