import { settingsForPeople } from '../../settings.ts';
import type { Command } from '../command.ts';
import { examine, type Finding } from '../doctor.ts';
import { databaseHelp, databaseOptions, openInstallation, settingsOf } from '../installation.ts';

/** Looks the installation over and says what is wrong with it. */
export const command: Command = {
  summary: 'Looks the installation over and says what is wrong.',
  usage: 'doctor [--data DIR]',
  help: `Prints every setting (secrets only as "set") and looks at the database: its version, the rights of the login role, row-level security on
every table, the policies, the audit log, the disk; signs in to the mail server and sends nothing. Changes nothing. Exit status 1 when something is wrong.

${databaseHelp}`,
  options: databaseOptions,
  async run(call) {
    const { terminal } = call;
    const settings = settingsOf(call);
    const table = settingsForPeople(settings);
    const width = Math.max(...table.map(({ name }) => name.length));
    terminal.out(`Settings\n${table.map(({ name, value }) => `  ${name.padEnd(width)}  ${value}\n`).join('')}\n`);
    const installation = await openInstallation(settings, 'beside', (sentence) => terminal.err(`${sentence}\n`));
    try {
      const findings = await examine(installation);
      terminal.out(
        `Installation: ${installation.place}\n${findings.map((finding) => line(finding, terminal.colour)).join('')}`,
      );
      const count = findings.filter((finding) => finding.state === 'wrong').length;
      terminal.out(
        count === 0 ? '\nNothing is wrong.\n' : `\n${count} ${count === 1 ? 'thing is' : 'things are'} wrong.\n`,
      );
      return count === 0 ? 0 : 1;
    } finally {
      await installation.close();
    }
  },
};

function line({ state, about, sentence }: Finding, colour: boolean): string {
  const codes = { ok: 32, look: 33, wrong: 31 };
  const mark = state.padEnd(5);
  return `  ${colour ? `\u001b[${codes[state]}m${mark}\u001b[0m` : mark}  ${about.padEnd(18)}  ${sentence}\n`;
}
