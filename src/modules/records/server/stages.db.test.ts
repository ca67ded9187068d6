import { beforeAll, describe, expect, test } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { adopted, bodyId, call, done, pageOf, partyId, refused } from '../../../../test/support/records.ts';
import { system, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { seedRegister } from '../../register/server/index.ts';

const db = useDatabase();
const hungary = { party: 'HUN', asWritten: 'Hungary' };
const offer = 'Hungary is ready to host an expert meeting on night crossings.';
const wish = 'To set up a shared list of ferry landings.';
const written = {
  paragraphs: [`Opening. ${offer} Thanks were given.`, wish, 'To hold a second workshop on patrols.'],
  outcomes: [
    { words: offer, kind: 'offer' as const, by: [hungary], confidence: 0.92 },
    { words: wish, confidence: 0.97 },
    { words: 'To hold a second workshop on patrols.', confidence: 0.7 },
  ],
};
let secretariat: Actor, chair: Actor, otherChair: Actor, member: Actor;
let som: string;

beforeAll(async () => {
  await seedRegister(db.database);
  som = await bodyId(db, 'body:senior-officials-meeting');
  const elsewhere = await bodyId(db, 'body:reference-group');
  const tur = await partyId(db, 'TUR');
  secretariat = await someone(db, 'secretariat', { name: 'Ada Demo' });
  chair = await someone(db, 'chair', { body: som });
  otherChair = await someone(db, 'chair', { body: elsewhere });
  member = await someone(db, 'member', { party: tur });
});

describe('findings and stages', () => {
  const withFindings = {
    paragraphs: ['31 states took part: Albania and Iraq.', 'Nothing more.'],
    findings: [
      { words: '31 states', severity: 'error' as const, message: 'The text says 31 states and lists 2.' },
      { words: 'Nothing more.' },
    ],
  };
  test('a report goes from received to checked to published and back, in no other order', async () => {
    const { id } = await adopted(db, secretariat, written, { bodies: [som] });
    expect(await refused(db, secretariat, 'records.report.publish', { report: id, revision: 1 })).toBe(
      'records.report.state',
    );
    expect(await refused(db, secretariat, 'records.report.reopen', { report: id, revision: 1 })).toBe(
      'records.report.state',
    );
    expect(await refused(db, otherChair, 'records.report.check', { report: id, revision: 1 })).toBe(
      'records.report.not-found',
    );
    expect(await refused(db, member, 'records.report.check', { report: id, revision: 1 })).toBe('access.denied');
    await done(db, chair, 'records.report.check', { report: id, revision: 1 });
    expect(await refused(db, secretariat, 'records.report.publish', { report: id, revision: 1 })).toBe(
      'records.report.changed',
    );
    expect(await refused(db, otherChair, 'records.report.publish', { report: id, revision: 2 })).toBe('access.denied');
    await done(db, chair, 'records.report.publish', { report: id, revision: 2 });
    await done(db, secretariat, 'records.report.reopen', { report: id, revision: 3 });
    await done(db, secretariat, 'records.report.reopen', { report: id, revision: 4 });
    await expect(
      db.asSystem((tx) =>
        tx.updateTable('report').set({ stage: 'published', revision: 6 }).where('id', '=', id).execute(),
      ),
    ).rejects.toMatchObject({ code: 'RT409' });
  });
  test('open errors stop publication and are named; dismissing needs a reason', async () => {
    const { id, slug } = await adopted(db, secretariat, withFindings, { bodies: [som], stage: 'checked' });
    const answer = await call(db, secretariat, 'records.report.publish', { report: id, revision: 2 });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'records.report.findings' } });
    expect(answer.ok || answer.refusal.sentence).toContain('The text says 31 states and lists 2.');
    const finding = (await pageOf(db, secretariat, slug)).findings[0]!;
    expect(await refused(db, secretariat, 'records.finding.dismiss', { finding: finding.id, reason: ' ' })).toBe(
      'input.invalid',
    );
    expect(
      await refused(db, otherChair, 'records.finding.dismiss', { finding: finding.id, reason: 'counted again' }),
    ).toBe('records.finding.not-found');
    await done(db, chair, 'records.finding.dismiss', { finding: finding.id, reason: 'counted again' });
    expect(await refused(db, chair, 'records.finding.dismiss', { finding: finding.id, reason: 'counted again' })).toBe(
      'records.finding.state',
    );
    await done(db, secretariat, 'records.report.publish', { report: id, revision: 2 });
  });
  test('meeting facts: reviewers correct them, the Secretariat alone takes a body off', async () => {
    const { id, slug } = await adopted(db, secretariat, written, { bodies: [som], stage: 'checked' });
    const facts = {
      title: 'Second Test Meeting',
      start_day: '2023-05-04',
      end_day: '',
      place: 'Durrës',
      mode: 'hybrid',
      rule: '',
    };
    expect(
      await refused(db, otherChair, 'records.meeting.edit', { report: id, revision: 2, ...facts, bodies: [som] }),
    ).toBe('access.denied');
    expect(await refused(db, chair, 'records.meeting.edit', { report: id, revision: 2, ...facts, bodies: [] })).toBe(
      'records.meeting.bodies',
    );
    await done(db, chair, 'records.meeting.edit', { report: id, revision: 2, ...facts, bodies: [som] });
    expect((await pageOf(db, member, slug)).meeting).toMatchObject({
      title: 'Second Test Meeting',
      start_day: '2023-05-04',
      end_day: '2023-05-04',
      place: 'Durrës',
      mode: 'hybrid',
      rule: null,
    });
    await done(db, secretariat, 'records.meeting.edit', { report: id, revision: 3, ...facts, bodies: [] });
    expect(await refused(db, chair, 'records.report.publish', { report: id, revision: 4 })).toBe('access.denied');
  });
  test('a chair cannot make themselves reviewer of a meeting by assigning their body to it', async () => {
    const { slug } = await adopted(db, secretariat, written, { stage: 'checked' });
    const { report } = await pageOf(db, otherChair, slug);
    const meeting = await asActor(
      db.database,
      system,
      async (tx) =>
        (await tx.selectFrom('report').select('meeting_id').where('id', '=', report.id).executeTakeFirstOrThrow())
          .meeting_id,
    );
    const grab = db.database.app.transaction().execute(async (tx) => {
      const { introduce } = await import('../../../kernel/server/db/database.ts');
      await introduce(tx, otherChair);
      await tx.insertInto('meeting_body').values({ meeting_id: meeting, body_id: otherChair.bodies[0]! }).execute();
    });
    await expect(grab).rejects.toMatchObject({ code: '42501' });
  });
});
