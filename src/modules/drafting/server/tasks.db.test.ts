import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { assembledDraft, heldMeeting, said, type HeldMeeting } from '../../../../test/support/draft.ts';
import { doneAt } from '../../../../test/support/plan.ts';
import { bodyId, partyId } from '../../../../test/support/records.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { seedRegister } from '../../register/server/index.ts';
import { openDraftTasks } from './queries/tasks.ts';

const db = useDatabase();
let secretariat: Actor, chair: Actor, otherChair: Actor, observer: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  secretariat = await someone(db, 'secretariat');
  chair = await someone(db, 'chair', { body: await bodyId(db, 'body:senior-officials-meeting') });
  otherChair = await someone(db, 'chair', { body: await bodyId(db, 'body:reference-group') });
  observer = await someone(db, 'observer', { party: await partyId(db, 'org:unhcr') });
});

const start = new Date('2031-06-01T08:00:00Z');
// 18:00 in Tirana in summer.
const until = new Date('2031-06-20T16:00:00.000Z');
const after = (ms: number) => new Date(until.getTime() + ms);
const asked = async (actor: Actor, { slug }: HeldMeeting, at: Date) =>
  (await asActor(db.database, actor, (tx) => openDraftTasks(tx, at, 'en')))
    .filter(({ path }) => path.includes(slug))
    .map(({ kind, party, due }) => [kind, party?.key ?? null, due]);
const held = async () => {
  const meeting = await heldMeeting(db, {
    parties: { GEO: 2, BGR: 1, TUR: 0, 'org:iom': 1 },
    standing: { 'org:iom': 'observer' },
  });
  await said(db, meeting, 'plenary', 'GEO', { notes: ['The passes were open'] });
  return meeting;
};
const nextStep = [['report', null, null]];

describe('what a report in drafting asks', () => {
  it('its leaders begin it and write it, nobody else is asked', async () => {
    const meeting = await held();
    for (const actor of [secretariat, chair]) expect(await asked(actor, meeting, start)).toEqual(nextStep);
    await assembledDraft(db, meeting);
    for (const actor of [secretariat, chair]) expect(await asked(actor, meeting, start)).toEqual(nextStep);
    for (const actor of [otherChair, observer, meeting.focal['GEO']!])
      expect(await asked(actor, meeting, start)).toEqual([]);
  });

  it('parties that took part comment until the deadline or until they have, then its leaders go on', async () => {
    const meeting = await held();
    const draft = await assembledDraft(db, meeting);
    await doneAt(db, start, secretariat, 'drafting.version.circulate', {
      draft: draft.draft,
      revision: draft.revision,
      due: '2031-06-20 18:00',
      zone: 'Europe/Tirane',
    });
    expect(await asked(secretariat, meeting, start)).toEqual([]);
    for (const key of ['GEO', 'BGR', 'org:iom'])
      expect(await asked(meeting.focal[key]!, meeting, start)).toEqual([['comment-report', key, until]]);
    expect(await asked(meeting.focal['TUR']!, meeting, start)).toEqual([]);
    const comment = { draft: draft.draft, version: 1, party: 'GEO', text: 'One pass was closed.' };
    await doneAt(db, start, meeting.focal['GEO']!, 'drafting.comment.write', comment);
    expect(await asked(meeting.focal['GEO']!, meeting, start)).toHaveLength(1);
    await doneAt(db, start, meeting.focal['GEO']!, 'drafting.comment.write', { ...comment, send: 'on' });
    expect(await asked(meeting.focal['GEO']!, meeting, start)).toEqual([]);
    expect(await asked(meeting.focal['BGR']!, meeting, until)).toEqual([]);
    expect(await asked(secretariat, meeting, until)).toEqual(nextStep);
  });

  it('members that took part look at the silence until its instant; its leaders when it is broken or can be recorded', async () => {
    const meeting = await held();
    const draft = await assembledDraft(db, meeting);
    await doneAt(db, start, secretariat, 'drafting.silence.begin', {
      draft: draft.draft,
      revision: draft.revision,
      due: '2031-06-20 18:00',
      zone: 'Europe/Tirane',
    });
    expect(await asked(meeting.focal['GEO']!, meeting, after(-1))).toEqual([['silence', 'GEO', until]]);
    expect(await asked(meeting.focal['GEO']!, meeting, until)).toEqual([]);
    for (const key of ['TUR', 'org:iom']) expect(await asked(meeting.focal[key]!, meeting, start)).toEqual([]);
    for (const [ms, expected] of [
      [-1, []],
      [0, []],
      [89_999, []],
      [90_000, nextStep],
    ] as const)
      expect(await asked(secretariat, meeting, after(ms))).toEqual(expected);
    await doneAt(db, after(-1), meeting.focal['GEO']!, 'drafting.objection.write', {
      draft: draft.draft,
      version: 1,
      party: 'GEO',
      kind: 'objection',
      text: 'The figures are not ours.',
    });
    expect(await asked(meeting.focal['GEO']!, meeting, after(-1))).toEqual([]);
    expect(await asked(meeting.focal['BGR']!, meeting, after(-1))).toEqual([['silence', 'BGR', until]]);
    expect(await asked(secretariat, meeting, after(-1))).toEqual(nextStep);
  });
});
