import * as m from '#messages';
import { agendaOf, meetingChoices } from '../../../../modules/meetings/server/index.ts';
import { formPost } from '../../../../ui/server/form-answer.ts';
import { nestedFields } from '../../../../ui/server/nested-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { meeting } = await parent();
  return locals.read(async (tx) => ({
    agenda: await agendaOf(tx, meeting.id, locals.locale),
    goals: meeting.rights.lead ? (await meetingChoices(tx, locals.locale, false)).goals : [],
  }));
};

const post = (form: string, action: string, say: () => string) =>
  formPost(form, action, nestedFields, ({ slug, session }: { slug: string; session?: string }) => ({
    to: `/meetings/${slug}/agenda${session ? `#s-${session}` : ''}`,
    say: say(),
  }));

export const actions: Actions = {
  add: post('add', 'meetings.session.add', m.meetings_said_saved),
  move: post('move', 'meetings.session.move', m.meetings_said_saved),
  'break-up': post('break-up', 'meetings.session.break-up', m.meetings_said_saved),
};
