import { error, fail } from '@sveltejs/kit';
import * as m from '#messages';
import { statusOf } from '../../../kernel/refusal.ts';
import { previewGoalsImport } from '../../../modules/goals/server/index.ts';
import { shown } from '../../../ui/refusals.ts';
import { act, answerForm, field } from '../../../ui/server/form-answer.ts';
import { mayKeepRegister } from '../../register/asked.ts';
import type { Actions, PageServerLoad } from './$types';

const mostShown = 500;

export const load: PageServerLoad = ({ locals }) => {
  if (!mayKeepRegister(locals.actor)) error(403, m.error_forbidden_title());
};

/** The text of the file, or what was pasted; a file goes first. */
async function contentOf(data: FormData): Promise<{ content: string; format: string }> {
  const file = data.get('file');
  const content = file instanceof File && file.size > 0 ? await file.text() : field(data, 'content');
  return { content, format: /^\s*\{/.test(content) ? 'json' : 'csv' };
}

export const actions: Actions = {
  preview: async ({ request, locals }) => {
    const input = await contentOf(await request.formData());
    const answer = await locals.act(previewGoalsImport, input);
    if (!answer.ok) return fail(statusOf(answer.refusal), { refusal: shown(answer.refusal), content: input.content });
    const { lines, counts, digest } = answer.value;
    const rows = lines
      .filter((line) => line.status !== 'same')
      .map(({ line, status, what, sentence }) => ({ line, status, what, sentence }));
    return {
      content: input.content,
      preview: { counts, digest, rows: rows.slice(0, mostShown), more: Math.max(0, rows.length - mostShown) },
    };
  },
  apply: async (event) => {
    const data = await event.request.formData();
    const input = { ...(await contentOf(data)), preview: field(data, 'preview') };
    return answerForm(
      event,
      'apply',
      data,
      () => act(event, 'goals.import.apply', input),
      () => ({
        to: '/goals',
        say: m.goals_said_recorded(),
      }),
    );
  },
};
