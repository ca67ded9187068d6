import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { numberOfCode } from '../../../modules/followup/index.ts';
import { activityPage, formChoices } from '../../../modules/followup/server/index.ts';
import { trace } from '../../../thread/trace.ts';
import { formPost } from '../../../ui/server/form-answer.ts';
import { activityInput } from '../activity-input.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const number = numberOfCode(params.number);
  const today = new Date().toISOString().slice(0, 10);
  const found =
    number === null
      ? null
      : await locals.read(async (tx) => {
          const activity = await activityPage(tx, number, locals.locale);
          return (
            activity && {
              activity,
              choices: activity.may.change ? await formChoices(tx, locals.locale) : null,
              thread: (await trace(tx, activity.id, today, locals.locale))?.branches[0] ?? null,
            }
          );
        });
  if (!found) error(404, m.error_not_found_title());
  return found;
};

const post = (form: string) =>
  formPost(form, `followup.activity.${form}`, activityInput, (_, { params }: RequestEvent) => ({
    to: `/activities/${params.number}`,
    say: m.fu_said_saved(),
  }));

export const actions: Actions = {
  edit: post('edit'),
  confirm: post('confirm'),
  hold: post('hold'),
  postpone: post('postpone'),
  cancel: post('cancel'),
  reopen: post('reopen'),
};
