import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { runtime } from '../../../kernel/server/runtime.ts';
import { referencesOfReport, tieCounts } from '../../../modules/followup/server/index.ts';
import { meetingOfReport } from '../../../modules/meetings/server/index.ts';
import { listBodies } from '../../../modules/register/server/index.ts';
import { reportPage } from '../../../modules/records/server/index.ts';
import { recogniseWishes } from '../../../thread/5-recognise-wishes.ts';
import { act, answerForm, field } from '../../../ui/server/form-answer.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const version = Number(url.searchParams.get('version') ?? '');
  const report = await locals.read((tx) =>
    reportPage(tx, params.slug, locals.locale, Number.isInteger(version) && version > 0 ? version : null),
  );
  if (!report) error(404, m.error_not_found_title());
  const bodies = report.may.correct ? await locals.read((tx) => listBodies(tx, { language: locals.locale })) : [];
  const { id } = report.report;
  return {
    page: report,
    bodies: bodies.map(({ id: body, name }) => ({ id: body, name })),
    at: url.searchParams.get('at'),
    heldAs: await locals.read((tx) => meetingOfReport(tx, id)),
    ties: await locals.read((tx) => tieCounts(tx, id)),
    references: await locals.read((tx) => referencesOfReport(tx, id)),
  };
};

/** A step of the report as a whole. */
const step = (form: string, action: string, say: () => string) => async (event: RequestEvent) => {
  const data = await event.request.formData();
  const input = { report: field(data, 'report'), revision: field(data, 'revision') };
  return answerForm(
    event,
    form,
    data,
    async () => {
      const answer = await act(event, action, input);
      // Whoever has just checked a report finds its ties on the next page.
      if (answer.ok) await recogniseWishes(runtime().database);
      return answer;
    },
    () => ({ to: `/reports/${event.params.slug}`, say: say() }),
  );
};

export const actions: Actions = {
  check: step('check', 'records.report.check', m.said_checked),
  publish: step('publish', 'records.report.publish', m.said_published),
  reopen: step('reopen', 'records.report.reopen', m.said_taken_back),
  dismiss: async (event) => {
    const data = await event.request.formData();
    const input = { finding: field(data, 'finding'), reason: field(data, 'reason') };
    return answerForm(
      event,
      'dismiss',
      data,
      () => act(event, 'records.finding.dismiss', input),
      () => ({ to: `/reports/${event.params.slug}`, say: m.said_dismissed() }),
    );
  },
  settle: async (event) => {
    const data = await event.request.formData();
    const [choice, target = ''] = field(data, 'means').split(':');
    const reference = field(data, 'reference');
    return answerForm(
      event,
      'settle',
      data,
      () => act(event, 'followup.reference.settle', { reference, choice, target, seen: field(data, 'seen') }),
      () => ({ to: `/reports/${event.params.slug}#ref-${reference}`, say: m.thread_ref_said() }),
    );
  },
  meeting: async (event) => {
    const data = await event.request.formData();
    const input = { ...Object.fromEntries(data), rule: field(data, 'rule'), bodies: data.getAll('bodies') };
    return answerForm(
      event,
      'meeting',
      data,
      () => act<{ slug: string }>(event, 'records.meeting.edit', input),
      ({ slug }) => ({ to: `/reports/${slug}`, say: m.said_saved() }),
    );
  },
};
