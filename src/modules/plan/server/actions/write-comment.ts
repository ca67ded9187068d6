import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { commentWrite } from '../../forms.ts';
import { seenCycle } from '../cycles.ts';
import { askedParty } from '../inputs.ts';

export const writeComment = defineAction({
  name: 'plan.comment.write',
  does: 'Comments, in the name of one’s party, on an entry of the circulated version or on the plan as a whole. Whether it was late follows from the clock.',
  input: commentWrite,
  permission: ['focal-point'],
  async run({ tx, actor, input, at, log }) {
    const cycle = await seenCycle(tx, input.cycle);
    const party = await askedParty(tx, cycle.id, input.party);
    const version = await tx
      .selectFrom('plan_version')
      .select(['id', 'n', 'comments_due'])
      .where('cycle_id', '=', cycle.id)
      .orderBy('n', 'desc')
      .executeTakeFirst();
    if (cycle.stage !== 'comments' || !version)
      throw new Refusal(
        'plan.comment.state',
        'Comments are not being taken at the moment. What you wrote is still here; send it to the Secretariat.',
      );
    if (version.n !== input.version)
      throw new Refusal(
        'plan.comment.changed',
        `Version ${version.n} is out since you opened this page. What you wrote is still here; see whether it still holds.`,
      );
    if (input.entry !== null) {
      const there = await tx
        .selectFrom('plan_version_entry')
        .select('entry_id')
        .where('version_id', '=', version.id)
        .where('entry_id', '=', input.entry)
        .executeTakeFirst();
      if (!there) throw new Refusal('plan.entry.not-found', 'This version has no such entry.', { field: 'entry' });
    }
    const comment = newId(at);
    await tx
      .insertInto('plan_comment')
      .values({
        id: comment,
        cycle_id: cycle.id,
        version_id: version.id,
        entry_id: input.entry,
        party_id: party,
        text: input.text,
        at,
        by: actor.personId!,
      })
      .execute();
    const late = cycle.comments_due !== null && at > cycle.comments_due;
    log(
      `Commented on version ${version.n} for ${input.party}${late ? ', after the deadline' : ''}.`,
      `/plan/${cycle.slug}/versions/${version.n}`,
    );
    return { comment, slug: cycle.slug, version: version.n, late };
  },
});
