/**
 * Writes small PDFs for tests and measurements: text at chosen places, in chosen fonts and sizes, nothing else.
 * Coordinates in points from the top left corner; `y` is the baseline.
 */
export type PdfFont = 'regular' | 'bold' | 'italic' | 'bold-italic' | 'unicode';

export interface PdfText {
  text: string;
  x: number;
  y: number;
  size?: number;
  font?: PdfFont;
  /** Extra space after each letter, in points. */
  spacing?: number;
  /** Degrees, counter-clockwise. */
  angle?: number;
}

export interface PdfPageSpec {
  texts: PdfText[];
  /** A grey picture filling the page, as a scan has it. */
  picture?: boolean;
  /** The page's /Rotate entry. */
  rotate?: 0 | 90 | 180 | 270;
}

export const PAGE_WIDTH = 595;
export const PAGE_HEIGHT = 842;

const FONTS: Record<PdfFont, string> = {
  regular: '/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding',
  bold: '/Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding',
  italic: '/Type /Font /Subtype /Type1 /BaseFont /Helvetica-Oblique /Encoding /WinAnsiEncoding',
  'bold-italic': '/Type /Font /Subtype /Type1 /BaseFont /Helvetica-BoldOblique /Encoding /WinAnsiEncoding',
  unicode:
    '/Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts [@CID] /ToUnicode @MAP',
};

const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Sample def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${ranges()}
endcmap end end`;

function ranges(): string {
  const rows = Array.from({ length: 256 }, (_, i) => {
    const high = i.toString(16).padStart(2, '0').toUpperCase();
    return `<${high}00> <${high}FF> <${high}00>`;
  });
  const parts: string[] = [];
  for (let i = 0; i < rows.length; i += 100) {
    const some = rows.slice(i, i + 100);
    parts.push(`${some.length} beginbfrange\n${some.join('\n')}\nendbfrange`);
  }
  return parts.join('\n');
}

/** The bytes of a PDF with these pages. `trailer` is added to the trailer dictionary, as `/Encrypt` needs it. */
export function buildPdf(pages: readonly PdfPageSpec[], trailer = ''): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (content: string, entries = '') =>
    add(`<< /Length ${content.length} ${entries}>>\nstream\n${content}\nendstream`);
  const catalog = add('');
  const tree = add('');
  const map = stream(TO_UNICODE);
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /Sample /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  );
  const cid = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 500 >>`,
  );
  const fonts = Object.entries(FONTS).map(([name, body]) => {
    const id = add(`<< ${body.replace('@CID', `${cid} 0 R`).replace('@MAP', `${map} 0 R`)} >>`);
    return `/${name} ${id} 0 R`;
  });
  const picture = stream(
    '\u0080',
    '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 ',
  );
  const resources = add(`<< /Font << ${fonts.join(' ')} >> /XObject << /picture ${picture} 0 R >> >>`);
  const kids = pages.map((page) => {
    const content = stream(
      (page.picture ? `q ${PAGE_WIDTH} 0 0 ${PAGE_HEIGHT} 0 0 cm /picture Do Q\n` : '') +
        page.texts.map(draw).join('\n'),
    );
    const box = `/MediaBox [0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}] /Rotate ${page.rotate ?? 0}`;
    return add(`<< /Type /Page /Parent ${tree} 0 R ${box} /Resources ${resources} 0 R /Contents ${content} 0 R >>`);
  });
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R >>`;
  objects[tree - 1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((k) => `${k} 0 R`).join(' ')}] >>`;
  return assemble(objects, catalog, trailer);
}

function assemble(objects: readonly string[], root: number, trailer: string): Uint8Array {
  const parts = ['%PDF-1.7\n'];
  let length = parts[0]!.length;
  const offsets = objects.map((body, i) => {
    const at = length;
    const text = `${i + 1} 0 obj\n${body}\nendobj\n`;
    parts.push(text);
    length += text.length;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`);
  parts.push(`trailer\n<< /Size ${objects.length + 1} /Root ${root} 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`);
  return Uint8Array.from(Buffer.from(parts.join(''), 'latin1'));
}

function draw({ text, x, y, size = 11, font = 'regular', spacing = 0, angle = 0 }: PdfText): string {
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn).toFixed(4), Math.sin(turn).toFixed(4)];
  const place = `${cos} ${sin} ${(-Math.sin(turn)).toFixed(4)} ${cos} ${x.toFixed(2)} ${(PAGE_HEIGHT - y).toFixed(2)}`;
  return `BT /${font} ${size} Tf ${spacing} Tc ${place} Tm ${font === 'unicode' ? wide(text) : narrow(text)} Tj ET`;
}

function wide(text: string): string {
  const codes = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0'));
  return `<${codes.join('')}>`;
}

const WIN_ANSI: Record<string, number> = {
  '–': 0x96,
  '—': 0x97,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '…': 0x85,
  '€': 0x80,
};

function narrow(text: string): string {
  const bytes = [...text].map((c) => String.fromCharCode(WIN_ANSI[c] ?? c.charCodeAt(0)));
  return `(${bytes.join('').replace(/[\\()]/g, '\\$&')})`;
}

/** Widths of Helvetica's letters, in thousandths of the size; enough to wrap lines as a printer would. */
const WIDTHS: Record<string, number> = Object.fromEntries(
  Object.entries({
    "ijl'|": 222,
    'ft.,:;!/ I[]': 278,
    '()r-“”‘’•`': 333,
    cksvxyzJ: 500,
    mM: 833,
    wCDHNRU: 722,
    'ABEKPSVXY&': 667,
    FTZ: 611,
    GOQ: 778,
    LW: 556,
  }).flatMap(([letters, width]) => [...letters].map((l) => [l, width])),
);

/** How wide a text comes out, in points. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += WIDTHS[letter] ?? 556;
  return (width * size) / 1000;
}

export interface Flow {
  x: number;
  width: number;
  size?: number;
  font?: PdfFont;
  /** Baseline distance as a multiple of the size. */
  leading?: number;
  /** Further indent of all lines but the first. */
  hanging?: number;
}

/** Wraps a text into lines from `y` on; gives the lines and the baseline after the last. */
export function flow(
  text: string,
  y: number,
  { x, width, size = 11, font = 'regular', leading = 1.25, hanging = 0 }: Flow,
): { texts: PdfText[]; y: number } {
  const texts: PdfText[] = [];
  let line = '';
  const place = () => {
    texts.push({
      text: line,
      x: x + (texts.length > 0 ? hanging : 0),
      y: y + texts.length * size * leading,
      size,
      font,
    });
  };
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size) > width - (texts.length > 0 ? hanging : 0)) {
      place();
      line = word;
    } else line = longer;
  }
  place();
  return { texts, y: y + texts.length * size * leading };
}
