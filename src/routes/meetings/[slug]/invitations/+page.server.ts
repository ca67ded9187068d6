import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { invitationsOf, meetingFacts, partyChoices } from '../../../../modules/meetings/server/index.ts';
import { formPost } from '../../../../ui/server/form-answer.ts';
import { nestedFields } from '../../../../ui/server/nested-fields.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const at = new Date();
  const found = await locals.read(async (tx) => {
    const page = await meetingFacts(tx, params.slug, locals.locale);
    if (!page?.head.rights.lead) return null;
    const meeting = { id: page.head.id, ...page.facts };
    return {
      facts: page.facts,
      invitations: await invitationsOf(tx, meeting, locals.locale, at),
      parties: await partyChoices(tx, locals.locale),
    };
  });
  if (!found) error(404, m.error_not_found_title());
  const listed = new Set(found.invitations.filter(({ withdrawn }) => !withdrawn).map(({ party }) => party.key));
  return { ...found, parties: found.parties.filter(({ key }) => !listed.has(key)) };
};

const post = (form: string, action: string) =>
  formPost(form, action, nestedFields, (_, { params }: RequestEvent) => ({
    to: `/meetings/${params.slug}/invitations`,
    say: m.meetings_said_saved(),
  }));

export const actions: Actions = {
  add: post('add', 'meetings.invitation.add'),
  roster: post('roster', 'meetings.roster.invite'),
  change: post('change', 'meetings.invitation.change'),
  withdraw: post('withdraw', 'meetings.invitation.withdraw'),
  answer: post('answer', 'meetings.invitation.answer'),
};
