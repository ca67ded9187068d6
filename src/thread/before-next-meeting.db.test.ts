import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../test/support/actors.ts';
import { useDatabase } from '../../test/support/database.ts';
import { aMeeting } from '../../test/support/meeting.ts';
import { adopted, bodyId, done, partyId } from '../../test/support/records.ts';
import { system, type Actor } from '../kernel/actor.ts';
import { asActor } from '../kernel/server/db/database.ts';
import { flat } from '../modules/meetings/index.ts';
import { agendaOf, meetingHead } from '../modules/meetings/server/index.ts';
import { seedGoals } from '../modules/goals/server/index.ts';
import { seedRegister } from '../modules/register/server/index.ts';
import { draftFollowUp, followUpQuestions, leftOpen, mostQuestions } from './before-next-meeting.ts';

const db = useDatabase();
const body = 'body:wg-silk-routes';
let secretariat: Actor, focal: Actor;
const request = 'Georgia asks the other States for boats on the lakes.';
const offer = 'Georgia offers to host a training on harbours.';
const secret = 'Georgia asks for something that nobody has checked.';

beforeAll(async () => {
  await seedRegister(db.database);
  await seedGoals(db.database);
  secretariat = await someone(db, 'secretariat');
  focal = await someone(db, 'focal-point', { party: await partyId(db, 'GEO') });
  const by = [{ party: 'GEO', asWritten: 'Georgia' }];
  const report = async (
    title: string,
    words: { words: string; kind: 'request' | 'offer' }[],
    stage: 'received' | 'checked',
  ) => {
    const { id } = await adopted(
      db,
      system,
      {
        title,
        paragraphs: words.map((one) => one.words),
        outcomes: words.map((one) => ({ ...one, confidence: 0.99, by })),
        states: by,
        statements: [],
        findings: [],
      },
      { bodies: [await bodyId(db, body)], stage: 'received' },
    );
    const { rows } = await db.admin.query<{ id: string; revision: number }>(
      'select id, revision from outcome where report_id = $1',
      [id],
    );
    for (const { id: outcome, revision } of rows)
      await done(db, secretariat, 'records.outcome.confirm', { outcome, revision });
    const { rows: stages } = await db.admin.query<{ revision: number }>('select revision from report where id = $1', [
      id,
    ]);
    if (stage === 'checked')
      await done(db, secretariat, 'records.report.check', { report: id, revision: stages[0]!.revision });
  };
  await report(
    'Test Meeting on Lakes',
    [
      { words: request, kind: 'request' },
      { words: offer, kind: 'offer' },
    ],
    'checked',
  );
  await report('Test Meeting not checked', [{ words: secret, kind: 'request' }], 'received');
  const commitment = '0190a000-0000-7000-8000-00000000c001';
  await db.admin.query(
    `insert into commitment (id, title, body_id, raised_at, raised_by) values ($1, 'Joint count of boats', $2, now() - interval '2 days', $3)`,
    [commitment, await bodyId(db, body), system.personId],
  );
});

const made = async (stage: 'draft' | 'called') =>
  aMeeting(db, { body: await bodyId(db, body), parties: [await partyId(db, 'GEO')], stage });
const at = new Date(Date.now() + 60_000);

describe('before the next meeting', () => {
  it('its page opens with the open commitments, unanswered requests and unused offers of the last ones', async () => {
    const { slug } = await made('called');
    const open = await asActor(db.database, focal, async (tx) =>
      leftOpen(tx, (await meetingHead(tx, slug, 'en'))!, at, 'en'),
    );
    expect(open.commitments.map(({ title }) => title)).toContain('Joint count of boats');
    expect(open.requests.map(({ outcome }) => outcome.text)).toEqual([request]);
    expect(open.offers.map(({ outcome }) => outcome.text)).toEqual([offer]);
  });
  it('its agenda item is drafted by who leads it, in every language, without what is not for all participants', async () => {
    const { slug, meeting } = await made('called');
    const refused = await draftFollowUp(db.database, focal, slug, 'page', at);
    expect(refused.ok ? '' : refused.refusal.code).toBe('access.denied');
    const answer = await draftFollowUp(db.database, secretariat, slug, 'page', at);
    expect(answer.ok).toBe(true);
    const again = await draftFollowUp(db.database, secretariat, slug, 'page', at);
    expect(again.ok && answer.ok && again.value.session).toBe(answer.ok && answer.value.session);
    const sessions = await asActor(db.database, focal, async (tx) => flat(await agendaOf(tx, meeting, 'en')));
    const drafted = sessions.filter(({ title }) => title.text === 'Follow-up of the last meeting');
    expect(drafted).toHaveLength(1);
    expect(drafted[0]!.questions.text).toEqual([
      expect.stringMatching(/^C-\d+: .*Joint count of boats/),
      expect.stringContaining(request),
      expect.stringContaining(offer),
    ]);
    for (const locale of ['ru', 'tr', 'ar'] as const)
      expect(drafted[0]!.form.questions[locale]).toContain('Joint count of boats');
    expect(JSON.stringify(drafted)).not.toContain('nobody has checked');
  });
  it('has no more questions than an agenda item can hold, each on one line', () => {
    const title = 'Count the boats\nof the lake, '.repeat(40);
    const commitments = Array.from({ length: 90 }, (_, number) => ({ number, title }) as never);
    const questions = followUpQuestions({ last: null, commitments, requests: [], offers: [] });
    for (const text of Object.values(questions)) {
      expect(text.split('\n').length).toBeLessThanOrEqual(mostQuestions);
      expect(text.split('\n').every((line) => /C-\d+/.test(line))).toBe(true);
      expect(text.length).toBeLessThanOrEqual(5000);
    }
  });
});
