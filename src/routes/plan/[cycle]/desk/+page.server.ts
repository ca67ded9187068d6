import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { deskPage, entryChoices } from '../../../../modules/plan/server/index.ts';
import { isAssembled } from '../../../../modules/plan/index.ts';
import { formPost } from '../../../../ui/server/form-answer.ts';
import { nestedFields } from '../../../../ui/server/nested-fields.ts';
import { signedIn } from '../../../../ui/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  signedIn({ locals, url });
  return locals.read(async (tx) => {
    const page = await deskPage(tx, params.cycle, locals.locale);
    if (!page) error(404, m.error_not_found_title());
    const open = page.rights.lead && isAssembled(page.cycle.stage);
    return { page, open, choices: open ? await entryChoices(tx, page.cycle.id, locals.locale) : null };
  });
};

const post = (form: string, action: string) =>
  formPost(form, action, nestedFields, ({ slug }: { slug: string }) => ({
    to: `/plan/${slug}/desk`,
    say: m.plan_said_saved(),
  }));

export const actions: Actions = {
  takeOver: post('takeOver', 'plan.entry.take-over'),
  add: post('add', 'plan.entry.add'),
  remove: post('remove', 'plan.entry.remove'),
  restore: post('restore', 'plan.entry.restore'),
};
