import * as m from '#messages';
import { holds } from '../../../kernel/actor.ts';
import { bodyChoices } from '../../../modules/meetings/server/index.ts';
import { act, answerForm } from '../../../ui/server/form-answer.ts';
import { nestedFields } from '../../../ui/server/nested-fields.ts';
import { signedIn } from '../../../ui/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  signedIn({ locals, url }, 'secretariat', 'chair');
  const bodies = await locals.read((tx) => bodyChoices(tx, locals.locale));
  const staff = holds(locals.actor, 'secretariat');
  return {
    // A chair begins with the own body; others are added on the page of the meeting.
    bodies: staff ? bodies : bodies.filter(({ own }) => own),
    chosen: url.searchParams.get('body') ?? '',
  };
};

export const actions: Actions = {
  prepare: async (event) => {
    const data = await event.request.formData();
    return answerForm(
      event,
      'prepare',
      data,
      () => act<{ slug: string; invited: number }>(event, 'meetings.call.prepare', nestedFields(data)),
      ({ slug, invited }) => ({ to: `/meetings/${slug}`, say: m.meetings_said_prepared({ count: String(invited) }) }),
    );
  },
};
