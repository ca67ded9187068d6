import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openBackup } from '../../kernel/server/backup/backup.ts';
import { writeBackupFile } from '../../kernel/server/backup/file.ts';
import { EngineError } from '../../kernel/server/db/embedded/sentence.ts';
import { type Command, WrongCall } from '../command.ts';
import {
  databaseHelp,
  databaseOptions,
  openInstallation,
  programFolder,
  settingsOf,
  withClient,
} from '../installation.ts';
import { size } from '../words.ts';

/** Everything in one file, while people work. */
export const command: Command = {
  summary: 'Writes everything into one file: redthread backup FILE.',
  usage: 'backup FILE [--replace] [--data DIR]',
  help: `Takes a consistent picture of the whole dialogue, original files included, while people go on working, and writes it into one
compressed file with a check sum. Sessions are not in it. The file holds everything, also what is confidential: keep it like that.

  --replace      overwrite FILE if it is there
${databaseHelp}
  On a server, the role of DATABASE_OWNER_URL must see every row (superuser or BYPASSRLS).

Back again: redthread restore FILE, into an embedded database or a server, whichever it came from.`,
  options: { ...databaseOptions, replace: { type: 'boolean' } },
  async run(call) {
    const [file, more] = call.positionals;
    if (!file || more) throw new WrongCall('name one file to write: redthread backup FILE.');
    if (existsSync(file) && !call.values['replace'])
      throw new WrongCall(`${file} is there already; choose another name, or overwrite it with --replace.`);
    if (!existsSync(path.dirname(path.resolve(file))))
      throw new WrongCall(`there is no folder ${path.dirname(path.resolve(file))}.`);
    const installation = await openInstallation(settingsOf(call), 'beside', (sentence) =>
      call.terminal.err(`${sentence}\n`),
    );
    try {
      if (!installation.owner)
        throw new EngineError('A backup of a server needs DATABASE_OWNER_URL: a role that sees every row.');
      await withClient(installation.owner(), async (client) => {
        const { header, frames, counts } = await openBackup(client, programVersion());
        const { bytes, sha256 } = await writeBackupFile(path.resolve(file), header, frames);
        call.terminal.out(
          `${file}: ${counts.rows} rows of ${counts.tables} tables, ${size(bytes)}, SHA-256 ${sha256}\n`,
        );
      });
      return 0;
    } finally {
      await installation.close();
    }
  },
};

function programVersion(): string {
  const about = JSON.parse(readFileSync(path.join(programFolder, 'package.json'), 'utf8')) as { version: string };
  return about.version;
}
