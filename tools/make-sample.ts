/**
 * Writes the PDF and Word files of the sample dialogue (`sample/reports/`); the Markdown, HTML and text reports there are
 * written by hand. `node tools/make-sample.ts`; the same sources give the same bytes with the same Chromium.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { docxOf } from './sample/docx.ts';
import { experts2025 } from './sample/experts-2025.ts';
import { printColumns, printer, printSingle } from './sample/pdf.ts';
import { return2022 } from './sample/return-2022.ts';
import { som2024, som2024Notes } from './sample/som-2024.ts';

const reports = new URL('../sample/reports/', import.meta.url);

function write(name: string, bytes: Uint8Array): void {
  writeFileSync(new URL(name, reports), bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}

const browser = await printer();
try {
  const html = readFileSync(new URL('./sample/wg-2021.html', import.meta.url), 'utf8');
  write('2021-03-18-wg-south-east-europe.pdf', await printSingle(browser, html));
  write(
    '2024-04-17-senior-officials.pdf',
    await printColumns(browser, {
      title: 'Senior Officials Meeting',
      place: 'Istanbul, 16–17 April 2024',
      said: 'Invented session, written for trying out Redthread',
      running: 'Budapest Process – Senior Officials Meeting 2024 – Summary',
      paragraphs: som2024,
      notes: som2024Notes,
    }),
  );
} finally {
  await browser.close();
}
write('2022-06-15-thematic-return.docx', await docxOf(return2022));
write('2025-03-06-trafficking-experts.docx', await docxOf(experts2025));
