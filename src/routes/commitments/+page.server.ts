import * as m from '#messages';
import { commitmentFilter } from '../../modules/followup/forms.ts';
import { commitmentChoices, listCommitments, savedViews } from '../../modules/followup/server/index.ts';
import { holds } from '../../kernel/actor.ts';
import { formPost } from '../../ui/server/form-answer.ts';
import { formInput } from '../../ui/server/form-input.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = commitmentFilter.parse(Object.fromEntries(url.searchParams));
  const today = new Date().toISOString().slice(0, 10);
  const { actor } = locals;
  return locals.read(async (tx) => ({
    today,
    list: await listCommitments(tx, filter, today, locals.locale),
    choices: await commitmentChoices(tx, locals.locale),
    views: await savedViews(tx, '/commitments'),
    may: {
      raise: holds(actor, 'secretariat', 'chair', 'focal-point'),
      keep: holds(actor, 'secretariat', 'chair', 'focal-point', 'member', 'observer'),
      mine: actor.parties.length + actor.bodies.length > 0,
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
