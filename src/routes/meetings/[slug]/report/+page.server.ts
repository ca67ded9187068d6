import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { recogniseWishes } from '../../../../thread/5-recognise-wishes.ts';
import { runtime } from '../../../../kernel/server/runtime.ts';
import { deskPage } from '../../../../modules/drafting/server/index.ts';
import { act, answerForm, formPost } from '../../../../ui/server/form-answer.ts';
import { signedIn } from '../../../../ui/server/signed-in.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  signedIn({ locals, url });
  const page = await locals.read((tx) => deskPage(tx, params.slug, new Date()));
  if (!page) error(404, m.error_not_found_title());
  return { page };
};

/** A form whose fields are those of the action; leads back here, or to a version. */
const post = (form: string, action: string, say: () => string) =>
  formPost(
    form,
    action,
    (data) => Object.fromEntries(data),
    ({ version, paragraph }: { version?: number; paragraph?: string }, { params }: RequestEvent) => {
      const base = `/meetings/${params.slug}/report`;
      return {
        to: version ? `${base}/versions/${version}` : paragraph ? `${base}#p-${paragraph}` : base,
        say: say(),
      };
    },
  );

export const actions: Actions = {
  assemble: post('assemble', 'drafting.draft.assemble', m.drafting_said_assembled),
  take: post('take', 'drafting.material.take', m.drafting_said_saved),
  leave: post('leave', 'drafting.material.leave', m.drafting_said_saved),
  add: post('add', 'drafting.paragraph.add', m.drafting_said_saved),
  restore: post('restore', 'drafting.paragraph.restore', m.drafting_said_saved),
  circulate: post('circulate', 'drafting.version.circulate', m.drafting_said_circulated),
  silence: post('silence', 'drafting.silence.begin', m.drafting_said_silence),
  revise: post('revise', 'drafting.draft.revise', m.drafting_said_saved),
  adopt: post('adopt', 'drafting.draft.adopt', m.drafting_said_adopted),
  publish: async (event) => {
    const data = await event.request.formData();
    return answerForm(
      event,
      'publish',
      data,
      async () => {
        const answer = await act<{ slug: string }>(event, 'drafting.report.publish', Object.fromEntries(data));
        // What the new report repeats, answers or fulfils is looked for at once.
        if (answer.ok) await recogniseWishes(runtime().database);
        return answer;
      },
      ({ slug }) => ({ to: `/reports/${slug}`, say: m.drafting_said_published() }),
    );
  },
};
