import { sql } from 'kysely';
import { defineAction, type Tx } from '../../../../kernel/action.ts';
import { locales } from '../../../../kernel/language-map.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { invitation } from '../../forms.ts';
import { grantScope } from '../../grant.ts';
import { giveGrant } from '../give-grant.ts';

/** Somebody new gets a person row; somebody known gets the right and a mail, and keeps their own name. */
export const invitePerson = defineAction({
  name: 'people.person.invite',
  does: 'Invites a person: records them if they are new, gives them a right, and sends them a link.',
  input: invitation,
  permission: ['secretariat', 'administrator', 'focal-point', 'system'],
  async run({ tx, actor, input, at, log }) {
    const scope = grantScope(input.role, input.party, input.body);
    const person = (await known(tx, input.email)) ?? (await recorded(tx, input));
    await giveGrant(tx, { actor, at, person, scope, until: input.until, reason: input.reason });
    await tx
      .insertInto('mail')
      .values({
        id: newId(),
        person_id: person,
        template: 'invitation',
        words: JSON.stringify({ path: linkPath(input.language), by: actor.name, role: input.role }),
        created_at: at,
      })
      .execute();
    log(`Invited ${input.name} as ${input.role}.`, `/people/${person}`);
    return { person };
  },
});

async function known(tx: Tx, email: string): Promise<string | null> {
  const { rows } = await sql<{
    id: string;
    name: string;
    ended: boolean;
  }>`select * from person_by_email(${email})`.execute(tx);
  const found = rows[0];
  if (found?.ended)
    throw new Refusal('people.person.ended', 'The person with this address has been ended. Ask the Secretariat.', {
      field: 'email',
    });
  return found?.id ?? null;
}

async function recorded(
  tx: Tx,
  { name, email, language }: { name: string; email: string; language: string },
): Promise<string> {
  const id = newId();
  await tx.insertInto('person').values({ id, name, email, language }).execute();
  return id;
}

/** The page the link opens, in the language of the person where the interface speaks it. */
function linkPath(language: string): string {
  return language !== 'en' && locales.some((locale) => locale === language)
    ? `/${language}/sign-in/link`
    : '/sign-in/link';
}
