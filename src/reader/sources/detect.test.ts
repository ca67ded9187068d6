import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { detectMediaType, DOCX } from './detect.ts';
import { UnreadableFile } from './source-document.ts';

const text = (s: string): Uint8Array => new TextEncoder().encode(s);
const zip = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((n) => [n, text('x')])));

function refusal(bytes: Uint8Array, name: string): UnreadableFile {
  try {
    detectMediaType(bytes, name);
  } catch (error) {
    if (error instanceof UnreadableFile) return error;
  }
  throw new Error(`${name} was accepted`);
}

describe('what a file is', () => {
  it('is told by its content, whatever its name says', () => {
    expect(detectMediaType(text('%PDF-1.7\n…'), 'minutes.docx')).toBe('application/pdf');
    expect(detectMediaType(zip('[Content_Types].xml', 'word/document.xml'), 'minutes.pdf')).toBe(DOCX);
    expect(detectMediaType(text('<!DOCTYPE html><p>Minutes'), 'minutes.txt')).toBe('text/html');
    expect(detectMediaType(text('<p>Minutes of the lake board'), 'minutes.txt')).toBe('text/html');
  });

  it('lets the name decide between Markdown and plain text', () => {
    expect(detectMediaType(text('# Minutes'), 'minutes.md')).toBe('text/markdown');
    expect(detectMediaType(text('# Minutes'), 'minutes')).toBe('text/plain');
    expect(detectMediaType(text('the value <b is small'), 'minutes.txt')).toBe('text/plain');
  });

  it('takes text in any encoding for text', () => {
    const utf16 = new Uint8Array(Buffer.from('\ufeffThe lake board met in the harbour.', 'utf16le'));
    expect(detectMediaType(utf16, 'a.txt')).toBe('text/plain');
    expect(detectMediaType(utf16.subarray(2), 'a.txt')).toBe('text/plain');
    expect(detectMediaType(Uint8Array.from([0x53, 0xf6, 0x64, 0x65, 0x72, 0x20, 0xe5]), 'a.txt')).toBe('text/plain');
  });

  it.each([
    [
      'an old Word file',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('WordDocument', 'utf16le')]),
      'old Word file',
    ],
    ['a spreadsheet', zip('[Content_Types].xml', 'xl/workbook.xml'), 'spreadsheet'],
    ['a rich text file', text('{\\rtf1\\ansi Minutes}'), 'RTF'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0]), 'picture'],
    ['a ZIP archive', zip('a.txt'), 'ZIP archive'],
    ['a program', Uint8Array.from({ length: 900 }, (_, i) => (i * 37) % 256), 'not a document'],
  ])('refuses %s and says what to do', (_, bytes, what) => {
    const error = refusal(bytes, 'report.bin');
    expect(error.code).toBe('source.unknown-format');
    expect(error.message).toContain(what);
    expect(error.message).toContain('save it as DOCX or PDF');
  });

  it('tells a password-protected Word file from an old one', () => {
    const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const error = refusal(Uint8Array.from([...head, ...Buffer.from('EncryptedPackage', 'utf16le')]), 'report.docx');
    expect(error.code).toBe('source.encrypted');
    expect(error.message).toContain('remove the password');
  });

  it.each([
    ['nonsense', Uint8Array.from({ length: 900 }, (_, i) => (i * 37) % 256), 'report.pdf'],
    ['letters', text('qzxv wkjq pflm'), 'report.PDF'],
    ['plain text', text('The lake board met in the harbour.'), 'minutes.pdf'],
    ['a web page', text('<!DOCTYPE html><p>Please sign in'), 'minutes.pdf'],
    ['plain text', text('The lake board met in the harbour.'), 'minutes.docx'],
  ])('refuses %s that is called PDF or DOCX', (_, bytes, name) => {
    const error = refusal(bytes, name);
    expect(error.code).toBe('source.unknown-format');
    expect(error.message).toMatch(new RegExp(`^“${name}” is no (?:PDF|DOCX), .* get it again .*\\.txt\\.$`));
  });

  it('refuses a file without content', () => {
    expect(refusal(new Uint8Array(), 'a.pdf').code).toBe('source.empty');
    expect(refusal(text(' \r\n\t'), 'a.txt').code).toBe('source.empty');
  });
});
