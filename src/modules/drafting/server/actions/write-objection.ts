import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { objectionWrite } from '../../forms.ts';
import { isTimely } from '../../stage.ts';
import { paragraphOfVersion, partyThatTookPart } from '../comments.ts';
import { draftPath, seenDraft } from '../drafts.ts';

export const writeObjection = defineAction({
  name: 'drafting.objection.write',
  does: 'Objects in writing, or with an amendment, to a version under silence. Received before the instant it breaks silence, even where adoption was recorded meanwhile; received later it is kept and shown as late.',
  input: objectionWrite,
  permission: ['member', 'focal-point'],
  async run({ tx, actor, input, at, log }) {
    const draft = await seenDraft(tx, input.draft);
    const { rows } = await sql<{ id: string; until: Date }>`
      select v.id, s.until from draft_version v join draft_silence s on s.version_id = v.id where v.draft_id = ${draft.id} and v.n = ${input.version}`.execute(
      tx,
    );
    const version = rows[0];
    if (!version) throw new Refusal('drafting.silence.not-found', 'This version was never put under silence.');
    const party = await partyThatTookPart(tx, draft, input.party);
    const entitled = await sql<{ may: boolean }>`select may_object(${party}, ${version.id}) as may`.execute(tx);
    if (!entitled.rows[0]?.may)
      throw new Refusal(
        'drafting.objection.party',
        'Only parties that took part as members of the body break silence; observers and guests write to the Secretariat.',
        { field: 'party' },
      );
    await paragraphOfVersion(tx, version.id, input.paragraph);
    const objection = newId(at);
    // The foreign key shares the lock of the silence: an adoption that is being recorded waits for this row, or this row finds the adoption and takes it back.
    await tx
      .insertInto('draft_objection')
      .values({
        id: objection,
        version_id: version.id,
        paragraph_id: input.paragraph,
        party_id: party,
        kind: input.kind,
        text: input.text,
        proposed: input.proposed,
        received_at: at,
        by: actor.personId!,
      })
      .execute();
    const timely = isTimely(at, version.until);
    log(
      `${input.kind === 'amendment' ? 'Proposed an amendment' : 'Objected'} to version ${input.version} of the report for ${input.party}${timely ? ': silence is broken' : ', after silence had ended'}.`,
      `${draftPath(draft.slug)}/versions/${input.version}`,
    );
    return { objection, slug: draft.slug, version: input.version, late: !timely };
  },
});
