import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { adopted, done } from '../../../../test/support/records.ts';
import { actions } from '../../../actions.generated.ts';
import { nobody, system, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { runAction } from '../../../kernel/server/run-action.ts';
import { seedRegister } from '../../register/server/index.ts';
import {
  exportGoalsCsv,
  exportGoalsJson,
  goalPage,
  listGenerations,
  listSorts,
  seedGoals,
  type ImportPreview,
} from './index.ts';

const db = useDatabase();
let secretariat: Actor;
let chair: Actor;

beforeAll(async () => {
  await seedRegister(db.database);
  await seedGoals(db.database);
  secretariat = await someone(db, 'secretariat');
  const { rows } = await db.admin.query<{ id: string }>('select id from body limit 1');
  chair = await someone(db, 'chair', { body: rows[0]!.id });
});

const read = <T>(work: Parameters<typeof asActor<T>>[2], actor: Actor = nobody) => asActor(db.database, actor, work);
async function codeOf(actor: Actor, name: string, input: unknown): Promise<string> {
  const answer = await runAction(db.database, actions.get(name)!, actor, input, { door: 'page' });
  return answer.ok ? 'done' : answer.refusal.code;
}
const page = async (generation: string, code: string) => (await read((tx) => goalPage(tx, generation, code)))!;
const reason = 'letter of 1 June';

describe('the seed', () => {
  it('brings five generations to the public, with goals whose numbers mean different things', async () => {
    const all = await read((tx) => listGenerations(tx));
    expect(all.map(({ key, goals }) => [key, goals.length])).toEqual([
      ['bp-2013', 6],
      ['bp-2019', 6],
      ['bp-2024', 6],
      ['sdg', 9],
      ['gcm', 23],
    ]);
    const first = all.slice(0, 3).map(({ goals }) => goals[0]!.title.en);
    expect(new Set(first).size).toBe(3);
    for (const { goals } of all)
      for (const { title } of goals) expect(Object.keys(title).toSorted()).toEqual(['ar', 'en', 'ru', 'tr']);
    const { strands, themes } = await read((tx) => listSorts(tx));
    expect([strands.length, themes.length]).toEqual([4, 3]);
  });

  it('does nothing a second time, and leaves alone what was changed or withdrawn', async () => {
    expect(await seedGoals(db.database)).toBeNull();
    const count = () =>
      db.admin.query('select (select count(*) from goal) as g, (select count(*) from goal_crosswalk) as c');
    const before = (await count()).rows;
    await done(db, system, 'goals.seed.apply', {});
    expect((await count()).rows).toEqual(before);
  });
});

describe('a goal', () => {
  const edit = async (changes: object = {}) => {
    const { goal } = await page('bp-2013', '6');
    const { id, revision, code, title, source } = goal;
    return { goal: id, revision, code, ordinal: String(goal.ordinal), title, source, reason, ...changes };
  };

  it('is changed by the Secretariat, at the revision it saw, with its history kept', async () => {
    const input = await edit({ title: { en: 'Protecting refugees' }, text: { en: 'Our wording.' } });
    expect(await codeOf(nobody, 'goals.goal.edit', input)).toBe('access.sign-in');
    expect(await codeOf(chair, 'goals.goal.edit', input)).toBe('access.denied');
    expect(await codeOf(secretariat, 'goals.goal.edit', { ...input, revision: 7 })).toBe('goals.goal.changed');
    expect(await codeOf(secretariat, 'goals.goal.edit', { ...input, parent: '99' })).toBe('goals.goal.not-found');
    expect(await codeOf(secretariat, 'goals.goal.edit', { ...input, parent: '6' })).toBe('input.invalid');
    expect(await codeOf(secretariat, 'goals.goal.edit', { ...input, code: '5' })).toBe('goals.goal.exists');
    expect(await codeOf(secretariat, 'goals.goal.edit', input)).toBe('done');
    expect(await codeOf(secretariat, 'goals.goal.edit', input)).toBe('goals.goal.changed');
    expect(await codeOf(secretariat, 'goals.goal.edit', { ...input, revision: 2 })).toBe('goals.goal.state');
    const { goal, history } = await page('bp-2013', '6');
    expect(goal).toMatchObject({ title: { en: 'Protecting refugees' }, text: { en: 'Our wording.' }, revision: 2 });
    expect(history.map((line) => [line.revision, line.reason])).toEqual([
      [2, reason],
      [1, 'seed 1'],
    ]);
    expect(history[0]!.before).toMatchObject({ title: { en: 'International protection' } });
    expect(history[0]!.who).toBeNull();
  });

  it('is added under another, once', async () => {
    const input = {
      generation: 'bp-2019',
      code: '1.1',
      parent: '1',
      title: { en: 'Joint patrols' },
      source: 'annex',
      reason,
    };
    expect(await codeOf(chair, 'goals.goal.add', input)).toBe('access.denied');
    expect(await codeOf(secretariat, 'goals.goal.add', { ...input, generation: 'bp-1999' })).toBe(
      'goals.generation.not-found',
    );
    expect(await codeOf(secretariat, 'goals.goal.add', input)).toBe('done');
    expect(await codeOf(secretariat, 'goals.goal.add', input)).toBe('goals.goal.exists');
    expect((await page('bp-2019', '1')).parts).toEqual([{ code: '1.1', title: { en: 'Joint patrols' } }]);
  });

  it('never stands without its history, whoever writes', async () => {
    const write = db.asSystem((tx) =>
      tx.updateTable('goal').set({ source: 'x', revision: 2 }).where('code', '=', '3').execute(),
    );
    await expect(write).rejects.toMatchObject({ code: '23503' });
    const skip = db.asSystem((tx) => tx.updateTable('goal').set({ revision: 9 }).where('code', '=', '3').execute());
    await expect(skip).rejects.toMatchObject({ code: 'RT409' });
  });
});

describe('a generation', () => {
  const input = {
    key: 'bp-2031',
    kind: 'dialogue',
    title: { en: 'Call for Action 2031' },
    adopted_on: '2030-11-12',
    effective_from: '2030-12-01',
    effective_until: '',
    source: 'a declaration',
    reason,
  };

  it('is not added over another that is in force', async () => {
    expect(await codeOf(chair, 'goals.generation.add', input)).toBe('access.denied');
    expect(await codeOf(secretariat, 'goals.generation.add', input)).toBe('goals.generation.overlap');
    expect(await codeOf(secretariat, 'goals.generation.add', { ...input, effective_from: '2030-11-01' })).toBe(
      'input.invalid',
    );
    expect(await codeOf(secretariat, 'goals.generation.add', { ...input, key: 'bp-2013' })).toBe(
      'goals.generation.overlap',
    );
    expect(await codeOf(secretariat, 'goals.generation.add', { ...input, effective_from: '2031-01-01' })).toBe('done');
  });

  it('cannot be stretched over another, not even past the action', async () => {
    const { kind: _, key: __, ...fields } = input;
    const stretch = { ...fields, generation: 'bp-2031', revision: 1 };
    expect(await codeOf(secretariat, 'goals.generation.edit', stretch)).toBe('goals.generation.overlap');
    const moved = { ...stretch, effective_from: '2031-06-01' };
    expect(await codeOf(secretariat, 'goals.generation.edit', { ...moved, revision: 5 })).toBe(
      'goals.generation.changed',
    );
    expect(await codeOf(secretariat, 'goals.generation.edit', moved)).toBe('done');
    const write = db.asSystem((tx) =>
      tx
        .updateTable('framework_generation')
        .set({ effective_from: '2030-12-01', revision: 3 })
        .where('key', '=', 'bp-2031')
        .execute(),
    );
    await expect(write).rejects.toMatchObject({ code: '23P01' });
  });
});

describe('strands and themes', () => {
  it.each(['strand', 'theme'] as const)(
    'a %s is added, and changed at the revision that was seen, its history kept',
    async (of) => {
      const given = {
        key: 'made-up',
        ordinal: '9',
        title: { en: 'Study' },
        used_from: '2031-01-01',
        source: 'letter',
        reason,
      };
      expect(await codeOf(chair, `goals.${of}.set`, given)).not.toBe('done');
      expect(await codeOf(secretariat, `goals.${of}.set`, given)).toBe('done');
      expect(await codeOf(secretariat, `goals.${of}.set`, given)).not.toBe('done');
      const changed = { ...given, revision: '1', title: { en: 'Learning' }, used_until: '2035-01-01' };
      expect(await codeOf(secretariat, `goals.${of}.set`, changed)).toBe('done');
      expect(await codeOf(secretariat, `goals.${of}.set`, changed)).toBe(`goals.${of}.changed`);
      const sorts = await read((tx) => listSorts(tx));
      expect(sorts[`${of}s`].find(({ key }) => key === 'made-up')).toMatchObject({
        title: { en: 'Learning' },
        used_until: '2035-01-01',
        revision: 2,
      });
      const { rows } = await db.admin.query<{ title: string }>(
        `select v.after -> 'title' ->> 'en' as title from ${of}_revision v join ${of} s on s.id = v.${of}_id where s.key = 'made-up' order by v.revision`,
      );
      expect(rows.map(({ title }) => title)).toEqual(['Study', 'Learning']);
    },
  );
});

describe('a crosswalk', () => {
  const input = { from: 'bp-2019/6', to: 'sdg/10.7', relation: 'related', source: 'own reading' };

  it('ties goals of two generations once, and is read from both ends', async () => {
    expect(await codeOf(chair, 'goals.crosswalk.set', input)).toBe('access.denied');
    expect(await codeOf(secretariat, 'goals.crosswalk.set', { ...input, to: 'bp-2019/1' })).toBe(
      'goals.crosswalk.same-generation',
    );
    expect(await codeOf(secretariat, 'goals.crosswalk.set', { ...input, to: 'sdg/99' })).toBe('goals.goal.not-found');
    expect(await codeOf(secretariat, 'goals.crosswalk.set', { ...input, relation: 'broader' })).toBe('done');
    expect(await codeOf(secretariat, 'goals.crosswalk.set', { ...input, from: input.to, to: input.from })).toBe(
      'goals.crosswalk.exists',
    );
    const there = (await page('sdg', '10.7')).crosswalk.find(
      ({ code, generation }) => generation === 'bp-2019' && code === '6',
    );
    expect(there?.relation).toBe('narrower');
  });

  it('is replaced and withdrawn with what was said before kept', async () => {
    const standing = (await page('bp-2019', '6')).crosswalk.find(({ code }) => code === '10.7')!;
    expect(await codeOf(secretariat, 'goals.crosswalk.set', { ...input, replaces: standing.id })).toBe('done');
    const now = (await page('bp-2019', '6')).crosswalk.find(({ code }) => code === '10.7')!;
    expect(now.relation).toBe('related');
    expect(await codeOf(chair, 'goals.crosswalk.withdraw', { entry: now.id, reason })).toBe('access.denied');
    expect(await codeOf(secretariat, 'goals.crosswalk.withdraw', { entry: now.id, reason })).toBe('done');
    expect(await codeOf(secretariat, 'goals.crosswalk.withdraw', { entry: now.id, reason })).toBe(
      'goals.crosswalk.changed',
    );
    const { crosswalk, withdrawn } = await page('bp-2019', '6');
    expect(crosswalk.some(({ code }) => code === '10.7')).toBe(false);
    expect(withdrawn.map((line) => line.withdrawn?.reason)).toEqual(['replaced: related', reason]);
  });
});

describe('files', () => {
  it('exports read back as same in every row', async () => {
    for (const [content, format] of [
      [await read((tx) => exportGoalsCsv(tx, 'goals')), 'csv'],
      [await read((tx) => exportGoalsCsv(tx, 'crosswalks')), 'csv'],
      [await read((tx) => exportGoalsJson(tx)), 'json'],
    ] as const) {
      const { counts } = (await done(db, system, 'goals.import.preview', { content, format })) as ImportPreview;
      expect(counts).toMatchObject({ new: 0, changed: 0, error: 0 });
      expect(counts.same).toBeGreaterThan(30);
    }
  });

  it('enters what the preview showed, once', async () => {
    const content =
      'generation,code,parent,title_en,source\nbp-2024,3.1,3,Reintegration help,annex\nbp-2024,3,,Coming home,annex';
    const sheet = { content, format: 'csv' };
    const { digest, counts } = (await done(db, system, 'goals.import.preview', sheet)) as ImportPreview;
    expect(counts).toEqual({ new: 1, changed: 1, same: 0, error: 0 });
    const apply = { ...sheet, preview: digest };
    expect(await codeOf(chair, 'goals.import.apply', apply)).toBe('access.denied');
    expect(await codeOf(secretariat, 'goals.import.apply', { ...apply, preview: '0'.repeat(64) })).toBe(
      'goals.import.changed',
    );
    expect(await codeOf(secretariat, 'goals.import.apply', apply)).toBe('done');
    expect(await codeOf(secretariat, 'goals.import.apply', apply)).toBe('goals.import.changed');
    expect((await page('bp-2024', '3')).goal.title.en).toBe('Coming home');
  });
});

describe('the goal of an outcome', () => {
  it('is the one its number meant on the day of its meeting, seen by who sees the outcome', async () => {
    const words = 'Participating States should light the lake.';
    const say = (startDate: string | null, goals: number[]) => ({
      startDate,
      paragraphs: [`It opened. ${words}`],
      outcomes: [{ words, goals, kind: 'recommendation' as const }],
    });
    const goalsOf = async (report: string, actor: Actor) =>
      read(
        async (tx) =>
          tx
            .selectFrom('outcome_goal as og')
            .leftJoin('framework_generation as f', 'f.id', 'og.generation_id')
            .leftJoin('goal as g', 'g.id', 'og.goal_id')
            .select(['og.number', 'f.key', 'g.code'])
            .where('og.report_id', '=', report)
            .execute(),
        actor,
      );
    for (const [day, key] of [
      ['2018-05-01', 'bp-2013'],
      ['2019-02-20', 'bp-2019'],
      ['2024-12-31', 'bp-2019'],
      ['2025-01-01', 'bp-2024'],
      ['2012-01-01', null],
      [null, null],
    ] as const) {
      const { id } = await adopted(db, system, say(day, [1]));
      expect(await goalsOf(id, secretariat)).toEqual([{ number: 1, key, code: key === null ? null : '1' }]);
      expect(await goalsOf(id, nobody)).toEqual([]);
    }
    const { id } = await adopted(db, system, say('2020-01-01', [9]));
    expect(await goalsOf(id, secretariat)).toEqual([{ number: 9, key: 'bp-2019', code: null }]);
  });
});
