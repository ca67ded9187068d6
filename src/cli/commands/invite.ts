import { actions } from '../../actions.generated.ts';
import { system } from '../../kernel/actor.ts';
import { openDatabase } from '../../kernel/server/db/database.ts';
import { runAction } from '../../kernel/server/run-action.ts';
import { type Command, WrongCall } from '../command.ts';
import { databaseHelp, databaseOptions, migrateInstallation, openInstallation, settingsOf } from '../installation.ts';

const rolesHere = ['administrator', 'secretariat'];

/** Invites the first people of a new installation; later ones are invited on the pages. */
export const command: Command = {
  summary: 'Invites the first administrator or Secretariat member.',
  usage: 'invite EMAIL --name NAME [--role administrator | secretariat] [--language en] [--data DIR]',
  help: `Records the person, gives them the right, and leaves a mail with a sign-in link, which goes out while the application runs. Without SMTP_URL
the mail is written into the folder "mail" of the data folder instead. The call stands in the audit log like every other.

  --name NAME    as the person writes it
  --role ROLE    administrator (default) or secretariat; everybody else is invited on the pages
  --language L   language of the mail and of the pages for them (default en)
${databaseHelp}`,
  options: { ...databaseOptions, name: { type: 'string' }, role: { type: 'string' }, language: { type: 'string' } },
  async run(call) {
    const [email, more] = call.positionals;
    const { name, role = 'administrator', language = 'en' } = call.values;
    if (!email || more || !name)
      throw new WrongCall('name one e-mail address and the person: redthread invite EMAIL --name NAME.');
    if (!rolesHere.includes(String(role)))
      throw new WrongCall(`--role is ${rolesHere.join(' or ')}; everybody else is invited on the pages.`);
    const installation = await openInstallation(settingsOf(call), 'beside', (sentence) =>
      call.terminal.err(`${sentence}\n`),
    );
    try {
      if (installation.owner) await migrateInstallation(installation);
      const database = openDatabase(installation.login(), 2);
      try {
        const action = actions.get('people.person.invite')!;
        const reason = 'Invited on the machine itself with redthread invite.';
        const answer = await runAction(
          database,
          action,
          system,
          { email, name, role, language, reason, party: null, body: null, until: null },
          { door: 'cli' },
        );
        if (!answer.ok) {
          call.terminal.err(`redthread invite: ${answer.refusal.sentence}\n`);
          return 1;
        }
        const where = installation.settings.SMTP_URL ? 'goes out' : `is written to ${installation.dataDir}/mail`;
        call.terminal.out(
          `Invited ${String(name)} <${email}> as ${String(role)}. The mail with the link ${where} while the application runs.\n`,
        );
        return 0;
      } finally {
        await database.close();
      }
    } finally {
      await installation.close();
    }
  },
};
