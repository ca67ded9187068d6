import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { newId } from '../../../../kernel/ids.ts';
import { dayIn } from '../../../../kernel/wall-clock.ts';
import { participantOnBadge } from '../../../../modules/delegations/index.ts';
import { participantList } from '../../../../modules/delegations/server/index.ts';
import { act, answerForm, field } from '../../../../ui/server/form-answer.ts';
import { signedIn } from '../../../../ui/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
  signedIn({ locals, url });
  const list = await locals.read((tx) => participantList(tx, params.slug, locals.locale));
  if (!list?.meeting.staff) error(404, m.error_not_found_title());
  setHeaders({ 'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()' });
  const today = dayIn(new Date(), list.meeting.zone);
  return {
    meeting: list.meeting,
    today,
    scanned: participantOnBadge(url.href),
    people: list.parties.flatMap((party) =>
      party.people.map(({ id, name, came }) => ({ id, name, party: party.name, came: came.includes(today) })),
    ),
  };
};

export const actions: Actions = {
  /** Without JavaScript: now, one at a time. */
  record: async (event) => {
    const data = await event.request.formData();
    const input = { id: newId(), participant: field(data, 'participant'), at: new Date().toISOString() };
    return answerForm(
      event,
      'record',
      data,
      () => act(event, 'delegations.check-in.record', input),
      () => ({ to: `/meetings/${event.params.slug}/check-in`, say: m.delegations_said_checked_in() }),
    );
  },
};
