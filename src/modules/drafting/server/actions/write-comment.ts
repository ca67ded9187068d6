import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { commentWrite } from '../../forms.ts';
import { isLate, paragraphOfVersion, partyThatTookPart, versionSeen } from '../comments.ts';
import { draftPath, seenDraft } from '../drafts.ts';

export const writeDraftComment = defineAction({
  name: 'drafting.comment.write',
  does: 'Writes a comment of a party that took part on a paragraph of the circulated version or on the whole, with other wording where it has some. Seen by its own people alone until its focal point sends it.',
  input: commentWrite,
  permission: ['member', 'focal-point'],
  // What was not sent is nobody else's business: the history is read by the Secretariat, so it tells of sent comments only.
  logs: false,
  async run({ tx, actor, input, at, log }) {
    const draft = await seenDraft(tx, input.draft);
    const party = await partyThatTookPart(tx, draft, input.party);
    if (draft.stage !== 'circulated')
      throw new Refusal(
        'drafting.comment.state',
        'Comments are not being taken at the moment. What you wrote is still here; send it to the Secretariat.',
      );
    const version = await versionSeen(tx, draft, input.version);
    await paragraphOfVersion(tx, version.id, input.paragraph);
    const comment = newId(at);
    await tx
      .insertInto('draft_comment')
      .values({
        id: comment,
        draft_id: draft.id,
        version_id: version.id,
        paragraph_id: input.paragraph,
        party_id: party,
        text: input.text,
        proposed: input.proposed,
        sent_at: input.send ? at : null,
        sent_by: input.send ? actor.personId! : null,
        at,
        by: actor.personId!,
      })
      .execute();
    const late = input.send && isLate(version.comments_due, at);
    if (input.send)
      log(
        `Commented on version ${version.n} of the report for ${input.party}${late ? ', after the deadline' : ''}.`,
        `${draftPath(draft.slug)}/versions/${version.n}`,
      );
    return { comment, slug: draft.slug, version: version.n, late };
  },
});
