/**
 * Streams one XML part of an archive through saxes. A document type declaration, and with it every entity of its own, is
 * refused; nothing outside the archive is ever looked at.
 */
import { SaxesParser } from 'saxes';
import { MAX_DEPTH } from './limits.ts';
import { UnreadableFile } from './source-document.ts';
import { readEntry } from './zip.ts';
import type { Archive } from './zip.ts';

export interface XmlHandler {
  /** `attribute` gives the value of an attribute by its name without prefix. */
  open: (name: string, attribute: (name: string) => string | null) => void;
  close: (name: string) => void;
  text?: (text: string) => void;
}

/** Reads the part at `path`; `false` when the archive has none. Names of elements and attributes lose their prefix. */
export function readXml(archive: Archive, path: string, handler: XmlHandler): boolean {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let decoder: TextDecoder | null = null;
  let depth = 0;
  parser.on('doctype', () => {
    const sentence = `“${archive.name}” declares XML entities of its own, which no word processor writes: it was not opened.`;
    throw new UnreadableFile('source.unsafe', sentence);
  });
  parser.on('opentag', (tag) => {
    if (++depth > MAX_DEPTH)
      throw new UnreadableFile('source.too-large', `“${archive.name}” is nested too deeply to be a document.`);
    handler.open(local(tag.name), (name) => attributeOf(tag.attributes as Record<string, string>, name));
  });
  parser.on('closetag', (tag) => {
    depth--;
    handler.close(local(tag.name));
  });
  if (handler.text) parser.on('text', handler.text);
  parser.on('error', (error) => {
    throw new UnreadableFile(
      'source.damaged',
      `“${archive.name}” is damaged inside (${path}: ${error.message.slice(0, 80)}): save it again in Word.`,
    );
  });
  const found = readEntry(archive, path, (piece) => {
    decoder ??= new TextDecoder(encodingOf(piece));
    parser.write(decoder.decode(piece, { stream: true }));
  });
  if (found) parser.write(decoder === null ? '' : (decoder as TextDecoder).decode()).close();
  return found;
}

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

function attributeOf(attributes: Record<string, string>, name: string): string | null {
  for (const key in attributes)
    if (key === name || (key.endsWith(name) && key[key.length - name.length - 1] === ':')) return attributes[key]!;
  return null;
}

/** UTF-8 unless the part begins with a UTF-16 mark. */
function encodingOf(piece: Uint8Array): string {
  if (piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
  return piece[0] === 0xfe && piece[1] === 0xff ? 'utf-16be' : 'utf-8';
}
