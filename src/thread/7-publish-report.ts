/**
 * The thread, step 7: the meeting's own report becomes a record.
 *
 * A report that was drafted here and stands adopted (in the meeting, by the chair, or because silence ended) goes out as a file. The file is read back by the reader, so that the
 * record says exactly what the file says; what the draft knows better (who spoke, which session, which sentence is an outcome) is taken from the draft. Outcomes are confirmed: people
 * marked them before the meeting adopted the text. From here on it is a report like any other: searched, traced, followed up.
 */
import { z } from 'zod';
import { defineAction } from '../kernel/action.ts';
import { Refusal } from '../kernel/refusal.ts';
import { mediaTypes, toDocx } from '../kernel/server/documents/index.ts';
import { ParagraphNotFound, publishedReading, reportDocument } from '../modules/drafting/index.ts';
import {
  adoptedReport,
  draftPath,
  lockDraft,
  moveDraft,
  settleAdoption,
  type AdoptedReport,
} from '../modules/drafting/server/index.ts';
import { enterAdopted } from '../modules/records/server/index.ts';
import { readReport } from '../reader/index.ts';

export const publishDraft = defineAction({
  name: 'drafting.report.publish',
  does: 'Publishes an adopted report: it enters the records with its file, its statements and its outcomes as confirmed, and everybody can read it.',
  input: z.object({ draft: z.uuid('This is not on offer.'), revision: z.coerce.number().int().min(1) }),
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const by = actor.personId!;
    const draft = await settleAdoption(tx, await lockDraft(tx, input.draft, input.revision), { at, by });
    const adopted = await adoptedReport(tx, draft);
    const bytes = await toDocx(reportDocument(adopted.printed));
    const { reading, known, sessionRules } = await readBack(bytes, adopted);
    const { report, slug } = await enterAdopted(
      tx,
      {
        meeting: draft.meeting_id,
        bytes,
        mediaType: mediaTypes.docx,
        reading,
        paragraphs: known,
        sessionRules,
        names: adopted.names,
      },
      { at, by },
    );
    await moveDraft(tx, draft, { stage: 'published', report_id: report });
    log(`Published the adopted report of the meeting with ${reading.outcomes.length} outcomes.`, `/reports/${slug}`);
    log(`Published the report.`, draftPath(draft.slug));
    return { draft: draft.id, meeting: draft.slug, report, slug, outcomes: reading.outcomes.length };
  },
});

async function readBack(bytes: Uint8Array, { paragraphs, sessions }: AdoptedReport) {
  const read = await readReport(bytes, 'report.docx');
  try {
    return publishedReading(read, paragraphs, sessions);
  } catch (error) {
    if (!(error instanceof ParagraphNotFound)) throw error;
    const words = paragraphs[error.index]!.text.slice(0, 80);
    throw new Refusal(
      'drafting.report.text',
      `A paragraph holds signs that a file cannot carry as they are: “${words}”. Write it anew and adopt the text again.`,
    );
  }
}
