import { stat, readFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { readReport } from '../../reader/index.ts';
import type { Reading } from '../../reader/reading.ts';
import { MAX_FILE_BYTES, megabytes } from '../../reader/sources/limits.ts';
import { UnreadableFile } from '../../reader/sources/source-document.ts';
import { WrongCall, type Command, type Terminal } from '../command.ts';
import { summarise } from '../reading-summary.ts';

export const command: Command = {
  summary: 'Reads meeting reports and prints what they say: facts, outcomes, findings.',
  usage: 'read FILE… [--json] [--check] [--quiet]',
  help: `
Reads PDF (with a text layer), DOCX, HTML, Markdown and plain text. A folder stands for the reports in it.

  --json    print the reading in the format redthread-reading/1; for several files one reading a line
  --check   exit with status 1 when a finding of severity error is there
  --quiet   findings only

Exit status: 0 read; 1 --check found errors; 2 a file could not be read.

Example: redthread read report.pdf --check
`,
  options: { json: { type: 'boolean' }, check: { type: 'boolean' }, quiet: { type: 'boolean' } },
  async run({ values, positionals, terminal }) {
    if (positionals.length === 0) throw new WrongCall('Name at least one file: redthread read report.pdf');
    const { files, empty } = await search(positionals);
    let unreadable = empty.length;
    for (const folder of empty) terminal.err(`${folder}: ${withoutReport}\n`);
    let errors = 0;
    for (const [i, file] of files.entries()) {
      if (terminal.progress && files.length > 1)
        terminal.err(`\r\u001b[K${i + 1} of ${files.length}  ${basename(file)}`);
      try {
        const reading = await readOne(file);
        errors += reading.findings.filter((finding) => finding.severity === 'error').length;
        clearProgress(terminal, files.length);
        if (values['json'])
          terminal.out(files.length === 1 ? `${JSON.stringify(reading, null, 2)}\n` : `${JSON.stringify(reading)}\n`);
        else terminal.out(summarise(reading, { colour: terminal.colour, findingsOnly: values['quiet'] === true }));
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        unreadable++;
        clearProgress(terminal, files.length);
        terminal.err(`${file}: ${error.message}\n`);
      }
    }
    const asked = files.length + empty.length;
    if (asked > 1 && !values['json'])
      terminal.out(`${asked - unreadable} of ${asked} files read, ${errors} findings of severity error.\n`);
    if (unreadable > 0) return 2;
    return values['check'] && errors > 0 ? 1 : 0;
  },
};

function clearProgress(terminal: Terminal, files: number): void {
  if (terminal.progress && files > 1) terminal.err('\r\u001b[K');
}

/** Reads one file from disk; the size is looked at before the file is opened. */
export async function readOne(file: string): Promise<Reading> {
  const { size } = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableFile(
      'source.missing',
      error.code === 'ENOENT'
        ? 'There is no such file. Check the name.'
        : `The file cannot be opened (${error.code ?? 'unknown'}). Check its permissions.`,
    );
  });
  if (size > MAX_FILE_BYTES)
    throw new UnreadableFile(
      'source.too-large',
      `The file has ${megabytes(size)}; the limit is ${megabytes(MAX_FILE_BYTES)}. Split it or save it without pictures.`,
    );
  return readReport(await readFile(file), basename(file));
}

const readableTypes = ['.pdf', '.docx', '.html', '.htm', '.md', '.markdown', '.txt'];

const withoutReport = `This folder holds no report (${readableTypes.join(', ')}). Name another one.`;

/** The files that names of files and folders stand for. Throws `WrongCall` for a folder without a report. */
export async function expand(names: readonly string[]): Promise<string[]> {
  const { files, empty } = await search(names);
  if (empty.length > 0) throw new WrongCall(`${empty[0]}: ${withoutReport}`);
  return files;
}

/** Folders become the reports in them, in order of name, hidden files left out; `empty` are the folders without any. */
async function search(names: readonly string[]): Promise<{ files: string[]; empty: string[] }> {
  const files: string[] = [];
  const empty: string[] = [];
  for (const name of names) {
    const found = await stat(name).catch(() => null);
    if (!found?.isDirectory()) {
      files.push(name);
      continue;
    }
    const inside = globSync('**/*', { cwd: name }).filter(
      (file) => readableTypes.includes(extname(file).toLowerCase()) && !/(?:^|[/\\])\./.test(file),
    );
    if (inside.length === 0) empty.push(name);
    files.push(...inside.sort().map((file) => join(name, file)));
  }
  return { files, empty };
}
