import { defineAction } from '../../../../kernel/action.ts';
import { grantForPerson } from '../../forms.ts';
import { grantScope } from '../../grant.ts';
import { giveGrant as give } from '../give-grant.ts';
import { namedPerson } from '../queries.ts';

export const giveGrant = defineAction({
  name: 'people.grant.give',
  does: 'Gives a person a right, from now on.',
  input: grantForPerson,
  permission: ['secretariat', 'administrator', 'focal-point'],
  async run({ tx, actor, input, at, log }) {
    const scope = grantScope(input.role, input.party, input.body);
    const person = await namedPerson(tx, input.person);
    const grant = await give(tx, { actor, at, person: person.id, scope, until: input.until, reason: input.reason });
    log(`Gave ${person.name} the right of ${input.role}.`, `/people/${person.id}`);
    return { grant };
  },
});
