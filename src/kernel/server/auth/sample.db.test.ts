import { describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { useRuntime } from '../../../../test/support/runtime.ts';
import { readSettings, WrongSettings } from '../../../settings.ts';
import type { Runtime } from '../runtime.ts';
import { sampleAllowed, samplePeople, signInAsSample } from './sample.ts';

const db = useDatabase();
const runtime = useRuntime(db, { REDTHREAD_MODE: 'sample' });
const from = { address: '127.0.0.1', browser: 'test' };
const mark = (mode: string | null) =>
  db.asSystem(async (tx) => {
    if (mode === null) return;
    await tx
      .insertInto('setting')
      .values({ name: 'mode', value: mode })
      .onConflict((c) => c.column('name').doUpdateSet({ value: mode }))
      .execute();
  });
const live = (): Runtime => ({ ...runtime, settings: readSettings({ REDTHREAD_MODE: 'live' }) });
const sampled = (env: Record<string, string>, origin = runtime.origin): Runtime => ({
  ...runtime,
  origin,
  settings: readSettings({ REDTHREAD_MODE: 'sample', ...env }),
});

describe('one-click sign-in has three locks, and each alone keeps it shut', () => {
  it('no mark in the database: nobody to be, whatever the settings say', async () => {
    const secretary = await someone(db, 'secretariat');
    expect(await samplePeople(runtime)).toEqual([]);
    await expect(signInAsSample(runtime, secretary.personId!, from, new Headers())).rejects.toMatchObject({
      code: 'access.sample',
    });
    await mark('live');
    await expect(signInAsSample(runtime, secretary.personId!, from, new Headers())).rejects.toMatchObject({
      code: 'access.sample',
    });
  });

  it('live mode on a database with the mark: refused', async () => {
    await mark('sample');
    const secretary = await someone(db, 'secretariat');
    expect(await samplePeople(live())).toEqual([]);
    await expect(signInAsSample(live(), secretary.personId!, from, new Headers())).rejects.toMatchObject({
      code: 'access.sample',
    });
    const { rows } = await db.admin.query('select count(*)::int as n from auth.session');
    expect(rows[0].n).toBe(0);
  });

  it.each([
    ['https://redthread.example.org', {}],
    ['http://192.168.1.20:3000', {}],
    ['http://127.0.0.1.example.org', {}],
    ['http://localhost.example.org', {}],
    ['http://localhost:3000', { HOST: '0.0.0.0' }],
  ])('reachable from elsewhere (%s %o): refused unless the operator says so', async (origin, env) => {
    await mark('sample');
    const secretary = await someone(db, 'secretariat');
    const open = sampled(env, origin);
    expect(sampleAllowed(open)).toBe(false);
    await expect(signInAsSample(open, secretary.personId!, from, new Headers())).rejects.toMatchObject({
      code: 'access.sample',
    });
    expect(sampleAllowed(sampled({ ...env, REDTHREAD_SAMPLE_PUBLIC: 'yes' }, origin))).toBe(true);
  });

  it('the permission to show it elsewhere opens nothing in live mode', () => {
    const settings = readSettings({ REDTHREAD_MODE: 'live', REDTHREAD_SAMPLE_PUBLIC: 'yes' });
    expect(sampleAllowed({ origin: 'http://localhost:3000', settings })).toBe(false);
  });

  it('a server database can not be in sample mode at all', () => {
    expect(() => readSettings({ REDTHREAD_MODE: 'sample', DATABASE_URL: 'postgresql://u@h/d' })).toThrow(WrongSettings);
  });

  it('the mark can not be set by anybody who signs in', async () => {
    for (const role of ['secretariat', 'administrator'] as const) {
      const actor = await someone(db, role);
      const { introduce } = await import('../db/database.ts');
      const attempt = db.database.app.transaction().execute(async (tx) => {
        await introduce(tx, actor);
        await tx
          .insertInto('setting')
          .values({ name: `mode-${role}`, value: 'sample' })
          .execute();
      });
      await expect(attempt).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('all three open: the people of the sample, never Redthread itself, and nobody who is not in the list', async () => {
    await mark('sample');
    const secretary = await someone(db, 'secretariat', { name: 'Sample Secretary' });
    const people = await samplePeople(runtime);
    expect(people.map((one) => one.role)).not.toContain('system');
    expect((await signInAsSample(runtime, secretary.personId!, from, new Headers())).person).toBe(secretary.personId);
    await expect(
      signInAsSample(runtime, '00000000-0000-7000-8000-000000000001', from, new Headers()),
    ).rejects.toMatchObject({ code: 'access.sample' });
  });
});
