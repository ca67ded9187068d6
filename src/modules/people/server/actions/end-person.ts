import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { onePerson } from '../../forms.ts';
import { namedPerson } from '../queries.ts';

export const endPerson = defineAction({
  name: 'people.person.end',
  does: 'Ends a person: they cannot sign in from now on, and are signed out everywhere. The history keeps their name.',
  input: onePerson,
  permission: ['secretariat', 'administrator'],
  async run({ tx, actor, input, at, log }) {
    if (input.person === actor.personId) throw new Refusal('access.own', 'Nobody ends themselves. Ask a colleague.');
    const person = await namedPerson(tx, input.person);
    if (person.ended_at !== null) throw new Refusal('people.person.state', 'This person has been ended already.');
    await sql`update access_grant set valid_until = greatest(${at}, valid_from + interval '1 millisecond')
      where person_id = ${person.id} and (valid_until is null or valid_until > ${at})`.execute(tx);
    const { numUpdatedRows } = await tx
      .updateTable('person')
      .set({ ended_at: at })
      .where('id', '=', person.id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Refusal('access.denied', 'This person cannot be ended.');
    log(`Ended ${person.name}: no longer signs in.`, `/people/${person.id}`);
    return { person: person.id };
  },
});
