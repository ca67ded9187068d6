import { newId } from '../../src/kernel/ids.ts';
import { someone } from '../support/actors.ts';
import { aMeeting } from '../support/meeting.ts';
import { done } from '../support/records.ts';
import type { Scenario, Setting } from './scenarios.ts';

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const person = { name: 'Somebody Invented', role: 'head' };

/** A meeting around today of the body of the scope, to which its party is invited. */
const meetingOf = ({ world, scope }: Setting) =>
  aMeeting(world.db, {
    body: scope.body.id,
    parties: [scope.party.id],
    stage: 'open',
    days: [dayFromNow(-1), dayFromNow(1)],
  });

async function written(setting: Setting) {
  const { world, scope } = setting;
  const { meeting } = await meetingOf(setting);
  const focal = await someone(world.db, 'focal-point', { party: scope.party.id });
  const first = await done<{ delegation: string; delegate: string; revision: number }>(
    world.db,
    focal,
    'delegations.delegate.add',
    { meeting, party: scope.party.key, ...person, in_room: [dayFromNow(0)] },
  );
  return { focal, ...first };
}
const step = ({ delegation, revision }: { delegation: string; revision: number }) => ({ delegation, revision });
async function submitted(setting: Setting) {
  const first = await written(setting);
  const sent = await done<{ delegation: string; revision: number }>(
    setting.world.db,
    first.focal,
    'delegations.delegation.submit',
    step(first),
  );
  return { ...first, ...sent };
}

/** The actions of delegations, each on a meeting of its own. */
export const delegationsScenarios: Record<string, Scenario> = {
  'delegations.delegate.add': async (setting) => ({
    meeting: (await meetingOf(setting)).meeting,
    party: setting.scope.party.key,
    ...person,
  }),
  'delegations.delegate.edit': async (setting) => {
    const { delegate, revision } = await written(setting);
    return { delegate, revision, ...person };
  },
  'delegations.delegate.remove': async (setting) => {
    const { delegate, revision } = await written(setting);
    return { delegate, revision };
  },
  'delegations.need.write': async (setting) => {
    const { delegate, revision } = await written(setting);
    return { delegate, revision, kind: 'dietary', text: 'No nuts' };
  },
  'delegations.need.expire': async () => ({}),
  'delegations.delegation.submit': async (setting) => step(await written(setting)),
  'delegations.delegation.take-back': async (setting) => step(await submitted(setting)),
  'delegations.delegation.approve': async (setting) => step(await submitted(setting)),
  'delegations.delegation.return': async (setting) => ({
    ...step(await submitted(setting)),
    reason: 'Names are missing',
  }),
  'delegations.check-in.record': async (setting) => {
    const sent = await submitted(setting);
    const secretariat = await someone(setting.world.db, 'secretariat');
    await done(setting.world.db, secretariat, 'delegations.delegation.approve', step(sent));
    return { id: newId(), participant: sent.delegate, at: new Date().toISOString() };
  },
};
