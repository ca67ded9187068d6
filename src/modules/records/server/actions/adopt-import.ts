import { defineAction } from '../../../../kernel/action.ts';
import { holds } from '../../../../kernel/actor.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { importAdopt } from '../../forms.ts';
import { closeAdopted, lockReadImport } from '../imports.ts';
import { settledNames } from '../names.ts';
import { freeSlug } from '../reports.ts';
import { partiesOf, writeFacts, writeOutcomes, writeParagraphs, writeVersion } from '../write-reading.ts';

export const adoptImport = defineAction({
  name: 'records.import.adopt',
  does: 'Adopts a read file as the report of a meeting. Everything found in it becomes a proposal; reviewers alone see it until the report is checked.',
  input: importAdopt,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const waiting = await lockReadImport(tx, input.import);
    if (waiting.corrects_report_id)
      throw new Refusal('records.import.correction', 'This file came in as a corrected version; adopt it as that.');
    if (!holds(actor, 'secretariat', 'system') && !input.bodies?.some((body) => actor.bodies.includes(body)))
      throw new Refusal(
        'records.import.body',
        'Name at least one body that you chair: you adopt reports of its meetings.',
        { field: 'bodies' },
      );
    const { reading } = waiting;
    const by = actor.personId!;
    const given = <T>(value: T | undefined, read: T): T => (value === undefined ? read : value);
    const start_day = given(input.start_day, reading.meeting.startDate);
    const facts = {
      title: given(input.title, reading.meeting.title ?? waiting.file_name.replace(/\.[a-z0-9]{1,5}$/i, '')).slice(
        0,
        500,
      ),
      start_day,
      end_day: lastDay(start_day, given(input.end_day, reading.meeting.endDate)),
      place: given(input.place, reading.meeting.place),
      mode: given(input.mode, reading.meeting.mode),
      rule: given(input.rule, reading.meeting.rule),
    };
    const meeting = newId(at);
    await tx
      .insertInto('meeting')
      .values({ id: meeting, ...facts })
      .execute();
    await assignBodies(tx, meeting, input.bodies ?? [], actor.bodies);
    const slug = await freeSlug(tx, facts);
    const place = { report: newId(at), version: newId(at), at, by };
    await tx
      .insertInto('report')
      .values({ id: place.report, slug, meeting_id: meeting, version_id: place.version, stage: 'received', at, by })
      .execute();
    await writeVersion(tx, place, { n: 1, file: waiting.file_id, reading });
    const party = await partiesOf(tx, reading, settledNames(input.names));
    const paragraphs = await writeParagraphs(tx, place, reading.paragraphs, [], 1);
    await writeFacts(tx, place, reading, paragraphs, party);
    await writeOutcomes(tx, place, reading.outcomes, [], 1, paragraphs.written, party);
    await closeAdopted(tx, waiting.id, place.report, at, by);
    log(
      `Adopted the report “${facts.title}” from ${waiting.file_name} with ${reading.outcomes.length} proposed outcomes.`,
      `/reports/${slug}`,
    );
    return { report: place.report, slug, outcomes: reading.outcomes.length };
  },
});

/** Never before the first day: a person who corrects the first day alone leaves a last day that no longer fits. */
const lastDay = (first: string | null, last: string | null): string | null =>
  first === null ? null : last === null || last < first ? first : last;

/** A chair's own body first: it makes them reviewer, and a reviewer may add the other bodies of a joint meeting. */
async function assignBodies(
  tx: Parameters<typeof lockReadImport>[0],
  meeting: string,
  bodies: readonly string[],
  own: readonly string[],
): Promise<void> {
  const ordered = [...new Set(bodies)].sort((a, b) => Number(own.includes(b)) - Number(own.includes(a)));
  for (const body_id of ordered) await tx.insertInto('meeting_body').values({ meeting_id: meeting, body_id }).execute();
}
