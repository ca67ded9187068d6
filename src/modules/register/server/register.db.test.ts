import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '../../../kernel/server/db/database.ts';
import { nobody } from '../../../kernel/actor.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { parties } from '../../../reader/lexicon/index.ts';
import { rosterOn } from '../roster.ts';
import { bodyPage, exportCsv, listParties, partyPage, resolveNames, seedRegister } from './index.ts';

const db = useDatabase();
beforeAll(async () => void (await seedRegister(db.database)));

const asPublic = <T>(work: Parameters<typeof asActor<T>>[2]): Promise<T> => asActor(db.database, nobody, work);

describe('the seeded register', () => {
  it('holds every party of the lexicon once, and a second seeding changes nothing', async () => {
    expect(await seedRegister(db.database)).toBeNull();
    const listed = await asPublic((tx) => listParties(tx));
    const wanted = [...parties().values()].filter((party) => party.kind !== 'body').map((party) => party.key);
    expect(listed.map((party) => party.key).sort()).toEqual(wanted.sort());
  });

  it('takes in what an older seed lacked, and leaves what is there alone', async () => {
    const count = async () => (await db.admin.query('select count(*)::int as n from party_name')).rows[0].n;
    const before = await count();
    await db.admin.query(`update setting set value = '0' where name = 'register.seed'`);
    expect(await seedRegister(db.database)).not.toBeNull();
    expect(await count()).toBe(before);
    expect(await seedRegister(db.database)).toBeNull();
  });

  it('prints today’s names to the public, in four languages, and names of a day on request', async () => {
    const name = async (key: string, language: string, day?: string) =>
      (await asPublic((tx) => listParties(tx, { language, day: day ?? null }))).find((party) => party.key === key)
        ?.name;
    expect(await name('TUR', 'en')).toBe('Türkiye');
    expect(await name('TUR', 'en', '2016-12-15')).toBe('Turkey');
    expect(await name('HUN', 'ru')).toBe('Венгрия');
    expect(await name('HUN', 'ar')).toBe('هنغاريا');
    expect(await name('MKD', 'en', '2016-12-15')).toBe('the former Yugoslav Republic of Macedonia');
    expect(await name('org:euaa', 'tr')).toBe('European Union Agency for Asylum');
  });

  it('sorts the former Yugoslav Republic under M', async () => {
    const listed = await asPublic((tx) => listParties(tx, { kinds: ['state'], day: '2016-12-15' }));
    const order = listed.sort((a, b) => a.sortKey.localeCompare(b.sortKey, 'en')).map((party) => party.key);
    expect(order.indexOf('MKD')).toBeGreaterThan(order.indexOf('LUX'));
    expect(order.indexOf('MKD')).toBeLessThan(order.indexOf('MNE'));
  });

  it('tells the chair of any day, and where it is not sure', async () => {
    const page = await asPublic((tx) => bodyPage(tx, 'body:budapest-process', 'en'));
    const key = new Map(page.parties.map((party) => [party.id, party.key]));
    const chairs = (day: string) =>
      rosterOn(page.mandates, day)
        .filter((line) => line.role === 'chair')
        .map((line) => `${key.get(line.mandate.partyId)} ${line.certainty}`);
    expect(chairs('1992-01-01')).toEqual([]);
    expect(chairs('1993-05-01')).toEqual(['HUN uncertain']);
    expect(chairs('2000-01-01')).toEqual(['HUN certain']);
    expect(chairs('2006-01-15')).toEqual(['HUN uncertain', 'TUR uncertain']);
    expect(chairs('2024-01-01')).toEqual(['TUR certain']);
  });

  it('shows a former state with its successors, and a code given twice', async () => {
    const page = await asPublic((tx) => partyPage(tx, 'CSK', 'en'));
    expect(page.successors.map((one) => one.party.key).sort()).toEqual(['CZE', 'SVK']);
    expect(page.party.name).toBe('Czechoslovakia');
    const scg = await asPublic((tx) => partyPage(tx, 'SCG', 'en'));
    const alpha2 = [...page.codes, ...scg.codes]
      .filter((code) => code.scheme === 'iso3166-1-alpha2')
      .map((code) => code.code);
    expect(alpha2).toEqual(['CS', 'CS']);
  });

  it('refuses a page of a party that is not there', async () => {
    await expect(asPublic((tx) => partyPage(tx, 'XXX', 'en'))).rejects.toMatchObject({
      code: 'register.party.not-found',
    });
  });
});

describe('names of a document', () => {
  const resolve = (names: string[], day: string) => asPublic((tx) => resolveNames(tx, names, day));
  const keyOf = async (id: string) => (await asPublic((tx) => listParties(tx, { ids: [id] })))[0]?.key;

  it.each([
    ['the former Yugoslav Republic of Macedonia', '2016-12-15', 'MKD', true],
    ['TURKIYE', '2019-10-09', 'TUR', false],
    ['European Asylum Support Office (EASO)', '2021-12-02', 'org:euaa', true],
    ['European Asylum Support Office (EASO)', '2023-01-01', 'org:euaa', false],
    ['Regional Initiative for issues of migration, asylum and refugees', '2019-10-09', 'org:marri', true],
    ['Россия', '2020-01-01', 'RUS', true],
    ['Ruritania', '2020-01-01', null, false],
    ['Российская Федерация', '2020-01-01', 'RUS', true],
  ])('%s on %s is %s', async (written, day, key, timely) => {
    const answer = (await resolve([written], day)).get(written);
    if (key === null) expect(answer?.kind).toBe('unknown');
    else {
      expect(answer).toMatchObject({ kind: 'found', timely });
      expect(answer?.kind === 'found' && (await keyOf(answer.partyId))).toBe(key);
    }
  });

  it('offers near misses and does not take them', async () => {
    const answer = (await resolve(['Kyrgistan'], '2020-01-01')).get('Kyrgistan');
    expect(answer?.kind).toBe('unknown');
    if (answer?.kind !== 'unknown') return;
    expect(await keyOf(answer.suggestions[0]?.partyId ?? '')).toBe('KGZ');
    expect((await resolve(['zzzz qqqq'], '2020-01-01')).get('zzzz qqqq')).toEqual({ kind: 'unknown', suggestions: [] });
  });

  it('asks when one written name means two parties', async () => {
    expect((await resolve(['guam'], '2020-01-01')).get('guam')?.kind).toBe('ambiguous');
  });
});

it('exports what anybody may read', async () => {
  const csv = await asPublic((tx) => exportCsv(tx, 'mandates'));
  expect(csv.split('\r\n')[0]).toBe(
    'body,party,role,begins_from,begins_until,ends_from,ends_until,source,source_link,note',
  );
  expect(csv).toContain('body:budapest-process,HUN,chair,1993-01-01,1993-12-31,2006-01-01,2006-01-31');
});
