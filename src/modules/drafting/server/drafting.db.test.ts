import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { assembledDraft, heldMeeting, point, said, textOf } from '../../../../test/support/draft.ts';
import { done, pageOf, refused } from '../../../../test/support/records.ts';
import { nobody, system, type Actor } from '../../../kernel/actor.ts';
import { seedGoals } from '../../goals/server/index.ts';
import { seedRegister } from '../../register/server/index.ts';
import { draftSteps } from '../stage.ts';

const db = useDatabase();
let secretariat: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  await seedGoals(db.database);
  secretariat = await someone(db, 'secretariat');
});

describe('the stages', () => {
  it('of the database are those of the module', async () => {
    const { rows } = await db.admin.query<{ from_state: string; to_state: string }>(
      `select from_state, to_state from record_transition where thing = 'draft'`,
    );
    const own = Object.entries(draftSteps).flatMap(([from, list]) => list.map((to) => `${from} ${to}`));
    expect(rows.map((row) => `${row.from_state} ${row.to_state}`).sort()).toEqual(own.sort());
  });
});

describe('the line', () => {
  it('goes from the meeting to a published report', async () => {
    const meeting = await heldMeeting(db, { parties: { GEO: 2, BGR: 1, TUR: 2, HUN: 0 } });
    await said(db, meeting, 'plenary', 'GEO', { notes: ['The passes were open longer than in earlier winters'] });
    await said(db, meeting, 'plenary', 'TUR', { notes: ['stressed the need for a common table of closing hours'] });
    await point(db, meeting, 'plenary', 'recommendation', 'Keep one list of passes with their closing hours.');
    await point(db, meeting, 'plenary', 'offer', 'host a meeting of road services in spring 2032', 'BGR');
    const draft = await assembledDraft(db, meeting);
    const text = await textOf(db, draft.draft);
    expect(text.map((one) => one.text)).toEqual([
      'The Meeting on Mountain Passes was held in Tirana, Albania, and online on 6–8 May 2031.',
      'It was attended by 5 participants from 3 countries: Bulgaria, Georgia and Türkiye.',
      'opening',
      'plenary',
      'Georgia noted that the passes were open longer than in earlier winters.',
      'Türkiye stressed the need for a common table of closing hours.',
      'Bulgaria offered to host a meeting of road services in spring 2032.',
      'The participants made the following suggestions:',
      'Keep one list of passes with their closing hours.',
      'closing',
    ]);
    const adopted = await done<{ revision: number }>(db, secretariat, 'drafting.draft.adopt', {
      draft: draft.draft,
      revision: 1,
      how: 'in-meeting',
      note: 'Adopted on screen on the last day.',
    });
    const { slug } = await done<{ slug: string }>(db, secretariat, 'drafting.report.publish', {
      draft: draft.draft,
      revision: adopted.revision,
    });
    const page = await pageOf(db, nobody, slug);
    expect(page.outcomes.map((one) => [one.kind, one.state, one.text])).toEqual([
      ['offer', 'confirmed', 'Bulgaria offered to host a meeting of road services in spring 2032.'],
      ['recommendation', 'confirmed', 'Keep one list of passes with their closing hours.'],
    ]);
    expect(
      await refused(db, system, 'drafting.report.publish', { draft: draft.draft, revision: adopted.revision + 1 }),
    ).toBe('drafting.draft.state');
  });
});

describe('papers of a session', () => {
  it('are reported with their tie as far as everybody may see them, and follow when one is taken away', async () => {
    const meeting = await heldMeeting(db, { stage: 'open' });
    const paper = async (title: string, more: { access?: string; session?: string | null; filed?: boolean } = {}) => {
      const { access = 'public', session = 'plenary', filed = true } = more;
      const { paper: id } = await done<{ paper: string }>(db, secretariat, 'meetings.paper.add', {
        meeting: meeting.meeting,
        session: session && meeting.sessions[session],
        title: { en: title },
        access,
      });
      if (filed)
        await done(db, secretariat, 'meetings.paper.upload', {
          paper: id,
          language: 'en',
          file: { name: 'paper.txt', bytes: new TextEncoder().encode(title) },
        });
      return id;
    };
    const first = await paper('On salt');
    const second = await paper('On sand');
    await paper('For leaders', { access: 'leaders' });
    await paper('For the invited', { access: 'invited' });
    await paper('For participants', { access: 'participants' });
    await paper('Of the whole meeting', { session: null });
    await paper('Promised', { filed: false });
    const { draft } = await assembledDraft(db, meeting);
    const told = async () => (await textOf(db, draft)).filter(({ text }) => text.includes('had before it'));
    const [one, ...others] = await told();
    expect(others).toEqual([]);
    expect(one!.text).toBe('The session had before it the papers “On salt” and “On sand”.');
    const { rows } = await db.admin.query(
      'select paper_id from draft_source where paragraph_id = $1 order by ordinal',
      [one!.id],
    );
    expect(rows).toEqual([{ paper_id: first }, { paper_id: second }]);
    await done(db, secretariat, 'meetings.paper.remove', { paper: second, revision: 1 });
    await done(db, secretariat, 'drafting.draft.assemble', { meeting: meeting.meeting });
    expect((await told()).map(({ text }) => text)).toEqual(['The session had before it the paper “On salt”.']);
  });
});
