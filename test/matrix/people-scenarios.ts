import { system } from '../../src/kernel/actor.ts';
import { newId } from '../../src/kernel/ids.ts';
import { beginSession } from '../../src/kernel/server/auth/session.ts';
import { someone } from '../support/actors.ts';
import type { Scenario, Setting } from './scenarios.ts';

let count = 0;
const next = () => ++count;

const guest = ({ scope }: Setting) => ({ role: 'member', party: scope.party.id, reason: 'Letter of the ministry' });
const account = async ({ world, scope }: Setting) =>
  (await someone(world.db, 'member', { party: scope.party.id })).personId!;

async function passkey({ world, actor, scope }: Setting) {
  const id = newId();
  const owner = scope === world.own && actor.personId ? actor.personId : world.actors.system.personId;
  await world.db.admin.query(
    `insert into passkey (id, person_id, credential_id, public_key, name, created_at) values ($1, $2, $3, '\\x00', 'Key', now())`,
    [id, owner, id],
  );
  return id;
}

async function token({ world, actor, scope }: Setting) {
  const id = newId();
  const owner = scope === world.own && actor.personId ? actor.personId : world.actors.system.personId;
  await world.db.admin.query(
    `insert into api_token (id, person_id, name, hint, digest, scopes, created_at, expires_at)
      values ($1, $2, 'Statistics', 'abcd', sha256(convert_to($1::uuid::text, 'UTF8')), '{read}', now() - interval '1 hour', now() + interval '7 days')`,
    [id, owner],
  );
  return id;
}

async function session({ world, actor, runtime, scope }: Setting) {
  const owner = scope === world.own && actor.personId !== system.personId ? actor.personId : null;
  const person = owner ?? (await someone(world.db, 'member', { party: scope.party.id })).personId!;
  await beginSession(runtime, person, 'passkey', { address: '192.0.2.1', browser: 'test' }, new Headers());
  return (
    await world.db.admin.query<{ id: string }>(
      'select id from auth.session where "userId" = $1 order by "createdAt" desc limit 1',
      [person],
    )
  ).rows[0]!.id;
}

const answerOfPasskey = {
  id: 'x',
  rawId: 'x',
  type: 'public-key',
  response: { clientDataJSON: 'e30', attestationObject: 'o2M' },
};

/** Scenarios of module people: persons and their rights, passkeys, tokens, sessions. */
export const peopleScenarios: Record<string, Scenario> = {
  'people.person.invite': async (setting) => ({
    ...guest(setting),
    name: 'Delphine Sample',
    email: `guest-${next()}@example.org`,
    language: 'en',
  }),
  'people.grant.give': async (setting) => ({
    ...guest(setting),
    person: (await someone(setting.world.db, 'secretariat')).personId,
  }),
  'people.grant.end': async (setting) => {
    const person = await account(setting);
    return {
      grant: (
        await setting.world.db.admin.query<{ id: string }>('select id from access_grant where person_id = $1', [person])
      ).rows[0]!.id,
    };
  },
  'people.person.end': async (setting) => ({ person: await account(setting) }),
  'people.sample.enter': async ({ scope }) => {
    const email = `sample-${next()}@example.org`;
    const one = { name: `Sample ${email}`, email, language: 'en', role: 'member', party: scope.party.id, body: null };
    return { people: [one] };
  },
  'people.profile.change': async ({ actor }) => ({ name: actor.name, language: 'en' }),
  'people.passkey.start': async () => ({}),
  'people.passkey.add': async () => ({ name: 'Key', response: answerOfPasskey }),
  'people.passkey.name': async (setting) => ({ passkey: await passkey(setting), name: 'Other name' }),
  'people.passkey.remove': async (setting) => ({ passkey: await passkey(setting) }),
  'people.token.make': async () => ({ name: 'Statistics', scopes: ['read'], days: 7 }),
  'people.token.revoke': async (setting) => ({ token: await token(setting) }),
  'people.session.end': async (setting) => ({ session: await session(setting) }),
  'people.session.end-others': async () => ({ keep: null }),
};

/** What an action answers when everything was right, where a scenario cannot make it succeed: a passkey needs an authenticator. */
export const reached: Record<string, string> = {
  'people.passkey.add': 'people.passkey.invalid',
};
