import { error, fail } from '@sveltejs/kit';
import * as m from '#messages';
import { isId } from '../../../../../../kernel/ids.ts';
import { wordDifference } from '../../../../../../kernel/word-difference.ts';
import { paragraphPage } from '../../../../../../modules/drafting/server/index.ts';
import { act, answerForm } from '../../../../../../ui/server/form-answer.ts';
import { signedIn } from '../../../../../../ui/server/signed-in.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  signedIn({ locals, url });
  const page = isId(params.id)
    ? await locals.read((tx) => paragraphPage(tx, params.slug, params.id, new Date()))
    : null;
  if (!page) error(404, m.error_not_found_title());
  return { page };
};

type Lead = (value: { paragraph?: string }, base: string) => string;
const toText: Lead = ({ paragraph }, base) => `${base}${paragraph ? `#p-${paragraph}` : ''}`;

const post = (form: string, action: string, lead: Lead) => async (event: RequestEvent) => {
  const data = await event.request.formData();
  const { slug, id } = event.params;
  const lists = Object.fromEntries(
    ['by', 'to', 'goals'].filter((name) => data.has(name)).map((name) => [name, keys(data.getAll(name))]),
  );
  return answerForm(
    event,
    form,
    data,
    () => act<{ paragraph?: string }>(event, action, { paragraph: id, ...Object.fromEntries(data), ...lists }),
    (value) => ({ to: lead(value, `/meetings/${slug}/report`), say: m.drafting_said_saved() }),
  );
};

/** `GEO, BGR` or several fields: a list of keys. */
const keys = (values: FormDataEntryValue[]) =>
  values.flatMap((value) => String(value).split(/[\s,;]+/)).filter((key) => key !== '');
const here: Lead = ({ paragraph }, base) => (paragraph ? `${base}/paragraphs/${paragraph}` : base);

export const actions: Actions = {
  edit: async (event) => {
    const answer = await post('edit', 'drafting.paragraph.edit', toText)(event);
    // Somebody else was faster: both texts, and the difference between them.
    if (answer.data.answer.refusal.code === 'drafting.paragraph.changed') {
      const page = await event.locals.read((tx) => paragraphPage(tx, event.params.slug, event.params.id, new Date()));
      const typed = answer.data.answer.typed['text']?.[0] ?? '';
      if (page)
        return fail(answer.status, {
          ...answer.data,
          theirs: page.paragraph.text,
          runs: wordDifference(page.paragraph.text, typed),
        });
    }
    return answer;
  },
  move: post('move', 'drafting.paragraph.move', toText),
  split: post('split', 'drafting.paragraph.split', toText),
  merge: post('merge', 'drafting.paragraph.merge', toText),
  remove: post('remove', 'drafting.paragraph.remove', (_, base) => base),
  mark: post('mark', 'drafting.outcome.mark', here),
  unmark: post('unmark', 'drafting.outcome.remove', here),
};
