/** A node of an XML document: an element or text. Attributes without a value are left out. */
export type XmlNode = string | XmlElement;
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string | null>>;
  children: readonly XmlNode[];
}

export const element = (
  name: string,
  attributes: Readonly<Record<string, string | null>> = {},
  children: readonly XmlNode[] = [],
): XmlElement => ({ name, attributes, children });

// What XML 1.0 cannot hold at all (https://www.w3.org/TR/xml/#charsets), halves of characters included.
// oxlint-disable-next-line no-control-regex
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const clean = (text: string): string => text.toWellFormed().replace(unfit, '');
const escaped = (text: string): string =>
  clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
const quoted = (text: string): string =>
  escaped(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

/** The document as text. Every text is escaped; no line end or space is added, because in running text it would be read. */
export function xmlText(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${nodeText(root)}\n`;
}

function nodeText(node: XmlNode): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = Object.entries(node.attributes)
    .filter((pair): pair is [string, string] => pair[1] !== null)
    .map(([name, value]) => ` ${name}="${quoted(value)}"`)
    .join('');
  const inner = node.children.map(nodeText).join('');
  return inner === '' ? `<${node.name}${attributes}/>` : `<${node.name}${attributes}>${inner}</${node.name}>`;
}
