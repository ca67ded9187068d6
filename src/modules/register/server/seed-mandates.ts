import type { MandateRole, Term } from '../mandate.ts';
import { governance, workingGroups } from './seed-bodies.ts';

/** Who leads the bodies, as public record. Lists of attendance were not used: attendance is no mandate. */
export interface SeedMandate extends Term {
  body: string;
  party: string;
  role: MandateRole;
  source: string;
  note: string | null;
}

function since(beginsFrom: string | null, beginsUntil: string): Term {
  return { beginsFrom, beginsUntil, endsFrom: null, endsUntil: null };
}

/** Days are as wide as the sources leave them: "seen in this role on" is the latest first day. */
export const seedMandates: readonly SeedMandate[] = [
  {
    body: 'budapest-process',
    party: 'HUN',
    role: 'chair',
    beginsFrom: '1993-01-01',
    beginsUntil: '1993-12-31',
    endsFrom: '2006-01-01',
    endsUntil: '2006-01-31',
    source: governance,
    note: 'The source gives years, and January 2006 for the change.',
  },
  {
    body: 'budapest-process',
    party: 'TUR',
    role: 'chair',
    ...since('2006-01-01', '2006-01-31'),
    source: governance,
    note: null,
  },
  {
    body: 'budapest-process',
    party: 'HUN',
    role: 'co-chair',
    ...since('2006-01-01', '2006-01-31'),
    source: governance,
    note: 'The source names Hungary co-chair without a day of its own.',
  },
  {
    body: 'budapest-process',
    party: 'org:icmpd',
    role: 'secretariat',
    ...since('1994-01-01', '1994-12-31'),
    source: governance,
    note: null,
  },
  {
    body: 'budapest-process',
    party: 'AFG',
    role: 'member',
    beginsFrom: null,
    beginsUntil: '2021-07-31',
    endsFrom: '2021-08-01',
    endsUntil: '2021-08-31',
    source: 'budapestprocess.org, the history: participation until August 2021',
    note: 'Since when is not known to the register.',
  },
  {
    body: 'secretariat',
    party: 'org:icmpd',
    role: 'secretariat',
    ...since('1994-01-01', '1994-12-31'),
    source: governance,
    note: null,
  },
  {
    body: 'wg-south-east-europe',
    party: 'MKD',
    role: 'chair',
    ...since('2010-01-01', '2022-05-19'),
    source: workingGroups,
    note: 'In the role at the joint meeting of May 2022.',
  },
  {
    body: 'wg-black-sea',
    party: 'BGR',
    role: 'chair',
    ...since('2010-01-01', '2019-10-09'),
    source: workingGroups,
    note: 'In the role at the joint meeting of October 2019 and at the Senior Officials Meeting of December 2021.',
  },
  {
    body: 'wg-silk-routes',
    party: 'AFG',
    role: 'chair',
    beginsFrom: '2010-01-01',
    beginsUntil: '2019-10-09',
    endsFrom: '2019-10-10',
    endsUntil: '2021-12-02',
    source: 'Summary of the joint meeting of the regional working groups, Skopje, October 2019',
    note: 'The summary names Afghanistan among the chairs of regional working groups without saying which; that it was this one is inferred.',
  },
  {
    body: 'wg-silk-routes',
    party: 'TUR',
    role: 'chair',
    ...since(null, '2021-12-02'),
    source: 'Summary of the Senior Officials Meeting of 2 December 2021',
    note: null,
  },
  {
    body: 'reference-group',
    party: 'SWE',
    role: 'rapporteur',
    ...since('2021-03-01', '2021-06-30'),
    source: governance,
    note: 'Rapporteur since the group was set up.',
  },
  {
    body: 'colep',
    party: 'BGR',
    role: 'co-chair',
    ...since('2022-01-01', '2023-05-04'),
    source: 'budapestprocess.org, third COLEP meeting, 4 May 2023',
    note: null,
  },
  {
    body: 'colep',
    party: 'IRQ',
    role: 'co-chair',
    ...since('2022-01-01', '2023-05-04'),
    source: 'budapestprocess.org, third COLEP meeting, 4 May 2023',
    note: null,
  },
  {
    body: 'twg-return-reintegration',
    party: 'TUR',
    role: 'co-chair',
    ...since(null, '2025-05-23'),
    source: 'icmpd.org, 23 May 2025',
    note: null,
  },
  {
    body: 'twg-return-reintegration',
    party: 'BGD',
    role: 'co-chair',
    ...since(null, '2025-05-23'),
    source: 'icmpd.org, 23 May 2025',
    note: null,
  },
];
