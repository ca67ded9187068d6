import { z } from 'zod';
import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { email, language, name } from '../../forms.ts';
import { grantableRoles, grantScope } from '../../grant.ts';
import { giveGrant } from '../give-grant.ts';

const samplePerson = z.object({
  name,
  email,
  language,
  role: z.enum(grantableRoles),
  party: z.uuid().nullable(),
  body: z.uuid().nullable(),
});

export const enterSamplePeople = defineAction({
  name: 'people.sample.enter',
  does: 'Enters the fictional people of the sample dialogue. No mail goes out. Refused on a database that is not marked as the sample.',
  input: z.object({ people: z.array(samplePerson).min(1).max(50) }),
  permission: ['system'],
  async run({ tx, actor, input, at, log }) {
    const mark = await tx.selectFrom('setting').select('value').where('name', '=', 'mode').executeTakeFirst();
    if (mark?.value !== 'sample') throw new Refusal('people.sample.state', 'This database is not the sample.');
    const known = new Set((await tx.selectFrom('person').select('name').execute()).map((row) => row.name));
    const fresh = input.people.filter((one) => !known.has(one.name));
    for (const one of fresh) {
      const person = newId(at);
      await tx
        .insertInto('person')
        .values({ id: person, name: one.name, email: one.email, language: one.language })
        .execute();
      const scope = grantScope(one.role, one.party, one.body);
      await giveGrant(tx, { actor, at, person, scope, until: null, reason: 'The sample dialogue.' });
    }
    log(`Entered ${fresh.length} people of the sample dialogue.`, '/people');
    return { entered: fresh.length };
  },
});
