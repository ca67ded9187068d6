import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { tieAdd } from '../../ties/forms.ts';
import { decideTie, lockTie, tieCalled } from '../ties/decide.ts';

export const addTie = defineAction({
  name: 'followup.tie.add',
  does: 'Ties an outcome to an earlier one that Redthread did not propose. It is accepted at once.',
  input: tieAdd,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const { rows } = await sql<{ id: string; report_id: string; state: string; day: string | null; start_at: number }>`
      select o.id, o.report_id, o.state, coalesce(m.end_day, m.start_day) as day, o.start_at from outcome o join report r on r.id = o.report_id
      join meeting m on m.id = r.meeting_id where o.id = any (${[input.outcome, input.earlier]}::uuid[])`.execute(tx);
    const later = rows.find(({ id }) => id === input.outcome);
    const earlier = rows.find(({ id }) => id === input.earlier);
    if (!later || !earlier)
      throw new Refusal('followup.tie.not-found', 'There is no such outcome.', { field: 'earlier' });
    if (later.id === earlier.id)
      throw new Refusal(
        'followup.tie.order',
        'An outcome is not tied to itself; give the address of the earlier one.',
        { field: 'earlier' },
      );
    if (later.state !== 'confirmed' || earlier.state !== 'confirmed')
      throw new Refusal('followup.tie.state', 'Both outcomes have to be confirmed first.', { field: 'earlier' });
    const inOrder =
      later.report_id === earlier.report_id
        ? earlier.start_at <= later.start_at
        : later.day === null || earlier.day === null || earlier.day <= later.day;
    if (!inOrder)
      throw new Refusal(
        'followup.tie.order',
        'That outcome is the later one; tie it to this one from its own report.',
        { field: 'earlier' },
      );
    const { rows: there } = await sql<{ id: string; revision: number; state: string }>`
      select id, revision, state from tie where later_outcome_id = ${later.id} and earlier_outcome_id = ${earlier.id}`.execute(
      tx,
    );
    if (there[0]?.state === 'accepted')
      throw new Refusal('followup.tie.exists', 'These two are tied already.', { field: 'earlier' });
    const id = there[0]?.id ?? newId(at);
    if (!there[0])
      await tx
        .insertInto('tie')
        .values({
          id,
          later_outcome_id: later.id,
          report_id: later.report_id,
          earlier_outcome_id: earlier.id,
          kind: input.kind,
          proposed_at: at,
          proposed_by: actor.personId!,
        })
        .execute();
    const tie = await lockTie(tx, id, there[0]?.revision ?? 1);
    const revision = await decideTie(
      tx,
      tie,
      { verb: 'accepted', state: 'accepted', kind: input.kind, reason: null, joined: false },
      at,
      actor.personId!,
    );
    log(`Made ${tieCalled(tie)} (${input.kind}).`, `/reports/${tie.slug}`);
    return { tie: id, slug: tie.slug, revision };
  },
});
