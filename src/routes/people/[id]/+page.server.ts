import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { holds } from '../../../kernel/actor.ts';
import { isId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { rolesToGive } from '../../../modules/people/index.ts';
import { findPerson, listGrants } from '../../../modules/people/server/index.ts';
import { act, answerForm, field } from '../../../ui/server/form-answer.ts';
import { signedIn } from '../../../ui/server/signed-in.ts';
import { scopeChoices, scopeNames, shownGrant } from '../shown.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  signedIn(event);
  const { actor, locale } = event.locals;
  const { id } = event.params;
  const found = await event.locals.read(async (tx) => {
    const person = isId(id) ? await findPerson(tx, id) : null;
    if (!person) return null;
    const grants = await listGrants(tx, id);
    const names = await scopeNames(tx, grants, locale);
    const at = new Date();
    const roles = person.ended_at === null && id !== actor.personId ? rolesToGive(actor.roles) : [];
    return {
      person,
      rights: grants.map((grant) => shownGrant(grant, names, actor, at)),
      roles,
      choices: roles.length > 0 ? await scopeChoices(tx, actor, locale) : { parties: [], bodies: [] },
      mayEnd: person.ended_at === null && id !== actor.personId && holds(actor, 'secretariat', 'administrator'),
    };
  });
  return found ?? error(404, m.error_not_found_title());
};

export const actions: Actions = {
  give: async (event) => {
    const data = await event.request.formData();
    const input = { ...Object.fromEntries(data), person: event.params.id };
    return answerForm(
      event,
      'give',
      data,
      () => act(event, 'people.grant.give', input),
      () => ({ to: `/people/${event.params.id}`, say: m.people_given() }),
    );
  },
  endRight: async (event) => {
    const data = await event.request.formData();
    return answerForm(
      event,
      'endRight',
      data,
      () => act(event, 'people.grant.end', { grant: field(data, 'grant') }),
      () => ({
        to: `/people/${event.params.id}`,
        say: m.people_right_ended(),
      }),
    );
  },
  end: async (event) => {
    const data = await event.request.formData();
    const run = async () => {
      if (field(data, 'sure') === '')
        throw new Refusal('people.person.unsure', m.people_end_unsure(), { field: 'sure' });
      return act(event, 'people.person.end', { person: event.params.id });
    };
    return answerForm(event, 'end', data, run, () => ({
      to: '/people',
      say: m.people_ended_said({ name: field(data, 'name') }),
    }));
  },
};
