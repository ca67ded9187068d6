/** Files that are broken, locked, swollen or meant to harm: each gets one sentence, soon, and takes little memory. */
import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildPdf } from '../../../test/support/pdf-builder.ts';
import { openSource } from './open-source.ts';
import { UnreadableFile } from './source-document.ts';

const utf8 = (s: string): Uint8Array => new TextEncoder().encode(s);

async function refusal(bytes: Uint8Array, name: string): Promise<UnreadableFile> {
  const error: unknown = await openSource(bytes, name).then(
    () => null,
    (e: unknown) => e,
  );
  if (error instanceof UnreadableFile) return error;
  throw new Error(`${name}: ${error === null ? 'was accepted' : String(error)}`);
}

const documentXml = (body: string, before = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const docx = (document: string | Uint8Array): Uint8Array =>
  zipSync(
    {
      '[Content_Types].xml': utf8('<Types/>'),
      'word/document.xml': typeof document === 'string' ? utf8(document) : document,
    },
    { level: 9 },
  );

const page = (text: string) => ({ texts: [{ text, x: 72, y: 100 }] });

describe('PDF', () => {
  it('with pictures only is told to go through text recognition', async () => {
    const error = await refusal(
      buildPdf([
        { texts: [], picture: true },
        { texts: [], picture: true },
      ]),
      'scan.pdf',
    );
    expect(error.code).toBe('source.no-text');
    expect(error.message).toContain('OCR');
  });

  it('with a few scanned pages is read, and the pages are named', async () => {
    const pages = [
      page('The lake board met.'),
      { texts: [], picture: true },
      { texts: [], picture: true },
      page('It closed at noon.'),
      { texts: [] },
    ];
    const document = await openSource(buildPdf(pages), 'mixed.pdf');
    expect(document.blocks.map((b) => b.text)).toEqual(['The lake board met.', 'It closed at noon.']);
    expect(document.notices.find((n) => n.code === 'source.scanned-page')?.message).toContain('Pages 2–3');
    expect(document.pages).toBe(5);
  });

  it('with a password says so', async () => {
    const key = '0'.repeat(64);
    const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00><00>]`;
    const error = await refusal(buildPdf([page('Secret minutes')], encrypt), 'locked.pdf');
    expect(error.code).toBe('source.encrypted');
    expect(error.message).toContain('without the password');
  });

  it('cut off anywhere is refused, never half read', async () => {
    const whole = buildPdf(Array.from({ length: 6 }, (_, i) => page(`Minutes of session ${i + 1} of the lake board.`)));
    for (const share of [0.02, 0.3, 0.6, 0.9, 0.97]) {
      expect((await refusal(whole.slice(0, Math.floor(whole.length * share)), 'part.pdf')).code).toBe('source.damaged');
    }
  });

  it('with garbage inside is refused', async () => {
    const garbage = utf8(`%PDF-1.4\n${'lorem ipsum '.repeat(400)}\nstartxref\n12\n%%EOF`);
    expect((await refusal(garbage, 'garbage.pdf')).code).toBe('source.damaged');
  });

  it('can be stopped between two pages', async () => {
    const stop = new AbortController();
    const pages = Array.from({ length: 40 }, (_, i) => page(`Page ${i} of the minutes.`));
    const reading = openSource(buildPdf(pages), 'long.pdf', {
      signal: stop.signal,
      onPage: (n) => n === 3 && stop.abort(),
    });
    await expect(reading).rejects.toThrow(/abort/i);
  });
});

describe('DOCX', () => {
  it(
    'that is a ZIP bomb is refused in bounded time and memory, whatever it declares',
    { timeout: 30_000 },
    async () => {
      const swollen = swell('word/document.xml', 160 * 1024 * 1024);
      expect(swollen.length).toBeLessThan(1_000_000);
      for (const bytes of [swollen, declaring(swollen, 5_000)]) {
        const before = process.memoryUsage().rss;
        const error = await refusal(bytes, 'bomb.docx');
        expect(error.code).toBe('source.too-large');
        expect(process.memoryUsage().rss - before).toBeLessThan(120 * 1024 * 1024);
      }
    },
  );

  it('with more text than a report can have is refused', { timeout: 30_000 }, async () => {
    // Letters in no order, so that the file does not look like a ZIP bomb.
    let drawn = 1;
    const letter = () => String.fromCharCode(97 + ((drawn = (drawn * 48_271) % 2_147_483_647) % 26));
    const block = Array.from({ length: 60_000 }, letter).join('');
    const many = Array.from({ length: 700 }, (_, at) => paragraph(block.slice(at) + block.slice(0, at)));
    const error = await refusal(docx(documentXml(many.join(''))), 'endless.docx');
    expect(error.message).toContain('40 million characters');
  });

  it('with more entries than a document has is refused before anything is unpacked', async () => {
    const many = docx(documentXml(paragraph('x')));
    new DataView(many.buffer).setUint16(many.length - 12, 10_050, true);
    expect((await refusal(many, 'many.docx')).code).toBe('source.too-large');
  });

  it('with external or swelling entities is refused, and nothing is looked up', async () => {
    const external = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>';
    const laughs = `<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>`;
    for (const doctype of [external, laughs]) {
      const error = await refusal(docx(documentXml(paragraph('&x;&c;'), doctype)), 'entities.docx');
      expect(error.code).toBe('source.unsafe');
      expect(error.message).not.toContain('hostname');
    }
  });

  it('cut off or overwritten is refused', async () => {
    const whole = docx(
      documentXml(Array.from({ length: 300 }, (_, i) => paragraph(`Entry ${i} ${Math.sin(i)}`)).join('')),
    );
    expect((await refusal(whole.slice(0, whole.length - 200), 'part.docx')).code).toBe('source.damaged');
    const scratched = whole.slice();
    scratched.fill(0xee, 200, 400);
    expect((await refusal(scratched, 'scratched.docx')).code).toBe('source.damaged');
  });

  it('nested without end is refused', async () => {
    const deep = '<w:sdt><w:sdtContent>'.repeat(2_000) + paragraph('x') + '</w:sdtContent></w:sdt>'.repeat(2_000);
    expect((await refusal(docx(documentXml(deep)), 'deep.docx')).code).toBe('source.too-large');
  });

  it('without a word in it is empty', async () => {
    expect((await refusal(docx(documentXml('<w:p/>')), 'blank.docx')).code).toBe('source.empty');
  });
});

describe('HTML', () => {
  it('with script, style and hidden text gives the text and runs nothing', async () => {
    const html = `<html><head><title>t</title><style>p{}</style><script>globalThis.harmed = true</script></head><body onload="globalThis.harmed = true">
      <nav>Home</nav><p>The board met.<img src=x onerror="globalThis.harmed = true"></p><p hidden>Ghost</p><p style="display:none">Ghost</p>
      <noscript>Ghost</noscript><p>It closed.<script>document.write('Ghost')</script></p><template>Ghost</template><footer>Ghost</footer></body></html>`;
    const document = await openSource(utf8(html), 'page.html');
    expect(document.blocks.map((b) => b.text)).toEqual(['The board met.', 'It closed.']);
    expect('harmed' in globalThis).toBe(false);
  });

  it('nested without end is refused quickly', async () => {
    expect(
      (await refusal(utf8(`<!doctype html>${'<div>'.repeat(200_000)}${'<p>x'.repeat(200_000)}`), 'deep.html')).code,
    ).toBe('source.too-large');
  });

  it('with very many line breaks and paragraphs stays linear', { timeout: 30_000 }, async () => {
    const document = await openSource(
      utf8(`<!doctype html><div>${'a<br>'.repeat(100_000)}</div>${'<p>Entry of the list.'.repeat(50_000)}`),
      'long.html',
    );
    expect(document.blocks.length).toBeGreaterThan(50_000);
  });
});

describe('any file', () => {
  it('of 200 MB is refused before it is looked into', async () => {
    const error = await refusal(new Uint8Array(200 * 1024 * 1024), 'huge.pdf');
    expect(error.code).toBe('source.too-large');
    expect(error.message).toContain('200 MB');
  });

  it('that is empty is said to be empty', async () => {
    for (const name of ['a.pdf', 'a.docx', 'a.html', 'a.txt'])
      expect((await refusal(new Uint8Array(), name)).code).toBe('source.empty');
  });

  it('in a wrong or undeclared encoding keeps its letters', async () => {
    const turkish = new Uint8Array(
      Buffer.from('<html><body><p>G\xf6l kurulu \xdeubat ay\xfdnda topland\xfd.</p></body></html>', 'latin1'),
    );
    const declared = new Uint8Array(
      Buffer.from(
        '<html><head><meta charset="windows-1251"></head><body><p>\xce\xe7\xe5\xf0\xee</p></body></html>',
        'latin1',
      ),
    );
    expect((await openSource(turkish, 'a.html')).blocks[0]?.text).toBe('Göl kurulu Şubat ayında toplandı.');
    expect((await openSource(declared, 'b.html')).blocks[0]?.text).toBe('Озеро');
  });

  it('gets its SHA-256', async () => {
    const document = await openSource(utf8('abc'), 'a.txt');
    expect(document.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

/** A ZIP whose only entry unpacks to so many spaces; packed with zlib, which is quick at it. */
function swell(path: string, size: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(size, 0x20), { level: 9 });
  const name = Buffer.from(path);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, name]);
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Uint8Array.from(Buffer.concat([local, packed, central, end]));
}

/** The same archive, saying that its parts are small. */
function declaring(bytes: Uint8Array, size: number): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  for (let at = 0; at + 46 < changed.length; at++) {
    const mark = view.getUint32(at, true);
    if (mark === 0x02014b50) view.setUint32(at + 24, size, true);
    if (mark === 0x04034b50) view.setUint32(at + 22, size, true);
  }
  return changed;
}
