import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { instantOf } from '../../../../kernel/wall-clock.ts';
import { circulate } from '../../forms.ts';
import { dayOf, lockCycle, moveCycle, type LockedCycle } from '../cycles.ts';
import { appendVersion } from '../versions.ts';
import type { Tx } from '../../../../kernel/action.ts';

export const circulateVersion = defineAction({
  name: 'plan.version.circulate',
  does: 'Circulates the plan as it stands as the next version: for comments until a deadline, or, once revised, as it will be laid before the meeting.',
  input: circulate,
  permission: ['secretariat', 'system'],
  async run({ tx, actor, input, at, log }) {
    const cycle = await lockCycle(tx, input.cycle, input.revision);
    if (cycle.stage !== 'draft' && cycle.stage !== 'revised')
      throw new Refusal(
        'plan.cycle.state',
        `A version is circulated from the draft or the revised plan; this plan is in stage ${cycle.stage}.`,
      );
    const due = dueOf(cycle, input.due, at);
    await checkAnswered(tx, cycle.id);
    const version = {
      id: newId(at),
      cycle_id: cycle.id,
      note: input.note,
      names_day: dayOf(at),
      comments_due: due,
      at,
      by: actor.personId!,
    };
    const { n, entries } = await appendVersion(tx, version);
    const revision = await moveCycle(tx, cycle, due === null ? {} : { stage: 'comments', comments_due: due });
    log(
      `Circulated version ${n} of “${cycle.title}” with ${entries} entries${due === null ? '' : ' for comments'}.`,
      `/plan/${cycle.slug}/versions/${n}`,
    );
    return { cycle: cycle.id, slug: cycle.slug, version: n, revision };
  },
});

function dueOf(cycle: LockedCycle, local: string | null, at: Date): Date | null {
  if (local === null) {
    if (cycle.stage === 'revised') return null;
    throw new Refusal('plan.cycle.deadline', 'Say until when comments are asked for.', { field: 'due' });
  }
  const found = instantOf(local, cycle.zone);
  if ('fault' in found) throw new Refusal('input.invalid', found.fault, { field: 'due' });
  if (found.instant <= at)
    throw new Refusal('plan.cycle.deadline', 'This moment has passed already; choose a later one.', { field: 'due' });
  return found.instant;
}

/** Every comment gets its answer before the next version goes out. */
async function checkAnswered(tx: Tx, cycle: string): Promise<void> {
  const { open } = await tx
    .selectFrom('plan_comment')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('cycle_id', '=', cycle)
    .where('disposition', 'is', null)
    .executeTakeFirstOrThrow();
  if (open > 0)
    throw new Refusal(
      'plan.comment.open',
      `${open} ${open === 1 ? 'comment has' : 'comments have'} no answer yet. Answer every comment, then circulate; nothing was sent out.`,
    );
}
