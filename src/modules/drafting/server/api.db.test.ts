import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { assembledDraft, heldMeeting, point, said, textOf, type HeldMeeting } from '../../../../test/support/draft.ts';
import { callAt, doneAt } from '../../../../test/support/plan.ts';
import { bodyId, done, partyId } from '../../../../test/support/records.ts';
import { useRuntime } from '../../../../test/support/runtime.ts';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import { callerOf } from '../../../kernel/server/api/caller.ts';
import { readOverApi } from '../../../kernel/server/api/read.ts';
import { queries } from '../../../queries.generated.ts';
import { seedRegister } from '../../register/server/index.ts';

// What programs read of a draft, through the door they come in by.
const db = useDatabase();
const runtime = useRuntime(db);
let secretariat: Actor, chair: Actor, stranger: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  secretariat = await someone(db, 'secretariat');
  chair = await someone(db, 'chair', { body: await bodyId(db, 'body:senior-officials-meeting') });
  stranger = await someone(db, 'observer', { party: await partyId(db, 'org:iom') });
});

interface Answered {
  status: number;
  etag: string | null;
  body: { items: Record<string, unknown>[]; paragraphs: { text: string }[] } & Record<string, unknown>;
}
async function get(actor: Actor, path: string, headers: Record<string, string> = {}): Promise<Answered> {
  const answer = await readOverApi(
    runtime,
    queries,
    () => callerOf(runtime, new Headers(headers), actor, '198.51.100.7'),
    new URL(`http://localhost:3000/api/v1${path}`),
    new Headers(headers),
  );
  const text = await answer.text();
  return {
    status: answer.status,
    etag: answer.headers.get('etag'),
    body: (text === '' ? {} : JSON.parse(text)) as Answered['body'],
  };
}
const of = (slug: string, more = '') => `/meetings/${slug}/report${more}`;

const now = new Date('2031-06-01T08:00:00Z');
const due = { due: '2031-06-10 12:00', zone: 'Europe/Tirane' };
async function drafted() {
  const meeting = await heldMeeting(db, {
    sessions: {
      plenary: { kind: 'plenary', state: 'closed' },
      salt: { kind: 'break-out', state: 'closed', rule: 'chatham-house' },
    },
  });
  await said(db, meeting, 'plenary', 'GEO', { notes: ['The passes were open'] });
  await said(db, meeting, 'salt', 'TUR', { notes: ['stressed that salt is short'] });
  await point(db, meeting, 'salt', 'offer', 'A store of salt could be shared', 'TUR');
  const draft = await assembledDraft(db, meeting);
  const statement = (await textOf(db, draft.draft)).find(({ text }) => text.includes('passes were open'))!;
  return { ...draft, meeting, statement: statement.id };
}
async function circulated() {
  const one = await drafted();
  const { revision } = await doneAt<{ revision: number }>(db, now, secretariat, 'drafting.version.circulate', {
    draft: one.draft,
    revision: one.revision,
    ...due,
  });
  return { ...one, revision };
}
const comment = (one: { draft: string; meeting: HeldMeeting; statement: string }, party: string, more: object) =>
  doneAt<{ comment: string }>(db, now, one.meeting.focal[party]!, 'drafting.comment.write', {
    draft: one.draft,
    version: 1,
    party,
    paragraph: one.statement,
    text: `Said by ${party}.`,
    ...more,
  });

describe('versions', () => {
  it('are listed and read by those they were sent to, with an ETag that spares a second reading', async () => {
    const one = await circulated();
    const reader = one.meeting.focal['BGR']!;
    const listed = await get(reader, of(one.slug, '/versions'));
    expect(listed.body.items).toMatchObject([
      { n: 1, purpose: 'comments', due: '2031-06-10T10:00:00.000Z', open: 0, adopted: false },
    ]);
    const read = await get(reader, of(one.slug, '/versions/1'));
    expect(read).toMatchObject({ status: 200, body: { n: 1, newest: true } });
    expect(read.body.paragraphs.map(({ text }) => text).join('\n')).toContain('passes were open');
    const again = await get(reader, of(one.slug, '/versions/1'), { 'if-none-match': read.etag! });
    expect(again.status).toBe(304);
  });
  it('are not there for who did not take part, before they were circulated, or under another number', async () => {
    const [before, one] = [await drafted(), await circulated()];
    for (const [actor, path] of [
      [stranger, of(one.slug, '/versions')],
      [stranger, of(one.slug, '/versions/1')],
      [stranger, of(one.slug, '/versions/1/comments')],
      [one.meeting.focal['GEO']!, of(one.slug, '/versions/2')],
      [before.meeting.focal['GEO']!, of(before.slug, '/versions/1')],
    ] as const)
      expect(await get(actor, path), path).toMatchObject({
        status: 404,
        body: { title: 'drafting.version.not-found' },
      });
    expect((await get(before.meeting.focal['GEO']!, of(before.slug, '/versions'))).body.items).toEqual([]);
    expect((await get(nobody, of(one.slug, '/versions'))).status).toBe(401);
  });
  it('name nobody where the Chatham House Rule holds, in text or outcomes', async () => {
    const one = await circulated();
    const read = await get(one.meeting.focal['TUR']!, of(one.slug, '/versions/1'));
    const ruled = (read.body.paragraphs as unknown as { underRule: boolean }[]).filter((each) => each.underRule);
    expect(JSON.stringify(ruled)).toContain('A store of salt could be shared');
    expect(JSON.stringify(ruled)).not.toMatch(/Georgia|Türkiye|Bulgaria|Quillon|Vent|Kestrel|Arden|GEO|TUR|BGR/);
  });
});

describe('comments', () => {
  it('not sent are their party’s alone; sent, who leads reads them too; answered, everybody', async () => {
    const one = await circulated();
    await comment(one, 'GEO', { send: false, text: 'unsent-canary' });
    const sent = await comment(one, 'BGR', { send: true, proposed: 'Georgia noted that the passes were open.' });
    const texts = async (actor: Actor) =>
      (await get(actor, of(one.slug, '/versions/1/comments'))).body.items.map(({ text }) => text);
    expect(await texts(one.meeting.focal['GEO']!)).toEqual(['unsent-canary']);
    for (const actor of [secretariat, chair, one.meeting.focal['BGR']!])
      expect(await texts(actor)).toEqual(['Said by BGR.']);
    expect(await texts(one.meeting.focal['TUR']!)).toEqual([]);
    await done(db, secretariat, 'drafting.comment.answer', {
      comment: sent.comment,
      revision: 1,
      disposition: 'accepted',
      reason: 'Better so',
    });
    const { items } = (await get(one.meeting.focal['TUR']!, of(one.slug, '/versions/1/comments'))).body;
    expect(items).toEqual([
      {
        id: sent.comment,
        revision: 2,
        paragraph: one.statement,
        party: { key: 'BGR', name: 'Bulgaria' },
        text: 'Said by BGR.',
        proposed: 'Georgia noted that the passes were open.',
        at: now.toISOString(),
        internal: false,
        late: false,
        disposition: 'accepted',
        reason: 'Better so',
      },
    ]);
  });
});

describe('silence', () => {
  it('says until when, how it stands and where it was broken; by whom only to the party itself and who leads', async () => {
    const one = await drafted();
    // The door reads the clock, so the instant is far ahead.
    await doneAt(db, now, secretariat, 'drafting.silence.begin', {
      draft: one.draft,
      revision: one.revision,
      due: '2099-06-20 18:00',
      zone: 'Europe/Tirane',
    });
    const georgian = one.meeting.focal['GEO']!;
    expect((await get(georgian, of(one.slug, '/silence'))).body).toEqual({
      n: 1,
      until: '2099-06-20T16:00:00.000Z',
      zone: 'Europe/Tirane',
      state: 'running',
      broken: { paragraphs: [], whole: false },
      objections: [],
    });
    const objected = await callAt(db, now, georgian, 'drafting.objection.write', {
      draft: one.draft,
      version: 1,
      party: 'GEO',
      paragraph: one.statement,
      kind: 'objection',
      text: 'objection-canary',
    });
    expect(objected.ok).toBe(true);
    const broken = { state: 'broken', broken: { paragraphs: [one.statement], whole: false } };
    for (const actor of [georgian, secretariat, chair])
      expect((await get(actor, of(one.slug, '/silence'))).body).toMatchObject({
        ...broken,
        objections: [{ party: { key: 'GEO' }, text: 'objection-canary', late: false }],
      });
    expect((await get(one.meeting.focal['TUR']!, of(one.slug, '/silence'))).body).toMatchObject({
      ...broken,
      objections: [],
    });
  });
  it('is not there where there is none, and not for who did not take part', async () => {
    const one = await circulated();
    for (const actor of [stranger, one.meeting.focal['GEO']!])
      expect(await get(actor, of(one.slug, '/silence'))).toMatchObject({
        status: 404,
        body: { title: 'drafting.silence.not-found' },
      });
  });
});
