import { sql } from 'kysely';
import { defineAction, type Tx } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { appointmentRecordForm } from '../../forms.ts';
import { addressOf } from '../../party.ts';
import { checkTerm, partyId, unlessOverlapping, writerOf } from '../write.ts';

/** The person with this address, or a new one. Recording a person gives no right to sign in: that is an invitation. */
async function personOf(tx: Tx, name: string, email: string): Promise<string> {
  const found = await sql<{ id: string; ended: boolean }>`select id, ended from person_by_email(${email})`.execute(tx);
  const person = found.rows[0];
  if (person?.ended)
    throw new Refusal('register.person.state', 'The person with this address has left the dialogue.', {
      field: 'email',
    });
  if (person !== undefined) return person.id;
  const id = newId();
  await sql`insert into person (id, name, email) values (${id}, ${name}, ${email})`.execute(tx);
  return id;
}

export const recordAppointment = defineAction({
  name: 'register.appointment.record',
  does: 'Enters that a party appointed a person to a function, with the nomination letter.',
  input: appointmentRecordForm,
  permission: ['secretariat', 'focal-point', 'system'],
  async run(context) {
    const { tx, input, at, log } = context;
    const { by } = writerOf(context);
    checkTerm(input);
    if ((input.function === 'liaison-officer') !== (input.postedTo !== null))
      throw new Refusal('input.invalid', 'A liaison officer, and nobody else, is posted to a party.', {
        field: 'postedTo',
      });
    if (input.postedTo === input.party)
      throw new Refusal('input.invalid', 'A liaison officer is posted to another party.', { field: 'postedTo' });
    const party = await partyId(tx, input.party);
    const postedTo = input.postedTo === null ? null : await partyId(tx, input.postedTo, 'postedTo');
    const id = newId(at);
    const row = {
      id,
      function: input.function,
      party_id: party,
      person_id: await personOf(tx, input.name, input.email),
      posted_to_id: postedTo,
      post: input.post,
      begins_from: input.beginsFrom,
      begins_until: input.beginsUntil,
      ends_from: input.endsFrom,
      ends_until: input.endsUntil,
      evidence: input.evidence,
      evidence_link: input.evidenceLink,
      recorded_at: at,
      recorded_by: by,
    };
    await unlessOverlapping(
      'The register has this person in this function already. End or correct that entry instead.',
      () => tx.insertInto('appointment').values(row).execute(),
    );
    const contacts = [
      { kind: 'email', value: input.email },
      ...(input.telephone === null ? [] : [{ kind: 'telephone', value: input.telephone }]),
    ];
    await tx
      .insertInto('contact')
      .values(
        contacts.map((one) => ({
          ...one,
          id: newId(at),
          appointment_id: id,
          visible_to: input.visibleTo,
          recorded_at: at,
          recorded_by: by,
        })),
      )
      .execute();
    log(`Entered ${input.name} as ${input.function} of ${input.party}.`, addressOf(input.party));
    return { entry: id };
  },
});
