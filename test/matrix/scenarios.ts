import { holds, system, type Actor } from '../../src/kernel/actor.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { Runtime } from '../../src/kernel/server/runtime.ts';
import { adopted, done, readingOf, received, type Written } from '../support/records.ts';
import { calendarScenarios } from './calendar-scenarios.ts';
import { delegationsScenarios } from './delegations-scenarios.ts';
import { draftingScenarios } from './drafting-scenarios.ts';
import { goalScenarios } from './goals-scenarios.ts';
import { followupScenarios } from './followup-scenarios.ts';
import { tieScenarios } from './ties-scenarios.ts';
import { peopleScenarios } from './people-scenarios.ts';
import { meetingScenarios } from './meetings-scenarios.ts';
import { planScenarios } from './plan-scenarios.ts';
import { floorScenarios } from './floor-scenarios.ts';
import type { Scope, World } from './world.ts';

export interface Setting {
  world: World;
  runtime: Runtime;
  /** What the thing belongs to: the asker's own body or party, or another. */
  scope: Scope;
  /** Who will ask; for things that belong to a person. */
  actor: Actor;
}

/** Makes a fresh thing to act on, with everything right but perhaps the asker, and answers the input of the action. */
export type Scenario = (setting: Setting) => Promise<unknown>;

let count = 0;
const next = () => ++count;
const georgia = { party: 'GEO', asWritten: 'Georgia' };

function written(): Written {
  const n = next();
  const words = `Participating States should count the boats of lake ${n} every spring.`;
  return {
    title: `Test Meeting ${n} on Lakes`,
    paragraphs: [`The meeting opened. ${words}`, `A second paragraph about harbour ${n} follows.`],
    outcomes: [{ words, confidence: 0.99, by: [georgia] }],
    states: [georgia],
    statements: [{ words, by: georgia }],
    findings: [{ words: `harbour ${n}` }],
  };
}

async function report({ world, scope }: Setting, stage: 'received' | 'checked' | 'published' = 'received') {
  const { id } = await adopted(world.db, system, written(), { bodies: [scope.body.id], stage });
  const { rows } = await world.db.admin.query<{ outcome: string; finding: string; revision: number; text: string }>(
    `select (select id from outcome where report_id = r.id limit 1) as outcome, (select id from finding where report_id = r.id limit 1) as finding,
      r.revision, (select text from report_version v where v.id = r.version_id) as text from report r where r.id = $1`,
    [id],
  );
  return { report: id, ...rows[0]! };
}

async function outcomeOf(setting: Setting) {
  const { outcome, report: id, text } = await report(setting);
  const { rows } = await setting.world.db.admin.query<{ revision: number }>(
    'select revision from outcome where id = $1',
    [outcome],
  );
  return { outcome, revision: rows[0]!.revision, report: id, words: /Participating States[^.]+\./.exec(text)![0] };
}
const step = async (setting: Setting) => {
  const { outcome, revision } = await outcomeOf(setting);
  return { outcome, revision };
};
const stepOf = async (setting: Setting, stage: 'received' | 'checked' | 'published') => {
  const { report: id, revision } = await report(setting, stage);
  return { report: id, revision };
};
const fields = (words: string) => ({
  kind: 'recommendation',
  words,
  start: '',
  by: [],
  to: [],
  goals: [],
  when_from: '',
  when_until: '',
  when_as_written: '',
});

const entry = async ({ world }: Setting, table: string, where: string, values: unknown[]) =>
  (
    await world.db.admin.query<{ id: string }>(
      `select id from ${table} where ${where} order by recorded_at desc, id desc limit 1`,
      values,
    )
  ).rows[0]!.id;

async function name(setting: Setting) {
  const { party } = setting.scope;
  const input = { party: party.key, form: 'alias', name: `Alias ${next()}`, source: 'a letter' };
  await done(setting.world.db, system, 'register.name.record', input);
  return { ...input, entry: await entry(setting, 'party_name', 'party_id = $1 and name = $2', [party.id, input.name]) };
}

/** Each with a party of its own, because the register forgets nothing and lets no two mandates overlap. */
async function mandateInput({ world, scope }: Setting) {
  const party = `org:mandate-${next()}`;
  const made = { key: party, kind: 'organisation', name: `Organisation ${party}`, source: 'its statutes' };
  await done(world.db, system, 'register.party.record', made);
  return { body: scope.body.key, party, role: 'donor', beginsUntil: '2020-01-01', source: 'minutes' };
}
async function mandate(setting: Setting) {
  await done(setting.world.db, system, 'register.mandate.record', await mandateInput(setting));
  return entry(setting, 'mandate', `role = 'donor'`, []);
}

const appointmentInput = ({ scope }: Setting) => ({
  function: 'contributor',
  party: scope.party.key,
  name: 'Invented Person',
  email: `invented-${next()}@example.org`,
  beginsUntil: '2024-01-01',
  evidence: 'letter 1/2024',
});
async function appointment(setting: Setting) {
  const input = appointmentInput(setting);
  await done(setting.world.db, system, 'register.appointment.record', input);
  return entry(setting, 'appointment', `person_id = (select id from person where email = $1)`, [input.email]);
}

const sheet = ({ scope }: Setting) => ({
  content: `party,form,name,source
${scope.party.key},alias,Sheet name ${next()},a letter`,
  format: 'csv',
});

/** A file sent in by the asker where they may do that, and read; else by Redthread itself. */
const sentIn = ({ world, actor, scope }: Setting) =>
  received(world.db, scope === world.own && holds(actor, 'chair') ? actor : system, readingOf(written()));

/** One for every registered action; an action without one fails the test. */
export const scenarios: Record<string, Scenario> = {
  ...calendarScenarios,
  ...delegationsScenarios,
  ...draftingScenarios,
  ...goalScenarios,
  ...meetingScenarios,
  ...planScenarios,
  ...floorScenarios,

  ...peopleScenarios,
  'records.file.receive': async () => ({ files: [{ name: 'test.txt', bytes: new TextEncoder().encode(newId()) }] }),
  'records.import.read': async ({ world }) => {
    const bytes = new TextEncoder().encode(newId());
    const { received: files } = await done<{ received: { import: string }[] }>(
      world.db,
      system,
      'records.file.receive',
      { files: [{ name: 'test.txt', bytes }] },
    );
    return { import: files[0]!.import, result: { ok: true, reading: readingOf(written()) } };
  },
  'records.import.adopt': async (setting) => ({
    import: await sentIn(setting),
    bodies: [setting.scope.body.id],
    names: [],
  }),
  'records.import.discard': async (setting) => ({ import: await sentIn(setting) }),
  'records.report.correct': async (setting) => ({
    ...(await stepOf(setting, 'received')),
    import: await sentIn(setting),
    names: [],
  }),
  'records.report.check': (setting) => stepOf(setting, 'received'),
  'records.report.publish': (setting) => stepOf(setting, 'checked'),
  'records.report.reopen': (setting) => stepOf(setting, 'checked'),
  'records.meeting.edit': async (setting) => ({
    ...(await stepOf(setting, 'received')),
    title: `Another title ${next()}`,
    bodies: [setting.scope.body.id],
  }),
  'records.outcome.add': async (setting) => {
    const { report: id, text } = await report(setting);
    return { report: id, ...fields(/A second paragraph[^.]+\./.exec(text)![0]) };
  },
  'records.outcome.confirm': step,
  'records.outcome.reject': step,
  'records.outcome.edit': async (setting) => {
    const { outcome, revision, words } = await outcomeOf(setting);
    return { outcome, revision, confirm: true, ...fields(words) };
  },
  'records.outcome.reopen': async (setting) => {
    const { outcome, revision } = await step(setting);
    await done(setting.world.db, system, 'records.outcome.confirm', { outcome, revision });
    return { outcome, revision: revision + 1 };
  },
  'records.outcome.undo': async (setting) => {
    const { outcome, revision } = await step(setting);
    const { batch } = await done(setting.world.db, system, 'records.outcome.confirm', { outcome, revision });
    const { personId } = setting.actor;
    // A step of the asker's own, however it came about.
    if (personId)
      await setting.world.db.admin.query(`alter table outcome_revision disable trigger all;
        update outcome_revision set by = '${personId}' where batch = '${batch}'; alter table outcome_revision enable trigger all`);
    return { batch };
  },
  'records.outcome.confirm-certain': async (setting) => ({ report: (await report(setting)).report }),
  'records.finding.dismiss': async (setting) => ({
    finding: (await report(setting)).finding,
    reason: 'It is right as it stands.',
  }),

  'register.party.record': async () => {
    const key = `org:test-${next()}`;
    return { key, kind: 'organisation', name: `Organisation ${key}`, source: 'its statutes' };
  },
  'register.name.record': async ({ scope }) => ({
    party: scope.party.key,
    form: 'alias',
    name: `Alias ${next()}`,
    source: 'a letter',
  }),
  'register.name.correct': async (setting) => {
    const { entry: id, form, name: alias, source } = await name(setting);
    return { entry: id, form, name: `${alias} corrected`, source, reason: 'a typing error' };
  },
  'register.name.withdraw': async (setting) => ({ entry: (await name(setting)).entry, reason: 'a typing error' }),
  'register.mandate.record': mandateInput,
  'register.mandate.end': async (setting) => ({
    entry: await mandate(setting),
    endsFrom: '2025-01-01',
    source: 'minutes',
  }),
  'register.mandate.correct': async (setting) => ({
    entry: await mandate(setting),
    beginsUntil: '1999-01-01',
    source: 'minutes',
    reason: 'wrong year',
  }),
  'register.appointment.record': async (setting) => appointmentInput(setting),
  'register.appointment.end': async (setting) => ({
    entry: await appointment(setting),
    endsFrom: '2025-01-01',
    source: 'letter 3/2025',
  }),
  'register.import.preview': async (setting) => sheet(setting),
  'register.import.apply': async (setting) => {
    const input = sheet(setting);
    const { digest } = await done(setting.world.db, system, 'register.import.preview', input);
    return { ...input, preview: digest };
  },
  'register.seed.apply': async () => ({}),
  ...followupScenarios,
  ...tieScenarios(report),
};
