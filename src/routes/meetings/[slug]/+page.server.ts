import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { runtime } from '../../../kernel/server/runtime.ts';
import { dayIn } from '../../../kernel/wall-clock.ts';
import { meetingPage } from '../../../modules/meetings/server/index.ts';
import { draftFollowUp, leftOpen } from '../../../thread/before-next-meeting.ts';
import { answerForm, formPost } from '../../../ui/server/form-answer.ts';
import { nestedFields } from '../../../ui/server/nested-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const at = new Date();
  const found = await locals.read(async (tx) => {
    const page = await meetingPage(tx, params.slug, locals.locale, at);
    if (!page) return null;
    const coming = page.head.stage === 'draft' || page.head.stage === 'called';
    return {
      page,
      before: coming && page.head.rights.participant ? await leftOpen(tx, page.head, at, locals.locale) : null,
    };
  });
  if (!found) error(404, m.error_not_found_title());
  return { ...found, today: dayIn(at, found.page.head.zone) };
};

const post = (form: string, action: string, say: () => string) =>
  formPost(form, action, nestedFields, ({ slug }: { slug: string }) => ({ to: `/meetings/${slug}`, say: say() }));

export const actions: Actions = {
  'save-date': post('save-date', 'meetings.date.send', m.meetings_said_date),
  call: post('call', 'meetings.call.send', m.meetings_said_called),
  cancel: post('cancel', 'meetings.call.cancel', m.meetings_said_cancelled),
  open: post('open', 'meetings.meeting.open', m.meetings_said_moved),
  'take-back': post('take-back', 'meetings.opening.undo', m.meetings_said_moved),
  close: post('close', 'meetings.meeting.close', m.meetings_said_moved),
  reopen: post('reopen', 'meetings.meeting.reopen', m.meetings_said_moved),
  'follow-up': async (event) => {
    const data = await event.request.formData();
    return answerForm(
      event,
      'follow-up',
      data,
      () => draftFollowUp(runtime().database, event.locals.actor, event.params.slug, 'page'),
      ({ slug, session }) => ({ to: `/meetings/${slug}/agenda#s-${session}`, say: m.meetings_before_drafted() }),
    );
  },
  answer: post('answer', 'meetings.invitation.answer', m.meetings_said_answered),
};
