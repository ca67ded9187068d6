import * as m from '#messages';
import { isId } from '../../../kernel/ids.ts';
import { commitmentCode } from '../../../modules/followup/index.ts';
import { formChoices, raiseDraft } from '../../../modules/followup/server/index.ts';
import { act, answerForm } from '../../../ui/server/form-answer.ts';
import { formInput } from '../../../ui/server/form-input.ts';
import { signedIn } from '../../../ui/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  signedIn(event, 'secretariat', 'chair', 'focal-point');
  const { locals, url } = event;
  const wanted = url.searchParams.getAll('outcome').filter(isId).slice(0, 100);
  return locals.read(async (tx) => ({
    draft: wanted.length > 0 ? await raiseDraft(tx, wanted, locals.locale) : null,
    choices: await formChoices(tx, locals.locale),
  }));
};

export const actions: Actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const input = await formInput(data, ['outcomes', 'owners', 'addressees', 'goals']);
    return answerForm(
      event,
      'raise',
      data,
      () => act<{ number: number }>(event, 'followup.commitment.raise', input),
      ({ number }) => ({
        to: `/commitments/${commitmentCode(number)}`,
        say: m.fu_said_raised({ code: commitmentCode(number) }),
      }),
    );
  },
};
