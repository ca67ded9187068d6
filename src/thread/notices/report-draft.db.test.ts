import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/support/database.ts';
import { assembledDraft, heldMeeting } from '../../../test/support/draft.ts';
import { doneAt } from '../../../test/support/plan.ts';
import { system } from '../../kernel/actor.ts';
import { asActor } from '../../kernel/server/db/database.ts';
import { seedRegister } from '../../modules/register/server/index.ts';
import { noticeContents } from './contents.ts';
import { reportDraftEvents } from './report-draft.ts';

const db = useDatabase();
beforeAll(() => seedRegister(db.database));

describe('of the report of a meeting those who took part are told', () => {
  it('that it is circulated, that silence begins, ends in a day, is broken, has ended: each from its own moment, never by whom', async () => {
    const meeting = await heldMeeting(db, { parties: { GEO: 1, BGR: 1, TUR: 0 } });
    const { draft } = await assembledDraft(db, meeting);
    const now = new Date();
    const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
    const local = (at: Date) => at.toISOString().slice(0, 19);
    const step = async (action: string, revision: number, more: object) =>
      (await doneAt<{ revision: number }>(db, now, system, action, { draft, revision, ...more })).revision;
    const events = async () =>
      (await db.asSystem((tx) => reportDraftEvents(tx, inDays(-31))))
        .filter(({ subject }) => subject === draft)
        .map(({ occurrence, at, people }) => ({ occurrence, at, people: people.toSorted() }));
    const took = [meeting.focal['GEO']!.personId!, meeting.focal['BGR']!.personId!].toSorted();
    const says = async (key: string) =>
      (
        await asActor(db.database, meeting.focal[key]!, (tx) =>
          noticeContents(tx, [{ id: 'n', kind: 'report-draft', subject: draft, occurrence: 'x' } as never], 'en'),
        )
      ).map(({ sentence }) => sentence);

    let revision = await step('drafting.version.circulate', 1, { due: local(inDays(10)), zone: 'UTC' });
    expect(await events()).toEqual([{ occurrence: 'circulated:1', at: now, people: took }]);
    expect([await says('GEO'), await says('TUR')]).toEqual([['draft-circulated'], []]);
    revision = await step('drafting.draft.revise', revision, {});
    const until = new Date(local(inDays(5)) + 'Z');
    await step('drafting.silence.begin', revision, { due: local(until), zone: 'UTC' });
    expect((await events()).map(({ occurrence, at }) => [occurrence, at])).toEqual([
      ['silence:2', now],
      ['ends:2', new Date(until.getTime() - 86_400_000)],
      ['adopted:2', until],
    ]);
    expect(await says('BGR')).toEqual(['draft-silence']);
    await doneAt(db, inDays(1), meeting.focal['GEO']!, 'drafting.objection.write', {
      draft,
      version: 2,
      party: 'GEO',
      kind: 'objection',
      text: 'Not so.',
    });
    expect((await events()).map(({ occurrence }) => occurrence)).toEqual(['silence:2', 'broken:2']);
    expect(await says('BGR')).toEqual(['draft-broken']);
  });
});
