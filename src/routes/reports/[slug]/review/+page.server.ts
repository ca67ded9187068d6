import { error, redirect } from '@sveltejs/kit';
import * as m from '#messages';
import { Refusal } from '../../../../kernel/refusal.ts';
import { reportPage } from '../../../../modules/records/server/index.ts';
import { localised } from '../../../../ui/locales.ts';
import { act, answerForm, field } from '../../../../ui/server/form-answer.ts';
import { goalsTyped, partiesOf, suggestedNames } from './names.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const report = await locals.read((tx) => reportPage(tx, params.slug, locals.locale));
  if (!report) error(404, m.error_not_found_title());
  if (!report.may.review) {
    if (locals.actor.personId === null) redirect(303, signInFor(params.slug, locals.locale));
    error(403, m.error_forbidden_title());
  }
  return {
    report: { id: report.report.id, slug: report.report.slug, language: 'en' },
    title: report.meeting.title,
    paragraphs: report.paragraphs,
    outcomes: report.outcomes,
    findings: report.findings.filter((finding) => finding.state === 'open'),
    undo: report.undo,
    partyNames: await locals.read((tx) => suggestedNames(tx, locals.locale)),
  };
};

const signInFor = (slug: string, locale: App.Locals['locale']): string =>
  `${localised('/sign-in', locale)}?next=${encodeURIComponent(localised(`/reports/${slug}/review`, locale))}`;

/** Back to the desk, at the outcome the form names as the next to look at. */
const desk = (event: RequestEvent, data: FormData, at = field(data, 'then')) =>
  `/reports/${event.params.slug}/review${at === '' ? '' : `?at=${at}#o-${at}`}`;

/** A decision about the outcome the person has seen. */
const decision = (form: string, action: string, say: () => string) => async (event: RequestEvent) => {
  const data = await event.request.formData();
  const input = { outcome: field(data, 'outcome'), revision: field(data, 'revision') };
  return answerForm(
    event,
    form,
    data,
    () => act(event, action, input),
    () => ({ to: desk(event, data), say: say() }),
  );
};

/** The fields of an outcome as they were typed, as the actions take them. */
async function outcomeTyped(event: RequestEvent, data: FormData) {
  return event.locals.read(async (tx) => {
    const report = await reportPage(tx, event.params.slug!, event.locals.locale);
    if (!report) throw new Refusal('records.report.not-found', m.error_not_found_title());
    const before = report.outcomes.find((outcome) => outcome.id === field(data, 'outcome'));
    const texts = (name: string) => data.getAll(name).filter((value) => typeof value === 'string');
    const parties = (side: 'by' | 'to') =>
      partiesOf(tx, { side, typed: texts(side), before: before?.[side] ?? [], report, language: event.locals.locale });
    return {
      ...Object.fromEntries(
        ['kind', 'words', 'start', 'when_from', 'when_until', 'when_as_written'].map((name) => [
          name,
          field(data, name),
        ]),
      ),
      by: await parties('by'),
      to: await parties('to'),
      goals: goalsTyped(field(data, 'goals')),
    };
  });
}

export const actions: Actions = {
  accept: decision('accept', 'records.outcome.confirm', m.said_accepted),
  reject: decision('reject', 'records.outcome.reject', m.said_rejected),
  reopen: decision('reopen', 'records.outcome.reopen', m.said_undone),
  undo: async (event) => {
    const data = await event.request.formData();
    return answerForm(
      event,
      'undo',
      data,
      () => act(event, 'records.outcome.undo', { batch: field(data, 'batch') }),
      () => ({ to: desk(event, data), say: m.said_undone() }),
    );
  },
  edit: async (event) => {
    const data = await event.request.formData();
    const seen = {
      outcome: field(data, 'outcome'),
      revision: field(data, 'revision'),
      confirm: field(data, 'confirm'),
    };
    return answerForm(
      event,
      'edit',
      data,
      async () => act(event, 'records.outcome.edit', { ...seen, ...(await outcomeTyped(event, data)) }),
      () => ({ to: desk(event, data), say: m.said_saved() }),
    );
  },
  add: async (event) => {
    const data = await event.request.formData();
    const report = field(data, 'report');
    return answerForm(
      event,
      'add',
      data,
      async () =>
        act<{ outcome: string }>(event, 'records.outcome.add', { report, ...(await outcomeTyped(event, data)) }),
      ({ outcome }) => ({ to: desk(event, data, outcome), say: m.said_added() }),
    );
  },
  bulk: async (event) => {
    const data = await event.request.formData();
    const input = { report: field(data, 'report'), threshold: field(data, 'threshold') };
    return answerForm(
      event,
      'bulk',
      data,
      () => act<{ confirmed: number }>(event, 'records.outcome.confirm-certain', input),
      ({ confirmed }) => ({ to: desk(event, data), say: m.said_bulk({ count: confirmed }) }),
    );
  },
};
