import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { cycleSlug } from '../../cycle.ts';
import { cyclePrepare } from '../../forms.ts';
import { askParties, partyIds } from '../cycles.ts';

export const prepareCycle = defineAction({
  name: 'plan.cycle.prepare',
  does: 'Prepares a plan cycle: period, call for inputs, deadline, parties asked. Nobody outside the Secretariat and the chair sees it before it is opened.',
  input: cyclePrepare,
  permission: ['secretariat', 'system'],
  async run({ tx, actor, input, at, log }) {
    const body = await tx.selectFrom('body').select('id').where('key', '=', input.body).executeTakeFirst();
    if (!body) throw new Refusal('plan.body.not-found', `The register has no body ${input.body}.`, { field: 'body' });
    const generation = await tx
      .selectFrom('framework_generation')
      .select('id')
      .where('id', '=', input.generation)
      .executeTakeFirst();
    if (!generation)
      throw new Refusal('plan.generation.not-found', 'There is no such framework.', { field: 'generation' });
    const parties = await partyIds(tx, input.parties, 'parties');
    // Two cycles prepared at once must not choose the same address.
    await sql`select pg_advisory_xact_lock(hashtext('plan.slug'))`.execute(tx);
    const { rows } = await sql<{ slug: string }>`select plan_slugs(${input.first_day.slice(0, 4)}) as slug`.execute(tx);
    const slug = cycleSlug(input.first_day, input.last_day, new Set(rows.map((row) => row.slug)));
    const id = newId(at);
    await tx
      .insertInto('plan_cycle')
      .values({
        id,
        slug,
        body_id: body.id,
        generation_id: input.generation,
        title: JSON.stringify(input.title),
        call: JSON.stringify(input.call),
        first_day: input.first_day,
        last_day: input.last_day,
        inputs_due: input.instant,
        zone: input.zone,
        late_inputs: input.late_inputs,
        at,
        by: actor.personId!,
      })
      .execute();
    await askParties(tx, id, parties);
    log(`Prepared “${input.title.en}”; ${parties.length} parties to be asked.`, `/plan/${slug}`);
    return { cycle: id, slug, revision: 1 };
  },
});
