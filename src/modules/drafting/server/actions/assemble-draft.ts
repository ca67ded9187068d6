import { sql } from 'kysely';
import { defineAction, type Tx } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { draftAssemble } from '../../forms.ts';
import { assembled, comparison, enterPiece, renewPiece } from '../assembling.ts';
import { draftPath, openText, seenDraft } from '../drafts.ts';

export const assembleDraft = defineAction({
  name: 'drafting.draft.assemble',
  does: 'Assembles the report from the meeting; assembled again, paragraphs nobody has touched follow the meeting, and everything else is offered. What people wrote is never overwritten.',
  input: draftAssemble,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const meeting = await meetingToReport(tx, input.meeting);
    const hand = { actor, at };
    if (meeting.draft !== null) {
      const draft = await openText(tx, meeting.draft);
      const { refresh, offers } = await comparison(tx, draft);
      for (const { piece, paragraph } of refresh) await renewPiece(tx, paragraph, piece, 'refreshed', hand);
      log(
        `Assembled the report again: ${refresh.length} paragraphs follow the meeting, ${offers.length} are offered.`,
        draftPath(meeting.slug),
      );
      return { draft: draft.id, slug: meeting.slug, paragraphs: refresh.length, offers: offers.length };
    }
    const draft = newId(at);
    await tx
      .insertInto('draft')
      .values({
        id: draft,
        meeting_id: input.meeting,
        names_day: meeting.day ?? at.toISOString().slice(0, 10),
        zone: meeting.zone,
        at,
        by: actor.personId!,
      })
      .execute();
    const pieces = await assembled(tx, await seenDraft(tx, draft));
    for (const [index, piece] of pieces.entries()) await enterPiece(tx, draft, piece, String((index + 1) * 1024), hand);
    log(`Assembled the report of the meeting: ${pieces.length} paragraphs.`, draftPath(meeting.slug));
    return { draft, slug: meeting.slug, paragraphs: pieces.length, offers: 0 };
  },
});

interface MeetingToReport {
  slug: string;
  zone: string;
  day: string | null;
  draft: string | null;
}

/** A meeting that has begun, of which the actor is a leader. @throws Refusal */
async function meetingToReport(tx: Tx, id: string): Promise<MeetingToReport> {
  const { rows } = await sql<MeetingToReport & { stage: string; leads: boolean; wait: unknown }>`
    select c.slug, c.zone, c.stage, m.start_day as day, (select d.id from draft d where d.meeting_id = c.meeting_id) as draft,
      app_is_staff() or c.meeting_id = any (app_reviewed_meetings()) as leads
    from meeting_call c join meeting m on m.id = c.meeting_id where c.meeting_id = ${id}`.execute(tx);
  const meeting = rows[0];
  if (!meeting) throw new Refusal('drafting.meeting.not-found', 'There is no such meeting, or you may not see it.');
  if (!meeting.leads)
    throw new Refusal('access.denied', 'The Secretariat and the chair of a body that meets draft its report.');
  if (meeting.stage !== 'open' && meeting.stage !== 'closed')
    throw new Refusal(
      'drafting.meeting.state',
      `The meeting is ${meeting.stage}; its report is drafted from when it is open.`,
    );
  return meeting;
}
