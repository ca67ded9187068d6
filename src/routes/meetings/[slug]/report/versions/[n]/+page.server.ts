import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { versionPage } from '../../../../../../modules/drafting/server/index.ts';
import { act, answerForm } from '../../../../../../ui/server/form-answer.ts';
import { signedIn } from '../../../../../../ui/server/signed-in.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const number = (text: string) => (/^\d{1,6}$/.test(text) ? Number(text) : 0);

export const load: PageServerLoad = async ({ locals, params, url }) => {
  signedIn({ locals, url });
  const page = await locals.read((tx) => versionPage(tx, params.slug, number(params.n), locals.locale, new Date()));
  if (!page) error(404, m.error_not_found_title());
  return { page };
};

const post =
  (form: string, action: string, say: (value: { late?: boolean }) => string) => async (event: RequestEvent) => {
    const data = await event.request.formData();
    const { slug, n } = event.params;
    const page = await event.locals.read((tx) => versionPage(tx, slug, number(n), 'en', new Date()));
    const paragraph = data.get('paragraph');
    return answerForm(
      event,
      form,
      data,
      () =>
        act<{ late?: boolean; comment?: string }>(event, action, {
          ...Object.fromEntries(data),
          draft: page?.draft?.id ?? '',
          version: n,
        }),
      (value) => ({
        to: `/meetings/${slug}/report/versions/${n}${value.comment ? `#c-${value.comment}` : paragraph ? `#p-${String(paragraph)}` : ''}`,
        say: say(value),
      }),
    );
  };
const commented = ({ late }: { late?: boolean }) => (late ? m.drafting_said_commented_late() : m.drafting_said_saved());

export const actions: Actions = {
  comment: post('comment', 'drafting.comment.write', commented),
  edit: post('edit', 'drafting.comment.edit', commented),
  withdraw: post('withdraw', 'drafting.comment.withdraw', () => m.drafting_said_saved()),
  answer: post('answer', 'drafting.comment.answer', () => m.drafting_said_saved()),
  object: post('object', 'drafting.objection.write', ({ late }) =>
    late ? m.drafting_said_objected_late() : m.drafting_said_objected(),
  ),
};
