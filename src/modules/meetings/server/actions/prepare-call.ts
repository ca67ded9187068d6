import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { callPrepare } from '../../forms.ts';
import { meetingSlug, prepared } from '../../template.ts';
import { newRow } from '../calls.ts';
import { rosterOfMeeting } from '../roster.ts';
import { titleIn } from '../titles.ts';

export const prepareCall = defineAction({
  name: 'meetings.call.prepare',
  does: 'Prepares a meeting of one or more bodies from a template: sessions, deadlines, ordering, and a list of those who hold a mandate in the bodies on its first day. Nobody but its leaders sees it before its date or its call goes out.',
  input: callPrepare,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const bodies = await tx.selectFrom('body').select(['id', 'key']).where('key', 'in', input.bodies).execute();
    const missing = input.bodies.find((key) => !bodies.some((body) => body.key === key));
    if (missing !== undefined)
      throw new Refusal('meetings.body.not-found', `The register has no body ${missing}.`, { field: 'bodies' });
    // The own body first: from then on a chair leads the meeting and may add others.
    const own = bodies.toSorted((a, b) => Number(actor.bodies.includes(b.id)) - Number(actor.bodies.includes(a.id)));
    if (!actor.roles.some((role) => role === 'secretariat' || role === 'system') && !actor.bodies.includes(own[0]!.id))
      throw new Refusal('access.denied', 'A chair prepares a meeting of the body they chair.', { field: 'bodies' });
    const frame = prepared(input.template, input.first_day, input.zone);
    // Two meetings prepared at once must not choose the same address.
    await sql`select pg_advisory_xact_lock(hashtext('meetings.slug'))`.execute(tx);
    const { rows } = await sql<{ slug: string }>`select meeting_slugs(${input.first_day}) as slug`.execute(tx);
    const slug = meetingSlug(input.first_day, input.template, new Set(rows.map((row) => row.slug)));
    const meeting = newId(at);
    const step = { at, by: actor.personId! };
    await tx
      .insertInto('meeting')
      .values({
        id: meeting,
        title: input.title,
        start_day: input.first_day,
        end_day: frame.lastDay,
        place: input.place,
        mode: frame.mode,
      })
      .execute();
    for (const body of own)
      await tx.insertInto('meeting_body').values({ meeting_id: meeting, body_id: body.id }).execute();
    await tx
      .insertInto('meeting_call')
      .values({
        meeting_id: meeting,
        slug,
        template: input.template,
        zone: input.zone,
        languages: [...frame.languages],
        ordering: frame.ordering,
        answers_due: frame.answersDue,
        delegations_due: frame.delegationsDue,
        ...step,
      })
      .execute();
    for (const [index, { title, kind, startsAt, endsAt, rule, secondsEach }] of frame.sessions.entries())
      await tx
        .insertInto('meeting_session')
        .values({
          ...newRow(step),
          meeting_id: meeting,
          ordinal: index + 1,
          kind,
          title: JSON.stringify(titleIn(title)),
          questions: title === 'break-outs' ? JSON.stringify(titleIn('questions-of-break-outs')) : null,
          starts_at: startsAt,
          ends_at: endsAt,
          rule: rule ?? null,
          seconds_each: secondsEach ?? null,
        })
        .execute();
    const roster = await rosterOfMeeting(
      tx,
      own.map(({ id }) => id),
      input.first_day,
    );
    if (roster.length > 0)
      await tx
        .insertInto('meeting_invitation')
        .values(roster.map((party) => ({ ...newRow(step), meeting_id: meeting, ...party })))
        .execute();
    log(`Prepared “${input.title}”; ${roster.length} parties on the list.`, `/meetings/${slug}`);
    return { meeting, slug, revision: 1, invited: roster.length };
  },
});
