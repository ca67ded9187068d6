import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { someone } from '../../../test/support/actors.ts';
import { useDatabase } from '../../../test/support/database.ts';
import { doneAt } from '../../../test/support/plan.ts';
import { partyId } from '../../../test/support/records.ts';
import { useRuntime } from '../../../test/support/runtime.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Letter } from '../../kernel/server/mail/letter.ts';
import { sendDue } from '../../kernel/server/mail/outbox.ts';
import { seedGoals } from '../../modules/goals/server/index.ts';
import { seedRegister } from '../../modules/register/server/index.ts';
import { tellPeople, writeNotice } from './tell.ts';

const db = useDatabase();
const runtime = useRuntime(db, { MAIL_FROM: 'Test Secretariat <meetings@redthread.example.org>' });
let secretariat: Actor, georgian: Actor, bulgarian: Actor, member: Actor, observer: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  await seedGoals(db.database);
  runtime.writeNotice = (mail) => writeNotice(runtime, mail);
  secretariat = await someone(db, 'secretariat');
  georgian = await someone(db, 'focal-point', { party: await partyId(db, 'GEO'), name: 'Nino Sample' });
  bulgarian = await someone(db, 'focal-point', { party: await partyId(db, 'BGR'), name: 'Boyan Sample' });
  member = await someone(db, 'member', { party: await partyId(db, 'GEO') });
  observer = await someone(db, 'observer', { party: await partyId(db, 'org:iom') });
});

const day = 86_400_000;
/** Noon of a day soon, so that nothing waits for the end of a night. */
const noon = Math.floor(Date.now() / day) * day + day / 2;
const on = (days: number, hours = 0) => new Date(noon + days * day + hours * 3_600_000);
const iso = (days: number) => on(days).toISOString().slice(0, 10);

const facts = {
  title: 'Test Meeting on Lakes',
  first_day: iso(60),
  last_day: iso(61),
  place: 'Tirana, Albania',
  mode: 'hybrid',
  zone: 'Europe/Tirane',
  languages: ['en'],
  ordering: 'short-name-en',
  list_published: 'on',
  answers_due: `${iso(20)}T18:00`,
};
interface Made {
  meeting: string;
  slug: string;
  revision: number;
}
let made: Made;
beforeEach(async () => {
  await db.admin.query(
    `delete from notice; delete from mail;
     update meeting_call set stage = 'cancelled', cancelled_reason = 'the next test', revision = revision + 1 where stage in ('draft', 'called');
     update meeting_call set saved_date_at = null, called_at = null, revision = revision + 1`,
  );
  made = await doneAt<Made>(db, on(-5), secretariat, 'meetings.call.prepare', {
    template: 'working-group',
    title: facts.title,
    bodies: ['body:wg-silk-routes'],
    first_day: facts.first_day,
    place: facts.place,
    zone: facts.zone,
  });
  await db.admin.query(
    'update meeting_invitation set withdrawn_at = at, revision = revision + 1 where meeting_id = $1',
    [made.meeting],
  );
  await doneAt(db, on(-5), secretariat, 'meetings.invitation.add', {
    meeting: made.meeting,
    parties: ['GEO', 'BGR', 'org:iom'],
    standing: 'member',
  });
});
const act = (at: Date, name: string, more: Record<string, unknown> = {}) =>
  db.admin
    .query<{ revision: number }>('select revision from meeting_call where meeting_id = $1', [made.meeting])
    .then(({ rows }) =>
      doneAt(db, at, secretariat, name, { meeting: made.meeting, revision: rows[0]!.revision, ...more }),
    );
/** What mails about meetings say that were caused at a moment: to whom, and as what for the calendar. */
async function told(at: Date): Promise<{ person: Actor; letter: Letter }[]> {
  await tellPeople(runtime, at);
  const { rows } = await db.admin.query<{ id: string; person_id: string }>(
    `select m.id, m.person_id from mail m where sent_at is null and exists (select from notice n where n.mail_id = m.id and n.kind like 'meeting%') order by m.id`,
  );
  const letters: { person: Actor; letter: Letter }[] = [];
  for (const { id, person_id } of rows) {
    const person = [secretariat, georgian, bulgarian, member, observer].find(({ personId }) => personId === person_id)!;
    const letter = await writeNotice(
      runtime,
      {
        id,
        template: 'notice',
        person: person_id,
        language: 'en',
        to: { name: person.name, address: `${person_id}@example.org` },
      },
      at,
    );
    await db.admin.query('update mail set sent_at = now() where id = $1', [id]);
    if (letter) letters.push({ person, letter });
  }
  return letters;
}
const event = (letter: Letter) => {
  const calendar = new ICAL.Component(ICAL.parse(letter.calendar!.text));
  const one = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: one.uid,
    sequence: one.sequence,
    start: one.startDate.toString(),
    location: one.location,
    stamp: String(one.component.getFirstPropertyValue('dtstamp')),
  };
};
const names = (letters: { person: Actor }[]) => letters.map(({ person }) => person.name).sort();
const focalPoints = () => [georgian.name, bulgarian.name, observer.name].sort();

describe('of a meeting, focal points of its parties are told', () => {
  it('its date, then the invitation, then each change, then that it is cancelled: once each, under one identity, in a rising sequence', async () => {
    expect(await told(on(-4))).toEqual([]);
    await act(on(-3), 'meetings.date.send');
    const date = await told(on(-3, 1));
    expect(names(date)).toEqual(focalPoints());
    expect(date[0]!.letter.subject).toContain('Save the date');
    expect(date.map(({ letter }) => event(letter).method)).toEqual(['PUBLISH', 'PUBLISH', 'PUBLISH']);
    expect(await told(on(-3, 2))).toEqual([]);

    await act(on(-2), 'meetings.call.send');
    const call = await told(on(-2, 1));
    expect(names(call)).toEqual(focalPoints());
    const georgia = call.find(({ person }) => person === georgian)!.letter;
    expect(georgia.subject).toBe('Georgia is invited to “Test Meeting on Lakes”');
    expect(georgia.calendar!.text).toMatch(/ATTENDEE[^]*mailto:/i);
    expect(georgia.calendar!.text).not.toContain(bulgarian.personId!);
    expect(georgia.text).toContain(`/meetings/${made.slug}`);
    expect(await told(on(-2, 2))).toEqual([]);

    await act(on(-1), 'meetings.call.edit', { ...facts, theme: { en: 'Boats' } });
    expect(await told(on(-1, 1))).toEqual([]);
    await act(on(0), 'meetings.call.edit', {
      ...facts,
      first_day: iso(70),
      last_day: iso(71),
      place: 'Sofia, Bulgaria',
    });
    const change = await told(on(0, 1));
    expect(names(change)).toEqual(focalPoints());
    expect(event(change[0]!.letter)).toMatchObject({ method: 'REQUEST', start: iso(70), location: 'Sofia, Bulgaria' });

    await act(on(1), 'meetings.call.cancel', { reason: 'The hall is under water.' });
    const end = await told(on(1, 1));
    expect(names(end)).toEqual(focalPoints());
    expect(await told(on(1, 2))).toEqual([]);

    const seen = [date, call, change, end].map((letters) =>
      event(letters.find(({ person }) => person === georgian)!.letter),
    );
    expect(new Set(seen.map(({ uid }) => uid))).toEqual(new Set([made.meeting]));
    expect(seen.map(({ method }) => method)).toEqual(['PUBLISH', 'REQUEST', 'REQUEST', 'CANCEL']);
    for (const [before, after] of [
      [0, 1],
      [1, 2],
      [2, 3],
    ] as const)
      expect(seen[after]!.sequence).toBeGreaterThan(seen[before]!.sequence);
  });

  it('that their invitation was withdrawn, and that they are invited again, with a sequence that rises for them alone', async () => {
    await act(on(-3), 'meetings.call.send');
    const first = event((await told(on(-3, 1))).find(({ person }) => person === georgian)!.letter);
    const { rows } = await db.admin.query<{ id: string; revision: number }>(
      `select i.id, i.revision from meeting_invitation i join party p on p.id = i.party_id where meeting_id = $1 and p.key = 'GEO'`,
      [made.meeting],
    );
    await doneAt(db, on(-2), secretariat, 'meetings.invitation.withdraw', {
      invitation: rows[0]!.id,
      revision: rows[0]!.revision,
    });
    const off = await told(on(-2, 1));
    expect(names(off)).toEqual([georgian.name]);
    expect(off[0]!.letter.subject).toContain('was withdrawn');
    await doneAt(db, on(-1), secretariat, 'meetings.invitation.add', {
      meeting: made.meeting,
      parties: ['GEO'],
      standing: 'guest',
    });
    const again = await told(on(-1, 1));
    expect(names(again)).toEqual([georgian.name]);
    const turns = [first, event(off[0]!.letter), event(again[0]!.letter)];
    expect(turns.map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL', 'REQUEST']);
    expect(turns[1]!.sequence).toBeGreaterThan(turns[0]!.sequence);
    expect(turns[2]!.sequence).toBeGreaterThan(turns[1]!.sequence);
  });

  it('to answer, fourteen and three days before and when late, those alone who have not answered', async () => {
    await act(on(-3), 'meetings.call.send');
    await told(on(-3, 1));
    const { rows } = await db.admin.query<{ id: string; revision: number }>(
      `select i.id, i.revision from meeting_invitation i join party p on p.id = i.party_id where meeting_id = $1 and p.key = 'GEO'`,
      [made.meeting],
    );
    await doneAt(db, on(-2), georgian, 'meetings.invitation.answer', {
      invitation: rows[0]!.id,
      revision: rows[0]!.revision,
      answer: 'accepted',
    });
    const due = await db.admin.query<{ days: number }>(
      `select extract(day from answers_due - $2::timestamptz)::int as days from meeting_call where meeting_id = $1`,
      [made.meeting, on(0)],
    );
    const left = due.rows[0]!.days;
    const waiting = [bulgarian.name, observer.name].sort();
    expect(await told(on(left - 16))).toEqual([]);
    for (const before of [13, 2, -2]) {
      const letters = await told(on(left - before));
      expect([before, names(letters)]).toEqual([before, waiting]);
      expect(letters[0]!.letter.calendar).toBeUndefined();
      expect(await told(on(left - before, 1))).toEqual([]);
    }
  });

  it('by a mail whose calendar part says its method', async () => {
    await act(on(-3), 'meetings.call.send');
    await tellPeople(runtime, on(-3, 1));
    const folder = join(runtime.dataDir, 'mail');
    await mkdir(folder, { recursive: true });
    await db.admin.query('update mail set next_at = now() where sent_at is null');
    await sendDue(runtime);
    const mails = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
    expect(mails).toHaveLength(3);
    for (const mail of mails) expect(mail).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
  });
});
