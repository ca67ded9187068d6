import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { commitmentSteps, today } from '../../../../test/support/commitments.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { bodyId, call, done, partyId, refused } from '../../../../test/support/records.ts';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { seedRegister } from '../../register/server/index.ts';
import { commitmentFilter } from '../forms.ts';
import { exportCommitments } from './index.ts';

const db = useDatabase();
let secretariat: Actor, chair: Actor, georgian: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  secretariat = await someone(db, 'secretariat', { name: 'Ada Demo' });
  chair = await someone(db, 'chair', { body: await bodyId(db, 'body:senior-officials-meeting') });
  georgian = await someone(db, 'member', { party: await partyId(db, 'GEO') });
});
const { raised, page, list, outcomeOf } = commitmentSteps(db, () => ({ secretariat }));

describe('lists and silence', () => {
  test('an activity that was held is heard of; silence is asked in months; files hold what the list shows', async () => {
    const wish = 'To map the harbours.';
    const { outcome } = await outcomeOf(
      { paragraphs: [wish], startDate: '2019-10-09', outcomes: [{ words: wish }] },
      'published',
    );
    const { number } = await raised({ title: 'Map of harbours', outcomes: [outcome], audience: 'public' });
    expect((await page(number)).commitment.heard).toBe('2019-10-09');
    expect((await list({ silent: '36', sort: 'silent' })).rows.map((row) => row.number)).toContain(number);
    const { activity } = await done(db, chair, 'followup.activity.enter', {
      kind: 'study-visit',
      title: 'Visit to the harbours',
      body: 'body:senior-officials-meeting',
      starts_from: '2026-01-10',
      starts_until: '2026-01-31',
      commitments: [`C-${number}`],
      host: ['GEO'],
    });
    expect((await page(number)).commitment.heard).toBe('2019-10-09');
    expect(await call(db, chair, 'followup.activity.hold', { activity, revision: 1 })).toMatchObject({
      ok: false,
      refusal: { field: 'starts_on' },
    });
    await done(db, chair, 'followup.activity.hold', { activity, revision: 1, starts_on: '2026-01-20' });
    // Participants know of the activity, the public does not.
    expect((await page(number)).commitment.heard).toBe('2026-01-20');
    expect((await page(number, nobody)).commitment.heard).toBe('2019-10-09');
    expect((await list({ silent: '3' })).rows.map((row) => row.number)).not.toContain(number);
    const file = await asActor(db.database, secretariat, (tx) =>
      exportCommitments(tx, commitmentFilter.parse({ owner: 'GEO', state: 'all' }), today, 'csv'),
    );
    const rows = parse(Buffer.from(file.bytes), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.find((row) => row['number'] === `C-${number}`)).toMatchObject({
      title: 'Map of harbours',
      nothing_heard_since: '2026-01-20',
      owners: 'Georgia (asked)',
    });
    const all = await list({ owner: 'GEO', state: 'all' });
    expect(rows).toHaveLength(all.total);
  });
  test('each filter and order answers, and a filter nobody understands is left out', async () => {
    const total = (await list({ state: 'all' })).total;
    for (const sort of ['newest', 'oldest', 'due', 'silent', 'title'])
      expect((await list({ state: 'all', sort })).total).toBe(total);
    expect((await list({ state: 'nonsense', due: 'nonsense', silent: 'x', page: '-1' })).page).toBe(1);
    expect((await list({ mine: '1' }, georgian)).rows.every((row) => row.owners.some(({ key }) => key === 'GEO'))).toBe(
      true,
    );
    expect(
      (await list({ state: 'all' }, nobody)).rows.every((row) => row.title === 'Map of harbours' || row.number > 0),
    ).toBe(true);
  });
});

test('views are a person’s own; the same name takes the place of the earlier one', async () => {
  const view = { name: 'Mine', address: '/commitments?mine=1' };
  await done(db, georgian, 'followup.view.save', view);
  const { view: id } = await done(db, georgian, 'followup.view.save', { ...view, address: '/commitments?due=overdue' });
  expect(await refused(db, secretariat, 'followup.view.remove', { view: id })).toBe('followup.view.not-found');
  expect(await refused(db, georgian, 'followup.view.save', { name: 'Elsewhere', address: 'https://example.org' })).toBe(
    'input.invalid',
  );
  await done(db, georgian, 'followup.view.remove', { view: id });
  expect(await refused(db, georgian, 'followup.view.remove', { view: id })).toBe('followup.view.not-found');
});
