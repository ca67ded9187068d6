import { error, fail, type RequestEvent } from '@sveltejs/kit';
import * as m from '#messages';
import { statusOf } from '../../kernel/refusal.ts';
import type { ImportPreview } from '../../modules/register/server/index.ts';
import { shown } from '../../ui/refusals.ts';
import { act, field, formPost } from '../../ui/server/form-answer.ts';
import { mayKeepRegister } from './asked.ts';

const mostShown = 500;

/** Who does not keep the register has nothing to import. */
export function importLoad({ locals }: Pick<RequestEvent, 'locals'>): void {
  if (!mayKeepRegister(locals.actor)) error(403, m.error_forbidden_title());
}

/** The text of the file, or what was pasted; a file goes first. */
async function contentOf(data: FormData): Promise<{ content: string; format: string }> {
  const file = data.get('file');
  const content = file instanceof File && file.size > 0 ? await file.text() : field(data, 'content');
  return { content, format: /^\s*\{/.test(content) ? 'json' : 'csv' };
}

/** The posts of an import page: a preview, and its application. @param of the module whose actions they are; its page is where an import leads. */
export const importActions = (of: 'register' | 'goals', say: () => string) => ({
  preview: async (event: RequestEvent) => {
    const input = await contentOf(await event.request.formData());
    const answer = await act<ImportPreview>(event, `${of}.import.preview`, input);
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
  apply: formPost(
    'apply',
    `${of}.import.apply`,
    async (data) => ({ ...(await contentOf(data)), preview: field(data, 'preview') }),
    () => ({ to: `/${of}`, say: say() }),
  ),
});
