import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { endForm } from '../../forms.ts';
import { addressOf } from '../../party.ts';
import { termOf } from '../queries.ts';
import { checkTerm, withdraw, writerOf } from '../write.ts';

export const endAppointment = defineAction({
  name: 'register.appointment.end',
  does: 'Enters that an appointment ended: withdraws the open entry and appends one with its end; its contacts are withdrawn.',
  input: endForm,
  permission: ['secretariat', 'focal-point', 'system'],
  async run(context) {
    const { tx, input, at, log } = context;
    const old = await tx
      .selectFrom('appointment as a')
      .innerJoin('party as p', 'p.id', 'a.party_id')
      .selectAll('a')
      .select('p.key as party')
      .where('a.id', '=', input.entry)
      .executeTakeFirst();
    if (old === undefined) throw new Refusal('register.entry.not-found', 'The register has no such entry.');
    if (old.withdrawn_at === null && old.ends_from !== null)
      throw new Refusal('register.appointment.state', 'This appointment has an end already.', { field: 'endsFrom' });
    const term = { ...termOf(old), endsFrom: input.endsFrom, endsUntil: input.endsUntil ?? input.endsFrom };
    checkTerm(term);
    const writer = writerOf(context);
    const contacts = await tx
      .selectFrom('contact')
      .select('id')
      .where('appointment_id', '=', old.id)
      .where('withdrawn_at', 'is', null)
      .execute();
    for (const contact of contacts) await withdraw(writer, 'contact', contact.id, 'appointment ended');
    await withdraw(writer, 'appointment', input.entry, 'ended');
    const { party, ...row } = old;
    const id = newId(at);
    await tx
      .insertInto('appointment')
      .values({
        ...row,
        id,
        ends_from: term.endsFrom,
        ends_until: term.endsUntil,
        evidence: `${old.evidence}; end: ${input.source}`,
        recorded_at: at,
        recorded_by: writer.by,
        withdrawn_at: null,
        withdrawn_by: null,
        withdrawn_reason: null,
        replaces_id: old.id,
      })
      .execute();
    log(`Ended the appointment of a ${old.function} of ${party} on ${input.endsFrom}.`, addressOf(party));
    return { entry: id };
  },
});
