import * as m from '#messages';
import { activityCode } from '../../../modules/followup/index.ts';
import { formChoices } from '../../../modules/followup/server/index.ts';
import { act, answerForm } from '../../../ui/server/form-answer.ts';
import { signedIn } from '../../../ui/server/signed-in.ts';
import { activityInput } from '../activity-input.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  signedIn(event, 'secretariat', 'chair');
  const { locals, url } = event;
  return {
    choices: await locals.read((tx) => formChoices(tx, locals.locale)),
    commitment: url.searchParams.get('commitment') ?? '',
  };
};

export const actions: Actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const input = await activityInput(data);
    return answerForm(
      event,
      'enter',
      data,
      () => act<{ number: number }>(event, 'followup.activity.enter', input),
      ({ number }) => ({ to: `/activities/${activityCode(number)}`, say: m.fu_said_saved() }),
    );
  },
};
