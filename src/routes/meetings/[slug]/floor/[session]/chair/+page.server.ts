import { invitedParties, screensOf, writtenTexts } from '../../../../../../modules/floor/server/index.ts';
import { fail } from '@sveltejs/kit';
import { statusOf } from '../../../../../../kernel/refusal.ts';
import { act, type FormAnswer } from '../../../../../../ui/server/form-answer.ts';
import { formInput } from '../../../../../../ui/server/form-input.ts';
import { shown } from '../../../../../../ui/refusals.ts';
import { floorPage, floorPosts } from '../../floor-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  floorPage(event, true, async (tx) => ({
    parties: await invitedParties(tx, event.params.session, event.locals.locale),
    texts: await writtenTexts(tx, event.params.session),
    origin: event.url.origin,
    screens: await screensOf(tx, event.params.session, new Date()),
  }));

const turn = ['ask', 'give', 'pause', 'resume', 'stop', 'waive', 'withdraw', 'write', 'absent', 'back', 'move'];
export const actions: Actions = {
  ...floorPosts([
    ...turn.map((name) => `turn-${name}`),
    'session-open',
    'session-suspend',
    'session-close',
    'tour-make',
    'time-set',
    'point-add',
    'point-remove',
    'points-report',
    'screen-revoke',
  ]),
  /** The secret is on the answer of this post and nowhere else, so it leads to no other page. */
  'screen-make': async (event) => {
    const input = await formInput(await event.request.formData());
    const answer = await act<{ secret: string }>(event, 'floor.screen.make', input);
    if (answer.ok) return { secret: answer.value.secret, answer: undefined };
    return fail(statusOf(answer.refusal), {
      secret: undefined,
      answer: { form: 'screen-make', refusal: shown(answer.refusal), typed: {} } satisfies FormAnswer,
    });
  },
};
