import * as m from '#messages';
import { holds } from '../../kernel/actor.ts';
import { activityFilter } from '../../modules/followup/forms.ts';
import { activityChoices, listActivities, savedViews } from '../../modules/followup/server/index.ts';
import { formPost } from '../../ui/server/form-answer.ts';
import { formInput } from '../../ui/server/form-input.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const { actor } = locals;
  const filter = activityFilter.parse(Object.fromEntries(url.searchParams));
  return locals.read(async (tx) => ({
    list: await listActivities(tx, filter, locals.locale),
    choices: await activityChoices(tx, locals.locale),
    views: await savedViews(tx, '/activities'),
    may: {
      enter: holds(actor, 'secretariat', 'chair'),
      keep: holds(actor, 'secretariat', 'chair', 'focal-point', 'member', 'observer'),
    },
  }));
};

const post = (form: string, action: string, say: () => string) =>
  formPost(
    form,
    action,
    (data) => formInput(data),
    ({ address }: { address: string }) => ({ to: address, say: say() }),
  );

export const actions: Actions = {
  keep: post('keep', 'followup.view.save', m.fu_said_view),
  forget: post('forget', 'followup.view.remove', m.fu_said_view_removed),
};
