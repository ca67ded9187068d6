import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { oneGrant } from '../../forms.ts';
import { namedPerson } from '../queries.ts';

export const endGrant = defineAction({
  name: 'people.grant.end',
  does: 'Ends a right of a person, from now on.',
  input: oneGrant,
  permission: ['secretariat', 'administrator', 'focal-point'],
  async run({ tx, actor, input, at, log }) {
    const grant = await tx
      .selectFrom('access_grant')
      .select(['id', 'person_id', 'role', 'valid_from'])
      .where('id', '=', input.grant)
      .executeTakeFirst();
    if (!grant) throw new Refusal('people.grant.not-found', 'There is no such right.');
    if (grant.person_id === actor.personId)
      throw new Refusal('access.own', 'Nobody ends a right of their own. Ask a colleague.');
    // A right that was given and ended in the same millisecond still has a length.
    const valid_until = new Date(Math.max(at.getTime(), grant.valid_from.getTime() + 1));
    const { numUpdatedRows } = await tx
      .updateTable('access_grant')
      .set({ valid_until })
      .where('id', '=', grant.id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Refusal('access.denied', 'You may not end this right.');
    const person = await namedPerson(tx, grant.person_id);
    log(`Ended the right of ${person.name} as ${grant.role}.`, `/people/${person.id}`);
    return { grant: grant.id };
  },
});
