import { error, fail } from '@sveltejs/kit';
import * as m from '#messages';
import { statusOf } from '../../../../kernel/refusal.ts';
import { cyclePage, previewPlanSheet } from '../../../../modules/plan/server/index.ts';
import { shown } from '../../../../ui/refusals.ts';
import { act, answerForm, field } from '../../../../ui/server/form-answer.ts';
import { signedIn } from '../../../../ui/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  signedIn({ locals, url });
  const page = await locals.read((tx) => cyclePage(tx, params.cycle, locals.locale, new Date()));
  const party = url.searchParams.get('party') ?? '';
  const may = page && (party === '' ? page.rights.lead : page.rights.writesFor.includes(party));
  if (!page || !may) error(404, m.error_not_found_title());
  return { cycle: page.cycle, party, name: page.parties.find(({ key }) => key === party)?.name ?? '' };
};

export const actions: Actions = {
  preview: async ({ request, locals }) => {
    const data = await request.formData();
    const given = data.get('file');
    const file = given instanceof File ? Buffer.from(await given.arrayBuffer()).toString('base64') : '';
    const answer = await locals.act(previewPlanSheet, {
      cycle: field(data, 'cycle'),
      party: field(data, 'party'),
      file,
    });
    if (!answer.ok) return fail(statusOf(answer.refusal), { refusal: shown(answer.refusal) });
    const { lines, ...preview } = answer.value;
    // The content of the rows stays here: the second step reads the file again.
    return { file, preview: { ...preview, lines: lines.map(({ content: _, ...line }) => line) } };
  },
  apply: async (event) => {
    const data = await event.request.formData();
    const party = field(data, 'party');
    const input = { cycle: field(data, 'cycle'), party, file: field(data, 'file'), preview: field(data, 'preview') };
    return answerForm(
      event,
      'apply',
      data,
      () => act<{ slug: string; counts: { new: number; changed: number } }>(event, 'plan.sheet.apply', input),
      ({ slug, counts }) => ({
        to: party === '' ? `/plan/${slug}/desk` : `/plan/${slug}/inputs/${party}`,
        say: m.plan_said_sheet({ fresh: String(counts.new), changed: String(counts.changed) }),
      }),
    );
  },
};
