import * as m from '#messages';
import { nudgeOutbox } from '../../../kernel/server/mail/outbox.ts';
import { runtime } from '../../../kernel/server/runtime.ts';
import { rolesToGive } from '../../../modules/people/index.ts';
import { act, answerForm, field } from '../../../ui/server/form-answer.ts';
import { signedIn } from '../../../ui/server/signed-in.ts';
import { scopeChoices } from '../shown.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  signedIn(event, 'secretariat', 'administrator', 'focal-point');
  const { actor, locale } = event.locals;
  const choices = await event.locals.read((tx) => scopeChoices(tx, actor, locale));
  return { ...choices, roles: rolesToGive(actor.roles) };
};

export const actions: Actions = {
  default: async (event) => {
    const data = await event.request.formData();
    return answerForm(
      event,
      'invite',
      data,
      () => act<{ person: string }>(event, 'people.person.invite', Object.fromEntries(data)),
      ({ person }) => {
        void nudgeOutbox(runtime());
        return { to: `/people/${person}`, say: m.people_invited({ name: field(data, 'name').trim() }) };
      },
    );
  },
};
