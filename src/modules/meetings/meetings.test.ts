import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dayIn, localOf } from '../../kernel/wall-clock.ts';
import { offeredZones } from '../../kernel/zones.ts';
import { frames, meetingSlug, movedByDays, prepared, templates } from './template.ts';
import { answerStateAt, nextStepOn } from './stage.ts';
import { flat, inAgendaOrder, mayBePartOf, moved, treeOf, withParts, type Placed } from './tree.ts';

const template = fc.constantFrom(...templates);
const zone = fc.constantFrom(...offeredZones, 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Kathmandu');
const firstDay = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }).toString());

describe('a template', () => {
  it('holds every session within its days, in order, each at the hour the clock of the place shows once', () => {
    fc.assert(
      fc.property(template, firstDay, zone, (of, day, place) => {
        const made = prepared(of, day, place);
        expect(Temporal.PlainDate.from(day).until(made.lastDay).days).toBe(frames[of].days - 1);
        let before = 0;
        for (const { startsAt, endsAt } of made.sessions) {
          expect(startsAt.getTime()).toBeGreaterThanOrEqual(before);
          expect(endsAt.getTime()).toBeGreaterThan(startsAt.getTime());
          before = endsAt.getTime();
          for (const moment of [startsAt, endsAt]) {
            expect(dayIn(moment, place) >= day && dayIn(moment, place) <= made.lastDay).toBe(true);
            expect(localOf(moment, place)).toMatch(/T\d{2}:(00|15|30)$/);
          }
        }
        expect(made.sessions[0]!.kind).toBe('opening');
        expect(made.sessions.at(-1)!.kind).toBe('closing');
      }),
    );
  });
  it('asks for answers before delegations, and for both before the first day, at six in the evening there', () => {
    fc.assert(
      fc.property(template, firstDay, zone, (of, day, place) => {
        const { answersDue, delegationsDue, sessions } = prepared(of, day, place);
        expect(answersDue < delegationsDue && delegationsDue < sessions[0]!.startsAt).toBe(true);
        for (const due of [answersDue, delegationsDue]) expect(localOf(due, place)).toMatch(/T1[89]:00$/);
      }),
    );
  });
  it('moves with its first day: what is prepared for a day and moved is what is prepared for the other day', () => {
    fc.assert(
      fc.property(template, firstDay, zone, fc.integer({ min: -400, max: 400 }), (of, day, place, days) => {
        const other = Temporal.PlainDate.from(day).add({ days }).toString();
        const there = prepared(of, day, place).sessions.map(({ startsAt }) => movedByDays(startsAt, place, days));
        expect(there).toEqual(prepared(of, other, place).sessions.map(({ startsAt }) => startsAt));
      }),
    );
  });
  it('gives an address of its own', () => {
    expect(meetingSlug('2031-05-06', 'thematic', new Set())).toBe('2031-05-06-thematic');
    expect(meetingSlug('2031-05-06', 'other', new Set(['2031-05-06-meeting', '2031-05-06-meeting-2']))).toBe(
      '2031-05-06-meeting-3',
    );
  });
});

describe('an answer', () => {
  const due = new Date('2031-04-08T16:00:00Z');
  const at = (ms: number) => new Date(due.getTime() + ms);
  it('is in time up to and including the moment it is asked for by', () => {
    expect([-1, 0, 1].map((ms) => answerStateAt(at(ms), due, at(9)))).toEqual(['answered', 'answered', 'late']);
    expect([-1, 0, 1].map((ms) => answerStateAt(null, due, at(ms)))).toEqual(['awaited', 'awaited', 'missing']);
    expect(answerStateAt(null, null, at(9))).toBe('awaited');
  });
});

describe('the next step', () => {
  it('follows from the stage and the day', () => {
    const meeting = { stage: 'draft' as const, startDay: '2031-05-06', savedDateAt: null };
    expect(nextStepOn(meeting, '2031-01-01')).toBe('save-date');
    expect(nextStepOn({ ...meeting, savedDateAt: new Date() }, '2031-01-01')).toBe('call');
    expect(nextStepOn({ ...meeting, stage: 'called' }, '2031-05-05')).toBe('await');
    expect(nextStepOn({ ...meeting, stage: 'called' }, '2031-05-06')).toBe('open');
    expect(nextStepOn({ ...meeting, stage: 'closed' }, '2031-05-09')).toBe('report');
  });
});

describe('the agenda', () => {
  /** A random forest: each session is part of one before it, or of none. */
  const forest = fc.array(fc.nat(), { minLength: 1, maxLength: 12 }).map((picks) =>
    picks.map((pick, index): Placed => ({
      id: `s${index}`,
      parentId: index === 0 || pick % 3 === 0 ? null : `s${pick % index}`,
      ordinal: ((pick * 7) % 5) + 1,
    })),
  );
  it('names every session once, each after the one it is part of', () => {
    fc.assert(
      fc.property(forest, (sessions) => {
        const order = inAgendaOrder(sessions);
        expect(order.toSorted()).toEqual(sessions.map(({ id }) => id).toSorted());
        for (const { id, parentId } of sessions)
          if (parentId) expect(order.indexOf(parentId)).toBeLessThan(order.indexOf(id));
      }),
    );
  });
  it('moved down and up again is as before, and parts stay with their session', () => {
    fc.assert(
      fc.property(forest, fc.nat(), (sessions, pick) => {
        const { id } = sessions[pick % sessions.length]!;
        const down = moved(sessions, id, 'down');
        if (down === null) return;
        const renumbered = sessions.map((one) => ({ ...one, ordinal: down.indexOf(one.id) + 1 }));
        expect(inAgendaOrder(renumbered)).toEqual(down);
        expect(moved(renumbered, id, 'up')).toEqual(inAgendaOrder(sessions));
        const parts = withParts(sessions, id);
        expect(down.slice(down.indexOf(id), down.indexOf(id) + parts.length).toSorted()).toEqual(parts.toSorted());
      }),
    );
  });
  it('keeps a session out of itself and of its parts', () => {
    fc.assert(
      fc.property(forest, (sessions) => {
        for (const { id } of flat(treeOf(sessions)))
          for (const part of withParts(sessions, id)) expect(mayBePartOf(sessions, id, part)).toBe(false);
      }),
    );
  });
});
