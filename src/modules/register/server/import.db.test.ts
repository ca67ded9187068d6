import { beforeAll, describe, expect, it } from 'vitest';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import type { Action } from '../../../kernel/action.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { runAction } from '../../../kernel/server/run-action.ts';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import {
  applyRegisterImport,
  bodyPage,
  exportCsv,
  exportJson,
  idsOfKeys,
  partyPage,
  previewRegisterImport,
  seedRegister,
} from './index.ts';

const db = useDatabase();
let secretariat: Actor;
let member: Actor;
let focalPoint: Actor;

beforeAll(async () => {
  await seedRegister(db.database);
  const ids = await asActor(db.database, nobody, (tx) => idsOfKeys(tx, ['BGR']));
  secretariat = await someone(db, 'secretariat');
  member = await someone(db, 'member', { party: ids.get('BGR')! });
  focalPoint = await someone(db, 'focal-point', { party: ids.get('BGR')! });
});

const call = <I, V>(action: Action<I, V>, actor: Actor, input: unknown) =>
  runAction(db.database, action, actor, input, { door: 'page' });
const codeOf = async (
  answer: Promise<{ ok: true; value: unknown } | { ok: false; refusal: { code: string } }>,
): Promise<string> => {
  const result = await answer;
  return result.ok ? 'done' : result.refusal.code;
};
const read = <T>(actor: Actor, work: Parameters<typeof asActor<T>>[2]): Promise<T> => asActor(db.database, actor, work);

describe('import', () => {
  const csv = [
    'party,kind,language,form,name,used_from,used_until,source',
    'GEO,,fr,short,Géorgie,,,a list',
    'NVX,territory,en,short,Novaland,,,a list',
    'QQQ,,en,short,Nowhere,,,a list',
  ].join('\n');

  it('previews for the Secretariat and enters exactly what the preview showed', async () => {
    expect(await codeOf(call(previewRegisterImport, focalPoint, { content: csv, format: 'csv' }))).toBe(
      'access.denied',
    );
    const preview = await call(previewRegisterImport, secretariat, { content: csv, format: 'csv' });
    if (!preview.ok) throw preview.refusal;
    expect(preview.value.counts).toEqual({ new: 2, changed: 0, same: 0, error: 1 });
    const apply = { content: csv, format: 'csv', preview: preview.value.digest };
    expect(await codeOf(call(applyRegisterImport, member, apply))).toBe('access.denied');
    expect(await codeOf(call(applyRegisterImport, secretariat, { ...apply, preview: '0'.repeat(64) }))).toBe(
      'register.import.changed',
    );
    expect(await codeOf(call(applyRegisterImport, secretariat, apply))).toBe('done');
    expect(await codeOf(call(applyRegisterImport, secretariat, apply))).toBe('register.import.changed');
    expect((await read(nobody, (tx) => partyPage(tx, 'NVX', 'en'))).party.kind).toBe('territory');
  });

  it('takes its own exports back as "same", every row', async () => {
    const exports = [
      ['csv', await read(nobody, (tx) => exportCsv(tx, 'names'))],
      ['csv', await read(nobody, (tx) => exportCsv(tx, 'mandates'))],
      ['json', await read(nobody, (tx) => exportJson(tx))],
    ] as const;
    for (const [format, content] of exports) {
      const preview = await call(previewRegisterImport, secretariat, { content, format });
      if (!preview.ok) throw preview.refusal;
      expect(preview.value.lines.filter((line) => line.status !== 'same')).toEqual([]);
      expect(preview.value.counts.same).toBeGreaterThan(5);
    }
  });

  it('corrects a mandate that a file states otherwise', async () => {
    const file =
      'body,party,role,begins_from,begins_until,source\nbody:colep,IRQ,co-chair,2022-01-01,2022-12-31,a later paper';
    const preview = await call(previewRegisterImport, secretariat, { content: file, format: 'csv' });
    if (!preview.ok) throw preview.refusal;
    expect(preview.value.lines[0]?.status).toBe('changed');
    expect(
      await codeOf(
        call(applyRegisterImport, secretariat, { content: file, format: 'csv', preview: preview.value.digest }),
      ),
    ).toBe('done');
    const page = await read(nobody, (tx) => bodyPage(tx, 'body:colep', 'en'));
    expect(page.mandates.filter((mandate) => mandate.replacesId !== null)).toMatchObject([
      { beginsUntil: '2022-12-31', withdrawnAt: null },
    ]);
  });
});
