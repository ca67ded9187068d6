import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import {
  head,
  step,
  delegationPeople,
  delegationSteps,
  type Step,
} from '../../../../test/support/delegation-people.ts';
import { callAt } from '../../../../test/support/plan.ts';
import { done, refused } from '../../../../test/support/records.ts';
import { nobody, system, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { delegationDesk } from './index.ts';

const db = useDatabase();
let secretariat: Actor,
  chair: Actor,
  member: Actor,
  focal: Actor,
  bulgaria: Actor,
  observer: Actor,
  administrator: Actor;
let parties: string[], body: string;
beforeAll(async () => {
  ({ body, parties, secretariat, chair, member, focal, bulgaria, observer, administrator } =
    await delegationPeople(db));
});
const { called, begun, approved, page, list } = delegationSteps(db, () => ({ body, parties, focal, secretariat }));

describe('who sees what', () => {
  it('a draft and its needs exist for the people of the party alone', async () => {
    const meeting = await called();
    const first = await begun(meeting);
    await done(db, member, 'delegations.need.write', {
      delegate: first.delegate,
      revision: first.revision,
      kind: 'dietary',
      text: 'no-nuts-canary',
    });
    expect((await page(member, meeting))!.delegates[0]!.needs).toMatchObject([
      { kind: 'dietary', text: 'no-nuts-canary', deleteOn: '2031-06-07' },
    ]);
    expect(await page(bulgaria, meeting)).toBeNull();
    for (const actor of [secretariat, chair]) expect((await page(actor, meeting))!.delegates).toEqual([]);
    const desk = await asActor(db.database, secretariat, (tx) => delegationDesk(tx, meeting.slug, 'en', new Date()));
    expect(desk!.lines.find(({ party }) => party === 'GEO')!).toMatchObject({ standing: 'awaited', needs: 0 });
    const foreign = await asActor(db.database, bulgaria, (tx) => delegationDesk(tx, meeting.slug, 'en', new Date()));
    expect(foreign!.lines.map(({ party }) => party)).toEqual(['BGR']);
  });

  it('submitted needs: the party and the Secretariat; not the chair, not another party, not an observer', async () => {
    const meeting = await called();
    const first = await begun(meeting);
    const second = await done<Step>(db, focal, 'delegations.need.write', {
      delegate: first.delegate,
      revision: first.revision,
      kind: 'visa-letter',
      text: 'passport-canary',
    });
    await done(db, focal, 'delegations.delegation.submit', step({ ...first, ...second }));
    const texts = async (actor: Actor) => {
      const { rows } = await asActor(db.database, actor, async (tx) => ({
        rows: await tx.selectFrom('delegate_need').select('text').where('delegate_id', '=', first.delegate).execute(),
      }));
      return rows.length;
    };
    expect(await Promise.all([secretariat, focal, member].map(texts))).toEqual([1, 1, 1]);
    expect(await Promise.all([chair, bulgaria, observer, administrator, nobody].map(texts))).toEqual([0, 0, 0, 0, 0]);
    expect((await page(chair, meeting))!.delegates[0]!.needs).toEqual([]);
  });

  it('under the Chatham House Rule no delegation gets the list of the others', async () => {
    const meeting = await called({ rule: 'chatham-house' });
    await approved(meeting);
    expect(await list(bulgaria, meeting)).toMatchObject({ withheld: true, people: 0 });
    expect((await list(focal, meeting))!.people).toBe(1);
    expect(await list(chair, meeting)).toMatchObject({ withheld: false, people: 1 });
  });

  it('states stand before organisations, by the alphabet of the ordering', async () => {
    const meeting = await called();
    await approved(meeting);
    const theirs = await done<Step>(db, bulgaria, 'delegations.delegate.add', {
      meeting: meeting.meeting,
      party: 'BGR',
      ...head({ name: 'Boris Invented' }),
    });
    const sent = await done<Step>(db, bulgaria, 'delegations.delegation.submit', step(theirs));
    await done(db, secretariat, 'delegations.delegation.approve', step(sent));
    expect((await list(secretariat, meeting))!.parties.map(({ key }) => key)).toEqual(['BGR', 'GEO']);
  });
});

describe('needs are deleted by themselves', () => {
  it('on their day and not before, drafts included; the audit holds no word of them', async () => {
    const meeting = await called();
    const first = await begun(meeting);
    await done(db, focal, 'delegations.need.write', {
      delegate: first.delegate,
      revision: first.revision,
      kind: 'visa-letter',
      text: 'passport-canary',
    });
    const count = async () =>
      Number(
        (await db.admin.query('select count(*) from delegate_need where delegate_id = $1', [first.delegate])).rows[0]!
          .count,
      );
    await callAt(db, new Date('2031-06-06T23:59:59Z'), system, 'delegations.need.expire', {});
    expect(await count()).toBe(1);
    expect(await refused(db, secretariat, 'delegations.need.expire', {})).toBe('access.denied');
    expect(await callAt(db, new Date('2031-06-07T00:00:00Z'), system, 'delegations.need.expire', {})).toMatchObject({
      ok: true,
    });
    expect(await count()).toBe(0);
    const { rows } = await db.admin.query(`select count(*) from log_entry where sentence like '%passport-canary%'`);
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('with the person they are of', async () => {
    const meeting = await called();
    const first = await begun(meeting);
    const second = await done<Step>(db, focal, 'delegations.need.write', {
      delegate: first.delegate,
      revision: first.revision,
      kind: 'access',
      text: 'A ramp',
    });
    await done(db, focal, 'delegations.delegate.remove', { delegate: first.delegate, revision: second.revision });
    expect(
      (await db.admin.query('select 1 from delegate_need where delegate_id = $1', [first.delegate])).rowCount,
    ).toBe(0);
  });
});
