import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { assembledDraft, heldMeeting, point, said, textOf, type HeldMeeting } from '../../../../test/support/draft.ts';
import { bodyId, call, done, pageOf } from '../../../../test/support/records.ts';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import { newId } from '../../../kernel/ids.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { seedGoals } from '../../goals/server/index.ts';
import { outcomeFilter, searchForm } from '../../records/forms.ts';
import { findFile, listOutcomes, readBytes, search } from '../../records/server/index.ts';
import { seedRegister } from '../../register/server/index.ts';

const db = useDatabase();
let secretariat: Actor, chair: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  await seedGoals(db.database);
  secretariat = await someone(db, 'secretariat');
  chair = await someone(db, 'chair', { body: await bodyId(db, 'body:senior-officials-meeting') });
});

const later = { due: '2099-05-01 12:00', zone: 'Europe/Tirane' };
const hybrid = () =>
  heldMeeting(db, {
    sessions: {
      plenary: { kind: 'plenary', state: 'closed' },
      salt: { kind: 'break-out', state: 'closed', rule: 'chatham-house' },
      inner: { kind: 'other', state: 'closed', within: 'salt' },
    },
  });
async function drafted(meeting: HeldMeeting) {
  const draft = await assembledDraft(db, meeting);
  const circulate = () =>
    call(db, secretariat, 'drafting.version.circulate', { draft: draft.draft, revision: 1, ...later });
  return { ...draft, circulate, text: await textOf(db, draft.draft) };
}
const names = /Georgia|Türkiye|Bulgaria|Quillon|Vent|Kestrel|Arden|GEO|TUR|BGR/;

describe('a session under the Chatham House Rule', () => {
  it('is assembled without a name, and its part is under it too', async () => {
    const meeting = await hybrid();
    await said(db, meeting, 'salt', 'GEO', { notes: ['stressed that salt is short'] });
    await said(db, meeting, 'inner', 'TUR', { written: 'Sand is cheaper than salt.' });
    await point(db, meeting, 'salt', 'offer', 'A store of salt could be shared', 'BGR');
    const { text, circulate } = await drafted(meeting);
    const ruled = text.filter(
      ({ session_id }) => session_id === meeting.sessions['salt'] || session_id === meeting.sessions['inner'],
    );
    expect(ruled.map((one) => one.text)).toContain('A participant stressed that salt is short.');
    expect(ruled.map((one) => one.text).join(' ')).not.toMatch(names);
    expect(await circulate()).toMatchObject({ ok: true });
  });
  it.each([
    ['a short name', 'This was the view of Georgia.', 'Georgia'],
    ['an adjective', 'The Georgian side agreed.', 'Georgian'],
    ['Russian, declined', 'Это предложение Грузии.', 'Грузии'],
    ['Turkish, with an ending', 'Bu Gürcistan’ın önerisidir.', 'Gürcistan’ın'],
    ['a former name', 'As Turkey had said before.', 'Turkey'],
    ['the last name of somebody who came', 'Vent agreed.', 'Vent'],
    ['a party that came and did not speak', 'Bulgaria was silent.', 'Bulgaria'],
  ])('is not circulated with %s; the refusal names the paragraph and the word', async (_, words, word) => {
    const meeting = await hybrid();
    await said(db, meeting, 'salt', 'GEO', { notes: ['stressed that salt is short'] });
    const { draft, text, circulate } = await drafted(meeting);
    const one = text.find((each) => each.text.startsWith('A participant'))!;
    await done(db, secretariat, 'drafting.paragraph.edit', {
      paragraph: one.id,
      revision: 1,
      text: `Salt is short. ${words}`,
    });
    const answer = await circulate();
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'drafting.rule.named', field: `p-${one.id}` } });
    expect(!answer.ok && answer.refusal.sentence).toContain(`“${word}”`);
    expect(!answer.ok && answer.refusal.sentence).toMatch(/^Paragraph \d+ reports/);
    // The same words about the plenary are no secret.
    await done(db, secretariat, 'drafting.paragraph.edit', { paragraph: one.id, revision: 2, text: 'Salt is short.' });
    await done(db, secretariat, 'drafting.paragraph.add', {
      draft,
      kind: 'plain',
      session: meeting.sessions['plenary'],
      text: words,
    });
    expect(await circulate()).toMatchObject({ ok: true });
  });
  it('is not left by joining it to another session, nor by moving a sentence whose source is in it', async () => {
    const meeting = await hybrid();
    await said(db, meeting, 'plenary', 'GEO', { notes: ['The passes were open'] });
    await said(db, meeting, 'salt', 'TUR', { notes: ['stressed that salt is short'] });
    const { text, circulate } = await drafted(meeting);
    const at = text.findIndex((each) => each.text.startsWith('Break-out'));
    for (const index of [at, at + 1]) {
      const now = (await textOf(db, text[0]!.draft_id)).find(({ id }) => id === text[index]!.id)!;
      await done(db, secretariat, 'drafting.paragraph.merge', { paragraph: now.id, revision: now.revision });
    }
    expect(await circulate()).toMatchObject({ ok: false, refusal: { code: 'drafting.rule.named' } });
  });
  it('what a party comments on it stays between that party and the leaders; on the plenary, everybody reads it once it is answered', async () => {
    const meeting = await hybrid();
    await said(db, meeting, 'plenary', 'GEO', { notes: ['The passes were open'] });
    await said(db, meeting, 'salt', 'TUR', { notes: ['stressed that salt is short'] });
    const { draft, text, circulate } = await drafted(meeting);
    expect(await circulate()).toMatchObject({ ok: true });
    const read = async (actor: Actor) =>
      (
        await asActor(db.database, actor, (tx) =>
          tx.selectFrom('draft_comment').select('text').where('draft_id', '=', draft).orderBy('at').execute(),
        )
      ).map((one) => one.text);
    for (const [words, comment] of [
      ['salt is short', 'Türkiye said this more softly.'],
      ['passes were open', 'Two passes were open.'],
    ] as const) {
      const written = await done<{ comment: string }>(db, meeting.focal['GEO']!, 'drafting.comment.write', {
        draft,
        version: 1,
        party: 'GEO',
        paragraph: text.find((one) => one.text.includes(words))!.id,
        text: comment,
        send: 'on',
      });
      await done(db, secretariat, 'drafting.comment.answer', {
        comment: written.comment,
        revision: 1,
        disposition: 'noted',
        reason: 'It was heard so.',
      });
    }
    for (const actor of [meeting.focal['GEO']!, secretariat, chair])
      expect(await read(actor)).toEqual(['Türkiye said this more softly.', 'Two passes were open.']);
    for (const key of ['TUR', 'BGR']) expect(await read(meeting.focal[key]!)).toEqual(['Two passes were open.']);
  });
  it('leaves no name in the published report: text, file, its properties and name, search, outcomes, export, statements', async () => {
    const meeting = await hybrid();
    await said(db, meeting, 'plenary', 'GEO', { notes: ['The passes were open'] });
    await said(db, meeting, 'salt', 'TUR', { notes: ['stressed that salt is short and dear'] });
    await point(db, meeting, 'salt', 'offer', 'A store of salt could be shared', 'TUR');
    await db.admin.query(
      `insert into meeting_session_duty (session_id, duty, ordinal, party_id, name) values ($1, 'moderator', 1, $2, 'Nadia Quillon')`,
      [meeting.sessions['salt'], meeting.parties['TUR']],
    );
    const { draft } = await drafted(meeting);
    const { revision } = await done<{ revision: number }>(db, chair, 'drafting.draft.adopt', {
      draft,
      revision: 1,
      how: 'chair',
      note: 'By letter',
    });
    const { slug } = await done<{ slug: string }>(db, chair, 'drafting.report.publish', { draft, revision });
    const page = await pageOf(db, nobody, slug);
    const ruled = page.paragraphs.filter((one) => /salt/.test(one.text));
    expect(ruled.length).toBeGreaterThan(2);
    expect(JSON.stringify(ruled)).not.toMatch(names);
    expect(page.outcomes.filter((one) => /salt/.test(one.text)).map((one) => [one.by, one.to])).toEqual([[[], []]]);
    const seen = await asActor(db.database, nobody, async (tx) => ({
      statements: (await tx.selectFrom('statement').select(['as_written', 'paragraph_id']).execute()).filter(
        ({ paragraph_id }) => ruled.some(({ id }) => id === paragraph_id),
      ),
      moderators: await tx.selectFrom('report_session_moderator').select('as_written').execute(),
      found: JSON.stringify(await search(tx, searchForm.parse({ q: 'salt', party: 'TUR' }))),
      byParty: JSON.stringify(await listOutcomes(tx, outcomeFilter.parse({ party: 'TUR' }))),
      file: await tx.selectFrom('report_version').select('file_id').executeTakeFirstOrThrow(),
    }));
    expect(seen.statements).toEqual([]);
    expect(seen.moderators).toEqual([]);
    expect(seen.found).not.toContain('salt is short');
    expect(seen.byParty).not.toContain('store of salt');
    const { name, bytes } = await asActor(db.database, nobody, async (tx) => ({
      name: (await findFile(tx, seen.file.file_id))!.name,
      bytes: (await readBytes(tx, seen.file.file_id))!,
    }));
    expect(name).toBe('2031-05-06-tirana.docx');
    for (const [part, content] of Object.entries(unzipSync(bytes))) {
      const text = strFromU8(content);
      // The list of who came, and the plenary, may name; nothing else in the file may name more.
      const about = part === 'word/document.xml' ? text.slice(text.indexOf('Break-out')) : text;
      expect(about, part).not.toMatch(/Georgia|Türkiye|Quillon|Kestrel|Vent\b/);
    }
  });
  it('is kept by the policies of the records too, whatever was written', async () => {
    const meeting = await hybrid();
    await said(db, meeting, 'salt', 'TUR', { notes: ['stressed that salt is short'] });
    await point(db, meeting, 'salt', 'recommendation', 'Buy salt in summer.');
    const { draft } = await drafted(meeting);
    const { revision } = await done<{ revision: number }>(db, secretariat, 'drafting.draft.adopt', {
      draft,
      revision: 1,
      how: 'chair',
      note: 'By letter',
    });
    const { report } = await done<{ report: string }>(db, secretariat, 'drafting.report.publish', { draft, revision });
    // As if somebody had attributed it in the tables.
    await db.admin.query(
      `insert into statement (id, report_id, version_id, paragraph_id, party_id, as_written, start_at, end_at)
       select $2, v.report_id, v.version_id, p.id, $3, 'Türkiye', v.start_at, v.end_at from paragraph p join paragraph_version v on v.paragraph_id = p.id where p.report_id = $1 and p.rule is not null limit 1`,
      [report, newId(), meeting.parties['TUR']],
    );
    await db.admin.query(
      `insert into outcome_party (outcome_id, report_id, role, ordinal, party_id, as_written) select id, report_id, 'by', 1, $2, 'Türkiye' from outcome where report_id = $1`,
      [report, meeting.parties['TUR']],
    );
    await db.admin.query(
      `insert into report_session_moderator (session_id, report_id, ordinal, party_id, as_written) select id, report_id, 1, $2, 'TUR' from report_session where report_id = $1 and rule is not null`,
      [report, meeting.parties['TUR']],
    );
    const member = await someone(db, 'member', { party: meeting.parties['GEO']! });
    const counts = (actor: Actor) =>
      asActor(
        db.database,
        actor,
        async (tx) =>
          (
            await sql<{ n: number[] }>`select array[
        (select count(*)::int from statement where report_id = ${report}), (select count(*)::int from outcome_party where report_id = ${report}),
        (select count(*)::int from report_session_moderator where report_id = ${report})] as n`.execute(tx)
          ).rows[0]!.n,
      );
    expect(await counts(chair)).toEqual([1, 1, 2]);
    for (const actor of [nobody, member]) expect(await counts(actor)).toEqual([0, 0, 0]);
  });
});

describe('a meeting that is under the rule as a whole', () => {
  it('is counted, not named, and no paragraph of it may name', async () => {
    const meeting = await heldMeeting(db, { rule: 'chatham-house' });
    await said(db, meeting, 'plenary', 'GEO', { notes: ['The passes were open'] });
    const { draft, text, circulate } = await drafted(meeting);
    expect(text.map((one) => one.text).join(' ')).not.toMatch(names);
    expect(text[1]!.text).toBe('It was attended by 5 participants from 3 countries.');
    await done(db, secretariat, 'drafting.paragraph.add', {
      draft,
      kind: 'plain',
      session: 'none',
      text: 'Georgia was thanked.',
    });
    expect(await circulate()).toMatchObject({ ok: false, refusal: { code: 'drafting.rule.named' } });
  });
});
