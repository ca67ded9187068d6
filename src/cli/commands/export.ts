import { writeFile } from 'node:fs/promises';
import { nobody, system } from '../../kernel/actor.ts';
import { asActor, openDatabase } from '../../kernel/server/db/database.ts';
import type { Tx } from '../../kernel/action.ts';
import { outcomeFilter } from '../../modules/records/forms.ts';
import { exportFormats } from '../../kernel/server/table-file.ts';
import { exportOutcomes } from '../../modules/records/server/index.ts';
import { exportJson } from '../../modules/register/server/index.ts';
import { type Command, WrongCall } from '../command.ts';
import { databaseHelp, databaseOptions, openInstallation, settingsOf } from '../installation.ts';

/** Lists as files, for other programs. */
export const command: Command = {
  summary: 'Writes the outcomes or the register to a file.',
  usage: 'export outcomes | register FILE [--everything] [--data DIR]',
  help: `  outcomes       all outcomes; the ending of FILE says how: ${exportFormats.map((format) => `.${format}`).join(', ')}
  register       parties, bodies, mandates and their names, as .json
  --everything   what the Secretariat sees; without it, what everybody may see
${databaseHelp}

Example: redthread export outcomes outcomes.csv`,
  options: { ...databaseOptions, everything: { type: 'boolean' } },
  async run(call) {
    const [what, file, more] = call.positionals;
    if (!what || !file || more)
      throw new WrongCall('say what and where to: redthread export outcomes FILE, or export register FILE.');
    const make = maker(what, file);
    const installation = await openInstallation(settingsOf(call), 'beside', (sentence) =>
      call.terminal.err(`${sentence}\n`),
    );
    const database = openDatabase(installation.login(), 1);
    try {
      const bytes = await asActor(database, call.values['everything'] ? system : nobody, make);
      await writeFile(file, bytes);
      call.terminal.out(`${file}: ${bytes.length} bytes\n`);
      return 0;
    } finally {
      await database.close();
      await installation.close();
    }
  },
};

function maker(what: string, file: string): (tx: Tx) => Promise<Uint8Array> {
  const ending = file.split('.').at(-1)?.toLowerCase();
  if (what === 'register') {
    if (ending !== 'json')
      throw new WrongCall('the register is written as .json; single tables as CSV are on its page.');
    return async (tx) => new TextEncoder().encode(await exportJson(tx));
  }
  if (what !== 'outcomes') throw new WrongCall(`there is no list “${what}”; the lists are outcomes and register.`);
  const format = exportFormats.find((one) => one === ending);
  if (!format) throw new WrongCall(`a file of outcomes ends in ${exportFormats.map((one) => `.${one}`).join(', ')}.`);
  return async (tx) => (await exportOutcomes(tx, outcomeFilter.parse({}), format, 'en')).bytes;
}
