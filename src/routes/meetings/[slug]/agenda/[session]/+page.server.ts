import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { flat, sessionForm } from '../../../../../modules/meetings/index.ts';
import { agendaOf, meetingChoices } from '../../../../../modules/meetings/server/index.ts';
import { formPost } from '../../../../../ui/server/form-answer.ts';
import { nestedFields } from '../../../../../ui/server/nested-fields.ts';
import { languageFields } from '../../../../../ui/typed.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { meeting } = await parent();
  if (!meeting.rights.lead) error(404, m.error_not_found_title());
  const { agenda, choices } = await locals.read(async (tx) => ({
    agenda: await agendaOf(tx, meeting.id, locals.locale),
    choices: await meetingChoices(tx, locals.locale, true),
  }));
  const sessions = flat(agenda);
  const session = sessions.find(({ id }) => id === params.session);
  if (!session) error(404, m.error_not_found_title());
  const { session: _id, revision: _revision, title, questions, ...fields } = sessionForm(session, meeting.zone);
  const { parts: _, ...view } = session;
  const below = new Set(flat([session]).map(({ id }) => id));
  return {
    session: view,
    choices,
    parents: sessions.filter(({ id }) => !below.has(id)).map(({ id, title }) => ({ id, title: title.text })),
    standing: { ...fields, ...languageFields('title', title), ...languageFields('questions', questions) },
  };
};

const post = (form: string, action: string, to: 'agenda' | 'here') =>
  formPost(form, action, nestedFields, (_, { params }: RequestEvent) => ({
    to: `/meetings/${params.slug}/agenda${to === 'here' ? '/' : '#s-'}${params.session}`,
    say: m.meetings_said_saved(),
  }));

export const actions: Actions = {
  edit: post('edit', 'meetings.session.edit', 'agenda'),
  remove: post('remove', 'meetings.session.remove', 'agenda'),
  give: post('give', 'meetings.duty.give', 'here'),
  end: post('end', 'meetings.duty.end', 'here'),
  link: post('link', 'meetings.link.add', 'here'),
  unlink: post('unlink', 'meetings.link.remove', 'here'),
};
