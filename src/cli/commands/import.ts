import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { system } from '../../kernel/actor.ts';
import { asActor, openDatabase, type Database } from '../../kernel/server/db/database.ts';
import { importPreview, type ImportPreview } from '../../modules/records/server/index.ts';
import { listBodies } from '../../modules/register/server/index.ts';
import { receiveReports } from '../../thread/1-receive-report.ts';
import { recogniseNames, type OpenName } from '../../thread/3-recognise-names.ts';
import { adoptRecord } from '../../thread/4-adopt-record.ts';
import { type Call, type Command, type Terminal, WrongCall } from '../command.ts';
import { databaseHelp, databaseOptions, migrateInstallation, openInstallation, settingsOf } from '../installation.ts';
import { summarise } from '../reading-summary.ts';
import { seed } from '../seed.ts';
import { expand } from './read.ts';

/** Takes reports in by the same actions as the pages: received and read first, adopted in a second step. */
export const command: Command = {
  summary: 'Takes in reports: reads them, shows what is found, and with --adopt makes them records.',
  usage: 'import FILE… [--adopt] [--body KEY]… [--quiet] [--data DIR]',
  help: `Keeps each file as it is, reads it, and prints what was found. Nothing is live by that: it waits on the page "Import" for a person, or for the
second step, --adopt, which makes each a report with proposed outcomes that reviewers see. A file that seems to be a corrected
version of a report that is here is never adopted by itself. A folder stands for the reports in it.

  --adopt        adopt what could be read
  --body KEY     body that met, for instance body:senior-officials-meeting; several times for a joint meeting
  --quiet        one line for each file
${databaseHelp}
Exit status: 0 all taken in; 1 something waits for a person; 2 a file could not be read.

Example: redthread import reports/ --adopt --body body:senior-officials-meeting
`,
  options: {
    ...databaseOptions,
    adopt: { type: 'boolean' },
    body: { type: 'string', multiple: true },
    quiet: { type: 'boolean' },
  },
  async run(call) {
    if (call.positionals.length === 0) throw new WrongCall('name at least one file: redthread import report.pdf');
    const files = await expand(call.positionals);
    const tell = (sentence: string) => call.terminal.err(`${sentence}\n`);
    const installation = await openInstallation(settingsOf(call), 'beside', tell);
    try {
      if (installation.owner) await migrateInstallation(installation);
      const database = openDatabase(installation.login(), 4);
      try {
        await seed(installation, database, tell);
        return await importAll(database, call, files, installation.settings.IMPORT_LIMIT_MB);
      } finally {
        await database.close();
      }
    } finally {
      await installation.close();
    }
  },
};

type Outcome = 'taken' | 'waits' | 'unreadable';

async function importAll(database: Database, call: Call, files: readonly string[], limitMb: number): Promise<number> {
  const bodies = await bodyIds(database, call);
  const counts: Record<Outcome, number> = { taken: 0, waits: 0, unreadable: 0 };
  for (const [index, file] of files.entries()) {
    if (call.terminal.progress && files.length > 1)
      call.terminal.err(`\r\u001b[K${index + 1} of ${files.length}  ${basename(file)}`);
    const outcome = await importOne(database, call, file, bodies, limitMb);
    counts[outcome]++;
  }
  if (files.length > 1)
    call.terminal.out(
      `${counts.taken} of ${files.length} files taken in, ${counts.waits} wait for a person, ${counts.unreadable} could not be read.\n`,
    );
  if (counts.unreadable > 0) return 2;
  return counts.waits > 0 ? 1 : 0;
}

async function bodyIds(database: Database, call: Call): Promise<string[]> {
  const wanted = ((call.values['body'] ?? []) as string[]).map((key) =>
    key.startsWith('body:') ? key : `body:${key}`,
  );
  if (wanted.length === 0) return [];
  const bodies = await asActor(database, system, (tx) => listBodies(tx));
  return wanted.map((key) => {
    const found = bodies.find((body) => body.key === key);
    if (!found)
      throw new WrongCall(`the register has no body ${key}; it has ${bodies.map((body) => body.key).join(', ')}.`);
    return found.id;
  });
}

async function importOne(
  database: Database,
  call: Call,
  file: string,
  bodies: readonly string[],
  limitMb: number,
): Promise<Outcome> {
  const { terminal } = call;
  const fails = (sentence: string): Outcome => {
    clear(terminal);
    terminal.err(`${file}: ${sentence}\n`);
    return 'unreadable';
  };
  const size = await stat(file).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) return fails('There is no such file, or it cannot be opened.');
  if (size > limitMb * 1024 * 1024)
    return fails(`The file has ${Math.ceil(size / 1024 / 1024)} MB; the limit is ${limitMb} MB (IMPORT_LIMIT_MB).`);
  const bytes = await readFile(file);
  const answer = await receiveReports(database, system, [{ name: basename(file), bytes }], { door: 'cli' });
  if (!answer.ok) {
    if (answer.refusal.code === 'records.file.exists') return known(terminal, file, answer.refusal.sentence);
    return fails(answer.refusal.sentence);
  }
  const received = answer.value[0]!;
  if (!received.ok) return fails(received.sentence);
  if (received.read && !received.read.ok) return fails(received.read.sentence);
  return shown(database, call, file, received.import, bodies);
}

function known(terminal: Terminal, file: string, sentence: string): Outcome {
  clear(terminal);
  terminal.out(`${file}: ${sentence}\n`);
  return 'taken';
}

async function shown(
  database: Database,
  call: Call,
  file: string,
  id: string,
  bodies: readonly string[],
): Promise<Outcome> {
  const { terminal } = call;
  const { preview, open } = await asActor(database, system, async (tx) => {
    const found = (await importPreview(tx, id))!;
    return { preview: found, open: found.reading ? await recogniseNames(tx, found.reading) : [] };
  });
  clear(terminal);
  if (!call.values['quiet'] && preview.reading)
    terminal.out(`${summarise(preview.reading, { colour: terminal.colour, findingsOnly: false })}${openNames(open)}`);
  const similar = preview.similar[0];
  if (similar) {
    terminal.out(
      `${file}: received and read. It may be a corrected version of “${similar.title}” (/reports/${similar.slug}); decide on the page /import/${id}.\n`,
    );
    return 'waits';
  }
  if (!call.values['adopt']) {
    terminal.out(
      `${file}: received and read; ${inNumbers(preview)}. It waits on the page /import/${id}, or add --adopt.\n`,
    );
    return 'waits';
  }
  const adopted = await adoptRecord(database, system, { import: id, bodies: [...bodies], names: [] }, 'cli');
  if (!adopted.ok) {
    terminal.err(`${file}: ${adopted.refusal.sentence}\n`);
    return 'waits';
  }
  terminal.out(`${file}: adopted as /reports/${adopted.value.slug}; ${inNumbers(preview)}.\n`);
  return 'taken';
}

const inNumbers = ({ import: { outcomes, findings } }: ImportPreview): string =>
  `${outcomes} proposed ${outcomes === 1 ? 'outcome' : 'outcomes'}, ${findings} ${findings === 1 ? 'finding' : 'findings'}`;

/** Names a person will have to settle. */
function openNames(open: readonly OpenName[]): string {
  const lines = open
    .filter(({ found }) => found === null)
    .map(({ asWritten, suggestions }) => {
      const near = suggestions.slice(0, 3).map(({ name }) => name);
      return `  ${asWritten}${near.length > 0 ? `  (${near.join(', ')}?)` : ''}`;
    });
  return lines.length === 0 ? '' : `Names the register does not know\n${lines.join('\n')}\n\n`;
}

function clear(terminal: Terminal): void {
  if (terminal.progress) terminal.err('\r\u001b[K');
}
