import { sql } from 'kysely';
import { defineAction, type Tx } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { referenceSettle } from '../../ties/forms.ts';

export const settleReference = defineAction({
  name: 'followup.reference.settle',
  does: 'Says what a reference of a report means: a meeting, an activity, or nothing this register will hold.',
  input: referenceSettle,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const { rows } = await sql<{
      report_id: string;
      as_written: string;
      slug: string;
      title: string;
      newest: string | null;
    }>`
      select s.report_id, s.as_written, r.slug, m.title,
        (select c.id from reference_choice c where c.sought_id = s.id order by c.id desc limit 1) as newest
      from sought_reference s join report r on r.id = s.report_id join meeting m on m.id = r.meeting_id where s.id = ${input.reference}
      for no key update of r`.execute(tx);
    const reference = rows[0];
    if (!reference) {
      const visible = await tx
        .selectFrom('sought_reference')
        .select('id')
        .where('id', '=', input.reference)
        .executeTakeFirst();
      if (visible)
        throw new Refusal(
          'access.denied',
          'The Secretariat and the chair of a body of this report say what its references mean.',
        );
      throw new Refusal('followup.reference.not-found', 'There is no such reference in this report any more.');
    }
    if ((input.seen ?? null) !== reference.newest)
      throw new Refusal(
        'followup.reference.changed',
        'Somebody else has chosen after you opened the page. Nothing was overwritten; look at it again.',
      );
    const named = await nameOfTarget(tx, input.choice, input.target);
    await tx
      .insertInto('reference_choice')
      .values({
        id: newId(at),
        sought_id: input.reference,
        report_id: reference.report_id,
        choice: input.choice,
        meeting_id: input.choice === 'meeting' ? input.target! : null,
        activity_id: input.choice === 'activity' ? input.target! : null,
        at,
        by: actor.personId!,
      })
      .execute();
    log(`Said that “${reference.as_written}” in “${reference.title}” means ${named}.`, `/reports/${reference.slug}`);
    return { reference: input.reference, slug: reference.slug };
  },
});

async function nameOfTarget(tx: Tx, choice: string, target: string | undefined): Promise<string> {
  if (choice === 'elsewhere') return 'nothing this register will hold';
  if (choice === 'open') return 'something not yet known';
  const title = await lookUp(tx, choice === 'meeting' ? 'meeting' : 'activity', target!);
  if (title === undefined)
    throw new Refusal('followup.reference.not-found', 'There is no such meeting. Choose one of the list.', {
      field: 'target',
    });
  return `“${title}”`;
}

const lookUp = async (tx: Tx, table: 'meeting' | 'activity', id: string) =>
  (await tx.selectFrom(table).select('title').where('id', '=', id).executeTakeFirst())?.title;
