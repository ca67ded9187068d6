import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { holds } from '../../../kernel/actor.ts';
import { isId } from '../../../kernel/ids.ts';
import { followedUpBy, tiesOfOutcome } from '../../../modules/followup/server/index.ts';
import { outcomePage } from '../../../modules/records/server/index.ts';
import { goalsOfOutcome } from '../../../thread/goals-of-outcome.ts';
import { trace } from '../../../thread/trace.ts';
import { act, answerForm, field } from '../../../ui/server/form-answer.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { id } = params;
  const today = new Date().toISOString().slice(0, 10);
  const page = isId(id) ? await locals.read((tx) => outcomePage(tx, id, locals.locale)) : null;
  if (!page) error(404, m.error_not_found_title());
  const raise = page.outcome.state === 'confirmed' && holds(locals.actor, 'secretariat', 'chair', 'focal-point');
  return {
    page,
    goals: await locals.read((tx) => goalsOfOutcome(tx, id)),
    may: { raise },
    followedUp: await locals.read((tx) => followedUpBy(tx, id)),
    ties: await locals.read((tx) => tiesOfOutcome(tx, id, locals.locale)),
    thread: (await locals.read((tx) => trace(tx, id, today, locals.locale)))?.branches[0] ?? null,
  };
};

/** A decision about a tie of this outcome. */
const decision = (form: string, action: string, say: () => string) => async (event: RequestEvent) => {
  const data = await event.request.formData();
  const input = Object.fromEntries(['tie', 'revision', 'kind', 'reason'].map((name) => [name, field(data, name)]));
  return answerForm(
    event,
    form,
    data,
    () => act(event, action, input),
    () => ({ to: `/outcomes/${event.params.id}#t-${field(data, 'tie')}`, say: say() }),
  );
};

export const actions: Actions = {
  accept: decision('accept', 'followup.tie.accept', m.tie_said_accepted),
  reject: decision('reject', 'followup.tie.reject', m.tie_said_rejected),
  undo: decision('undo', 'followup.tie.undo', m.tie_said_undone),
  add: async (event) => {
    const data = await event.request.formData();
    const input = { outcome: event.params.id, earlier: field(data, 'earlier'), kind: field(data, 'kind') };
    return answerForm(
      event,
      'add',
      data,
      () => act<{ tie: string }>(event, 'followup.tie.add', input),
      ({ tie }) => ({ to: `/outcomes/${event.params.id}#t-${tie}`, say: m.tie_said_added() }),
    );
  },
};
