import { system, type Actor } from '../../src/kernel/actor.ts';
import { newId } from '../../src/kernel/ids.ts';
import { someone } from '../support/actors.ts';
import { adopted, done } from '../support/records.ts';
import type { Scenario, Setting } from './scenarios.ts';

let count = 0;
const next = () => ++count;

interface Made {
  commitment: string;
  owner: string;
  addressee: string;
  outcome: string;
}
const rowOf = async <T>({ world }: Setting, query: string, values: unknown[]): Promise<T> =>
  (await world.db.admin.query(query, values)).rows[0] as T;

async function confirmedOutcome({ world, scope }: Setting): Promise<string> {
  const words = `Participating States should meet on ferry ${next()} every spring.`;
  const { id } = await adopted(
    world.db,
    system,
    { paragraphs: [words], outcomes: [{ words }] },
    { bodies: [scope.body.id], stage: 'checked' },
  );
  const { rows } = await world.db.admin.query<{ id: string }>('select id from outcome where report_id = $1', [id]);
  await done(world.db, system, 'records.outcome.confirm', { outcome: rows[0]!.id, revision: 1 });
  return rows[0]!.id;
}

const content = ({ scope }: Setting) => ({
  title: `Ferry ${next()} meetings`,
  body: scope.body.key,
  audience: 'participants',
});

/** Held by the party of the scope, followed up by its body, addressed to its party. */
async function made(setting: Setting): Promise<Made> {
  const { world, scope } = setting;
  const outcome = await confirmedOutcome(setting);
  const { commitment } = await done(world.db, system, 'followup.commitment.raise', {
    ...content(setting),
    outcomes: [outcome],
    owners: [scope.party.key],
    addressees: [scope.party.key],
  });
  return {
    commitment: commitment!,
    outcome,
    ...(await rowOf<{ owner: string; addressee: string }>(
      setting,
      'select (select id from commitment_owner where commitment_id = $1) as owner, (select id from commitment_addressee where commitment_id = $1) as addressee',
      [commitment],
    )),
  };
}
/** Somebody of the scope's party, who makes the steps before. */
const holder = ({ world, scope }: Setting): Promise<Actor> => someone(world.db, 'member', { party: scope.party.id });

const step = async (setting: Setting) => ({ commitment: (await made(setting)).commitment, revision: 1 });
const closed = async (setting: Setting) => {
  const { commitment, revision } = await step(setting);
  await done(setting.world.db, system, 'followup.commitment.withdraw', {
    commitment,
    revision,
    reason: 'Not any more.',
  });
  return { commitment, revision: 2, reason: 'After all.' };
};
const ownerStep = async (setting: Setting) => ({ owner: (await made(setting)).owner, revision: 1 });
async function claimed(setting: Setting) {
  const { owner, revision } = await ownerStep(setting);
  await done(setting.world.db, await holder(setting), 'followup.commitment.complete', { owner, revision });
  return { owner, revision: 2 };
}
const progress = { day: '2024-05-02', text: 'A first meeting was held.', audience: 'participants' };
async function reported(setting: Setting) {
  const { owner } = await made(setting);
  const value = await done(setting.world.db, await holder(setting), 'followup.commitment.report', {
    owner,
    ...progress,
  });
  return { progress: value.progress, reason: 'The day was wrong.' };
}

const activityContent = (setting: Setting) => ({
  kind: 'training',
  title: `Training ${next()} on ferries`,
  body: setting.scope.body.key,
  starts_from: '2024-03-01',
  host: [setting.scope.party.key],
});
async function activity(setting: Setting, first?: string) {
  const { activity: id } = await done(setting.world.db, system, 'followup.activity.enter', activityContent(setting));
  const input = { activity: id, revision: 1 };
  if (!first) return input;
  await done(setting.world.db, system, `followup.activity.${first}`, { ...input, reason: 'Storm.' });
  return { ...input, revision: 2 };
}

const view = () => ({ name: `Mine ${next()}`, address: '/commitments?mine=1' });

/** The things of follow-up belong to the party and the body of the scope: the party owns, the body follows up. */
export const followupScenarios: Record<string, Scenario> = {
  'followup.commitment.raise': async (setting) => ({
    ...content(setting),
    outcomes: [await confirmedOutcome(setting)],
    owners: [setting.scope.party.key],
  }),
  'followup.commitment.edit': async (setting) => ({ ...(await step(setting)), ...content(setting) }),
  'followup.commitment.add-outcome': async (setting) => ({
    ...(await step(setting)),
    outcome: await confirmedOutcome(setting),
  }),
  'followup.commitment.remove-outcome': async (setting) => {
    const { commitment, outcome } = await made(setting);
    return { commitment, outcome, revision: 1 };
  },
  'followup.commitment.add-owner': async (setting) => ({ ...(await step(setting)), owner: 'org:unhcr' }),
  'followup.commitment.take-on': async (setting) => ({ ...(await ownerStep(setting)), words: 'Gladly.' }),
  'followup.commitment.decline': async (setting) => ({ ...(await ownerStep(setting)), reason: 'No ferries.' }),
  'followup.commitment.complete': ownerStep,
  'followup.commitment.confirm-completion': claimed,
  'followup.commitment.return-claim': async (setting) => ({ ...(await claimed(setting)), reason: 'Not yet.' }),
  'followup.commitment.release-owner': async (setting) => ({ ...(await ownerStep(setting)), reason: 'It left.' }),
  'followup.commitment.ask-owner-again': async (setting) => {
    const { owner, revision } = await ownerStep(setting);
    await done(setting.world.db, await holder(setting), 'followup.commitment.decline', {
      owner,
      revision,
      reason: 'No ferries.',
    });
    return { owner, revision: 2 };
  },
  'followup.commitment.ask-update': async (setting) => ({
    owner: (await made(setting)).owner,
    note: 'How does it stand?',
  }),
  'followup.commitment.report': async (setting) => ({ owner: (await made(setting)).owner, ...progress }),
  'followup.commitment.respond': async (setting) => ({
    addressee: (await made(setting)).addressee,
    revision: 1,
    response: 'supported',
  }),
  'followup.commitment.withdraw': async (setting) => ({ ...(await step(setting)), reason: 'Not any more.' }),
  'followup.commitment.supersede': async (setting) => {
    const { number } = await done<{ number: number }>(setting.world.db, system, 'followup.commitment.raise', {
      ...content(setting),
      owners: [setting.scope.party.key],
    });
    return { ...(await step(setting)), by: `C-${number}`, reason: 'The same in better words.' };
  },
  'followup.commitment.reopen': closed,
  'followup.progress.correct': async (setting) => ({ ...(await reported(setting)), ...progress }),
  'followup.progress.withdraw': reported,
  'followup.activity.enter': async (setting) => activityContent(setting),
  'followup.activity.enter-planned': async ({ scope }) => ({
    plan: '/plan/2099-2100',
    body: scope.body.key,
    entries: [
      {
        plan_entry: `/plan/2099-2100/versions/1#e-${next()}`,
        kind: 'training',
        title: 'A training',
        lead: [scope.party.key],
      },
    ],
  }),
  'followup.activity.edit': async (setting) => ({ ...(await activity(setting)), ...activityContent(setting) }),
  'followup.activity.confirm': (setting) => activity(setting),
  'followup.activity.hold': (setting) => activity(setting),
  'followup.activity.postpone': async (setting) => ({ ...(await activity(setting)), reason: 'Storm.' }),
  'followup.activity.cancel': async (setting) => ({ ...(await activity(setting)), reason: 'Storm.' }),
  'followup.activity.reopen': (setting) => activity(setting, 'cancel'),
  'followup.view.save': async () => view(),
  'followup.view.remove': async ({ world, actor, scope }) => {
    const id = newId();
    const person =
      scope === world.own && actor.personId ? actor.personId : (await someone(world.db, 'secretariat')).personId!;
    const { name, address } = view();
    await world.db.admin.query(
      'insert into saved_view (id, person_id, name, address, at) values ($1, $2, $3, $4, now())',
      [id, person, name, address],
    );
    return { view: id };
  },
};
