import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { Refusal } from '../../../../kernel/refusal.ts';
import { addressOf, byEnglishShortName, rosterOn } from '../../../../modules/register/index.ts';
import { bodyPage, listParties } from '../../../../modules/register/server/index.ts';
import { bodyStanding } from '../../../../thread/body-standing.ts';
import { formPost } from '../../../../ui/server/form-answer.ts';
import { dayAsked, formFields, mayKeepRegister, today } from '../../asked.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The end of a day as a moment: what was known by then. */
function momentAsked(url: URL): Date | null {
  const asked = url.searchParams.get('known') ?? '';
  const moment = new Date(`${asked}T23:59:59.999Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(moment.getTime()) ? moment : null;
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { locale, actor } = locals;
  const day = dayAsked(url);
  const known = momentAsked(url);
  const keep = mayKeepRegister(actor);
  try {
    return await locals.read(async (tx) => {
      const page = await bodyPage(tx, params.key, locale, day === today() ? null : day);
      const choices = keep
        ? (await listParties(tx, { language: locale, kinds: ['state', 'territory', 'organisation'] })).sort(
            byEnglishShortName,
          )
        : [];
      return {
        page,
        standing: await bodyStanding(tx, page.body.id, { on: day, known: known ?? new Date() }, locale),
        day,
        today: today(),
        known: known === null ? '' : known.toISOString().slice(0, 10),
        roster: rosterOn(page.mandates, day, known),
        choices,
        may: { keep },
      };
    });
  } catch (cause) {
    if (cause instanceof Refusal) error(404, m.error_not_found_title());
    throw cause;
  }
};

const post = (form: string, action: string, say: () => string) =>
  formPost(
    form,
    action,
    (data, { params }: RequestEvent) => ({ ...formFields(data), body: params.key }),
    (_, { params }) => ({ to: addressOf(params.key), say: say() }),
  );

export const actions: Actions = {
  record: post('record', 'register.mandate.record', m.reg_said_recorded),
  end: post('end', 'register.mandate.end', m.reg_said_ended),
  correct: post('correct', 'register.mandate.correct', m.reg_said_corrected),
};
