import { system } from '../../kernel/actor.ts';
import { verifyAudit } from '../../kernel/server/audit/verify.ts';
import { asActor, openDatabase } from '../../kernel/server/db/database.ts';
import { type Command, WrongCall } from '../command.ts';
import { databaseHelp, databaseOptions, openInstallation, settingsOf } from '../installation.ts';

/** Proves the audit log unbroken, or names its first broken entry. */
export const command: Command = {
  summary: 'Proves the audit log unbroken: redthread audit verify.',
  usage: 'audit verify [--data DIR]',
  help: `Computes the hash chain of the audit log again, entry by entry. Exit status 0 when it is unbroken, 1 when it is not: then the first
entry that does not fit is named. Keep the printed head somewhere else; a later run that passes through it proves that nothing before
it was changed since.

${databaseHelp}`,
  options: databaseOptions,
  async run(call) {
    if (call.positionals[0] !== 'verify')
      throw new WrongCall('say what to do with the audit log: redthread audit verify.');
    const { terminal } = call;
    const installation = await openInstallation(settingsOf(call), 'beside', (sentence) =>
      terminal.err(`${sentence}\n`),
    );
    const database = openDatabase(installation.login(), 2);
    try {
      const proof = await asActor(database, system, verifyAudit);
      if (proof.broken) {
        terminal.out(`The audit log is broken at entry ${proof.broken.seq}: ${proof.broken.why}.\n`);
        return 1;
      }
      terminal.out(`The audit log is unbroken: ${proof.entries} entries, head ${proof.head}.\n`);
      return 0;
    } finally {
      await database.close();
      await installation.close();
    }
  },
};
