import type { Command } from '../command.ts';
import { databaseHelp, databaseOptions, migrateInstallation, openInstallation, settingsOf } from '../installation.ts';

/** Brings the database up to date without starting the application; on a server before the new release starts. */
export const command: Command = {
  summary: 'Brings the database up to the version of this program.',
  usage: 'migrate [--data DIR]',
  help: `Applies the numbered migrations that are missing and the policies that changed. Forward only; a database written by a newer
Redthread is refused and left as it is. The start does the same by itself when it may.

${databaseHelp}
  On a server, DATABASE_OWNER_URL must name a role that may create roles and own tables.`,
  options: databaseOptions,
  async run(call) {
    const { terminal } = call;
    const installation = await openInstallation(settingsOf(call), 'beside', (sentence) =>
      terminal.err(`${sentence}\n`),
    );
    try {
      const report = await migrateInstallation(installation);
      for (const name of report.applied) terminal.out(`applied ${name}\n`);
      const policies = report.policies.length > 0 ? ` Policies renewed: ${report.policies.length} files.` : '';
      terminal.out(`${installation.place}: version ${report.version}.${policies}\n`);
      return 0;
    } finally {
      await installation.close();
    }
  },
};
