import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { holds } from '../../../../kernel/actor.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { addressOf, appointmentFunctions, byEnglishShortName } from '../../../../modules/register/index.ts';
import { listParties, partyPage } from '../../../../modules/register/server/index.ts';
import { partyStanding } from '../../../../thread/party-standing.ts';
import { formPost } from '../../../../ui/server/form-answer.ts';
import { dayAsked, formFields, mayKeepRegister, today } from '../../asked.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { actor, locale } = locals;
  const day = dayAsked(url);
  const then = day === today() ? null : day;
  try {
    const keep = mayKeepRegister(actor);
    const { page, standing, choices } = await locals.read(async (tx) => {
      const found = await partyPage(tx, params.key, locale, then);
      return {
        page: found,
        standing: await partyStanding(tx, found.party, { on: day, known: new Date() }, locale, then),
        choices: keep
          ? (await listParties(tx, { language: locale, kinds: ['state', 'territory'] })).sort(byEnglishShortName)
          : [],
      };
    });
    const ownFocalPoint = holds(actor, 'focal-point') && actor.parties.includes(page.party.id);
    const functions = keep ? appointmentFunctions : ownFocalPoint ? (['contributor'] as const) : [];
    return { page, standing, day, today: today(), choices, may: { keep, functions } };
  } catch (cause) {
    if (cause instanceof Refusal) error(404, m.error_not_found_title());
    throw cause;
  }
};

const post = (form: string, action: string, say: () => string) =>
  formPost(
    form,
    action,
    (data, { params }: RequestEvent) => ({ ...formFields(data), party: params.key }),
    (_, { params }) => ({ to: addressOf(params.key), say: say() }),
  );

export const actions: Actions = {
  name: post('name', 'register.name.record', m.reg_said_recorded),
  withdraw: post('withdraw', 'register.name.withdraw', m.reg_said_withdrawn),
  appoint: post('appoint', 'register.appointment.record', m.reg_said_recorded),
  end: post('end', 'register.appointment.end', m.reg_said_ended),
};
