import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { addresseeRespond } from '../../forms.ts';
import { commitmentPath } from '../../commitment.ts';
import { appendRevision, called } from '../commitments.ts';
import { nameOfHolder } from '../holders.ts';

export const respond = defineAction({
  name: 'followup.commitment.respond',
  does: 'An addressee answers a commitment: supported, in part, noted or declined, with the reason.',
  input: addresseeRespond,
  permission: ['member', 'focal-point', 'chair', 'observer', 'secretariat', 'system'],
  async run({ tx, actor, input, at, log }) {
    const { rows } = await sql<Addressee>`
      select a.id, a.commitment_id, a.party_id, a.body_id, a.response, a.reason, a.revision, c.number, c.title
      from commitment_addressee a join commitment c on c.id = a.commitment_id where a.id = ${input.addressee} for no key update of a`.execute(
      tx,
    );
    const addressee = rows[0];
    if (!addressee) {
      const visible = await tx
        .selectFrom('commitment_addressee')
        .select('id')
        .where('id', '=', input.addressee)
        .executeTakeFirst();
      if (visible)
        throw new Refusal(
          'access.denied',
          'An addressee answers for itself: the people of the party, or the chair of the body.',
        );
      throw new Refusal('followup.addressee.not-found', 'There is no such addressee of a commitment.');
    }
    if (addressee.revision !== input.revision)
      throw new Refusal(
        'followup.addressee.changed',
        'Somebody else answered after you opened it. Nothing was overwritten; look at it again.',
      );
    const by = actor.personId!;
    const after = { response: input.response, reason: input.reason };
    await tx
      .updateTable('commitment_addressee')
      .set({ ...after, responded_at: at, responded_by: by, revision: input.revision + 1 })
      .where('id', '=', addressee.id)
      .execute();
    const name = await nameOfHolder(tx, addressee);
    const before = { response: addressee.response, reason: addressee.reason };
    await appendRevision(tx, {
      commitment: addressee.commitment_id,
      verb: 'responded',
      before,
      after: { by: name, ...after },
      at,
      by,
    });
    log(
      `${name} answered ${called(addressee)}: ${input.response.replace('-', ' ')}.`,
      commitmentPath(addressee.number),
    );
    return { commitment: addressee.commitment_id, number: addressee.number, revision: input.revision + 1 };
  },
});

interface Addressee {
  id: string;
  commitment_id: string;
  party_id: string | null;
  body_id: string | null;
  response: string | null;
  reason: string | null;
  revision: number;
  number: number;
  title: string;
}
