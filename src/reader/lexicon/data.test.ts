import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findParty, nameStatus, parties } from './index.ts';
import { states } from './states.generated.ts';

const shared = process.env.REDTHREAD_SHARED ?? '../shared';

it('has the 193 members and two observers of the United Nations, and every name in four languages', () => {
  expect(states.filter((state) => state.un === 'member')).toHaveLength(193);
  expect(states.filter((state) => state.un === 'observer').map((state) => state.key)).toEqual(['VAT', 'PSE']);
  for (const state of states) {
    expect(Object.values(state.names).every((name) => name.trim() !== '')).toBe(true);
    expect(state.names.ru).toMatch(/\p{Script=Cyrillic}/u);
    expect(state.names.ar).toMatch(/\p{Script=Arabic}/u);
  }
});

it('is what the generator makes today', () => {
  execFileSync(process.execPath, ['tools/generate-states.ts', '--check']);
});

it('has each key once and dates that run forwards', () => {
  const keys = [...parties().values()].map((party) => party.key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const party of parties().values()) {
    for (const name of party.names) {
      if (name.from !== undefined && name.until !== undefined) expect(name.from < name.until, name.name).toBe(true);
      if (name.decidedOn !== undefined && name.from !== undefined) expect(name.decidedOn <= name.from).toBe(true);
    }
    if (party.partOf !== undefined) expect(parties().has(party.partOf), party.partOf).toBe(true);
    for (const { key } of party.successors ?? []) expect(parties().has(key), key).toBe(true);
  }
});

it('agrees with ISO 3166-1 on every code', () => {
  const path = join(shared, 'schemas/iso/iso_3166-1.json');
  if (!existsSync(path)) {
    console.log(`left out: comparison with ISO 3166-1, ${path} is not there`);
    return;
  }
  const iso = JSON.parse(readFileSync(path, 'utf8'))['3166-1'] as {
    alpha_2: string;
    alpha_3: string;
    numeric: string;
  }[];
  const ours = states.filter((state) => state.key !== 'XKX').map(({ alpha2, key, numeric }) => [alpha2, key, numeric]);
  const theirs = iso.map((entry) => [entry.alpha_2, entry.alpha_3, entry.numeric]);
  const byKey = (a: (string | null)[], b: (string | null)[]): number => (String(a[1]) < String(b[1]) ? -1 : 1);
  expect(ours.sort(byKey)).toEqual(theirs.sort(byKey));
});

it('knows the dated names of the reference data, each outside its time on the other side of the change', () => {
  const path = join(shared, 'reference/reference-data.json');
  if (!existsSync(path)) {
    console.log(`left out: dated names of the reference data, ${path} is not there`);
    return;
  }
  interface Change {
    entity: string;
    kind: string;
    from: string;
    to: string;
    effective: string;
  }
  const changes = (JSON.parse(readFileSync(path, 'utf8')) as { name_changes: Change[] }).name_changes;
  const checked: string[] = [];
  for (const { from, to, effective } of changes) {
    const older = findParty(from);
    const newer = findParty(to);
    if (older === null || newer === null || older.party !== newer.party) continue;
    const year = Number(effective.slice(0, 4));
    const usual = nameStatus(from, older.party, `${year + 2}-01-01`)?.status;
    // "Czech Republic" stayed the formal name, "Netherlands" the short one.
    if (!['CZE', 'NLD'].includes(older.party)) expect(usual, from).toBe('outside-period');
    // "Libya" was its short name all along.
    if (newer.party !== 'LBY')
      expect(nameStatus(to, newer.party, `${year - 2}-12-31`)?.status, to).toBe('outside-period');
    checked.push(older.party);
  }
  const wanted = [
    'COD',
    'TLS',
    'BOL',
    'CPV',
    'CZE',
    'SWZ',
    'MKD',
    'TUR',
    'NLD',
    'PSE',
    'BLR',
    'org:iom',
    'org:osce',
    'org:unodc',
    'org:euaa',
    'org:selec',
    'org:rcc',
  ];
  expect(wanted.filter((party) => !checked.includes(party))).toEqual([]);
});
