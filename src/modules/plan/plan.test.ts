import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cycleSlug,
  cycleStages,
  cycleSteps,
  maySubmit,
  nextStepAt,
  partyStateAt,
  reminderAt,
  type CycleStage,
} from './cycle.ts';
import { instantOf, isZone, localOf } from '../../kernel/wall-clock.ts';
import { offeredZones } from '../../kernel/zones.ts';
import { planDifference, type PrintedFields } from './difference.ts';
import { mergeContents, mergeTexts, sameContent, tidyContent, type EntryContent } from './entry.ts';

const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

describe('the stages of a cycle', () => {
  test('lead from the call to the endorsement, through comments and a revision, whatever way is taken', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 30 }), (choices) => {
        const way: CycleStage[] = ['call'];
        for (const choice of choices) {
          const steps = cycleSteps[way.at(-1)!];
          if (steps.length > 0) way.push(steps[choice % steps.length]!);
        }
        if (way.at(-1) === 'endorsed') expect(way).toEqual(expect.arrayContaining([...cycleStages]));
        expect(way.filter((stage) => stage === 'endorsed').length).toBeLessThanOrEqual(1);
        expect(way.indexOf('comments')).not.toBe(0);
      }),
    );
  });
  test('have a next step each', () => {
    const due = new Date('2027-03-31T16:00Z');
    const at = (
      stage: CycleStage,
      day: string,
      more: { outstanding?: number; openComments?: number; issued?: boolean } = {},
    ) =>
      nextStepAt(
        { stage, inputsDue: due, commentsDue: due, outstanding: 1, openComments: 0, issued: false, ...more },
        new Date(day),
      );
    expect(at('call', '2027-01-01')).toBe('open');
    expect(at('inputs', '2027-03-31T16:00Z')).toBe('await-inputs');
    expect(at('inputs', '2027-03-31T16:00:00.001Z')).toBe('assemble');
    expect(at('inputs', '2027-01-01', { outstanding: 0 })).toBe('assemble');
    expect(at('draft', '2027-04-01')).toBe('circulate');
    expect(at('comments', '2027-03-01')).toBe('await-comments');
    expect(at('comments', '2027-04-01')).toBe('revise');
    expect(at('revised', '2027-04-01', { openComments: 2, issued: true })).toBe('answer');
    expect(at('revised', '2027-04-01')).toBe('issue');
    expect(at('revised', '2027-04-01', { issued: true })).toBe('endorse');
    expect(at('endorsed', '2027-04-01')).toBe('follow-up');
  });
});

describe('late and missing', () => {
  const due = new Date('2027-03-31T16:00:00Z');
  test('follow from the clock alone; the deadline itself is in time', () => {
    expect(partyStateAt(due, due, false, due)).toBe('submitted');
    expect(partyStateAt(new Date(due.getTime() + 1), due, false, due)).toBe('late');
    expect(partyStateAt(null, due, false, due)).toBe('awaited');
    expect(partyStateAt(null, due, false, new Date(due.getTime() + 1))).toBe('missing');
    expect(partyStateAt(null, due, true, new Date(due.getTime() + 1))).toBe('left');
    expect(partyStateAt(due, due, true, due)).toBe('submitted');
  });
  test('nobody is missing before the deadline, nobody awaited after it, and what was submitted stays so for ever', () => {
    fc.assert(
      fc.property(moment, moment, fc.option(moment), fc.boolean(), (deadline, at, sent, left) => {
        const state = partyStateAt(sent, deadline, left, at);
        if (state === 'missing') expect(at > deadline).toBe(true);
        if (state === 'awaited') expect(at <= deadline).toBe(true);
        if (sent !== null) expect(state).toBe(partyStateAt(sent, deadline, !left, new Date('2034-12-31')));
      }),
    );
  });
  test('an input in time may be submitted; a late one where the call allows it, until the draft is out', () => {
    const late = new Date('2027-04-02');
    expect(maySubmit({ stage: 'inputs', due, lateInputs: false }, due)).toBe(true);
    expect(maySubmit({ stage: 'inputs', due, lateInputs: false }, late)).toBe(false);
    expect(maySubmit({ stage: 'inputs', due, lateInputs: true }, late)).toBe(true);
    expect(maySubmit({ stage: 'draft', due, lateInputs: true }, late)).toBe(true);
    expect(maySubmit({ stage: 'comments', due, lateInputs: true }, late)).toBe(false);
  });
  test('reminders come nearer and never go back', () => {
    const order = [null, 'four-weeks', 'two-weeks', 'three-days', 'passed'];
    fc.assert(
      fc.property(moment, moment, moment, (deadline, a, b) => {
        const [first, second] = [a, b].sort((x, y) => x.getTime() - y.getTime()) as [Date, Date];
        expect(order.indexOf(reminderAt(deadline, first))).toBeLessThanOrEqual(
          order.indexOf(reminderAt(deadline, second)),
        );
      }),
    );
    expect(reminderAt(due, due)).toBe('three-days');
    expect(reminderAt(due, new Date('2027-03-17T16:00:00Z'))).toBe('two-weeks');
    expect(reminderAt(due, new Date('2027-03-03T15:59:59Z'))).toBeNull();
  });
});

describe('a deadline in a zone', () => {
  test('is one instant, and comes back as it was written', () => {
    expect(instantOf('2027-03-31T18:00', 'Europe/Vienna')).toEqual({ instant: new Date('2027-03-31T16:00:00Z') });
    expect(instantOf('2027-01-31T18:00', 'Europe/Vienna')).toEqual({ instant: new Date('2027-01-31T17:00:00Z') });
    fc.assert(
      fc.property(moment, fc.constantFrom(...offeredZones), (at, zone) => {
        const local = localOf(new Date(Math.floor(at.getTime() / 60_000) * 60_000), zone);
        const found = instantOf(local, zone);
        if ('instant' in found) expect(localOf(found.instant, zone)).toBe(local);
      }),
    );
  });
  test('an hour that the clock skips or shows twice is refused, and so is what is no time or zone', () => {
    expect(instantOf('2027-03-28T02:30', 'Europe/Vienna')).toEqual({
      fault: expect.stringContaining('clock is changed'),
    });
    expect(instantOf('2027-10-31T02:30', 'Europe/Vienna')).toEqual({
      fault: expect.stringContaining('clock is changed'),
    });
    expect(instantOf('2027-02-30T10:00', 'Europe/Vienna')).toEqual({ fault: expect.stringContaining('day and time') });
    expect(instantOf('2027-02-03T10:00', 'Mars/Olympus')).toEqual({ fault: expect.stringContaining('no time zone') });
    expect(isZone('+02:00')).toBe(false);
  });
});

test('the address of a cycle is its years; a second one of the same years gets a letter', () => {
  expect(cycleSlug('2027-01-01', '2028-12-31', new Set())).toBe('2027-2028');
  expect(cycleSlug('2027-01-01', '2027-12-31', new Set())).toBe('2027');
  expect(cycleSlug('2027-01-01', '2028-12-31', new Set(['2027-2028', '2027-2028-b']))).toBe('2027-2028-c');
  const taken = new Set<string>();
  for (let i = 0; i < 60; i++) taken.add(cycleSlug('2027-01-01', '2028-12-31', taken));
  expect(taken.size).toBe(60);
});

const word = fc.constantFrom('lake', 'ferry', 'border', 'harbour', 'training', 'Сухуми', 'سباق');
const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 4 });
const content: fc.Arbitrary<EntryContent> = fc
  .record({
    kind: fc.constantFrom('training', 'study-visit'),
    title: fc.record({ en: word }),
    description: fc.option(fc.record({ en: word })),
    leads: ids,
    partners: ids,
    other_partners: fc.option(word),
    when_from: fc.constantFrom(null, '2027-02-01', '2027-05-01'),
    when_until: fc.constant(null as string | null),
    place: fc.option(word),
    funding: fc.option(word),
    goals: ids,
    strands: ids,
    commitments: ids,
  })
  .map((entry) => ({
    ...entry,
    when_until: entry.when_from === null ? null : '2027-06-30',
  })) as fc.Arbitrary<EntryContent>;

describe('entries', () => {
  test('merged, nothing named by any of them is lost, and the time spans them all', () => {
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 4 }), (entries) => {
        const merged = mergeContents(entries as [EntryContent, ...EntryContent[]]);
        for (const entry of entries) {
          expect(merged.leads).toEqual(expect.arrayContaining(entry.leads));
          expect([...merged.leads, ...merged.partners]).toEqual(expect.arrayContaining(entry.partners));
          expect(merged.goals).toEqual(expect.arrayContaining(entry.goals));
          if (entry.place) expect(merged.place).toContain(entry.place);
          if (entry.description) expect(merged.description?.en).toContain(entry.description.en);
          if (entry.when_from)
            expect(merged.when_from! <= entry.when_from && merged.when_until! >= entry.when_until!).toBe(true);
        }
        expect(merged.title).toEqual(entries[0]!.title);
        expect(sameContent(merged, tidyContent(merged))).toBe(true);
      }),
    );
  });
  test('say the same whatever the order of their lists, and differ by one word', () => {
    fc.assert(
      fc.property(content, (entry) => {
        expect(
          sameContent(entry, { ...entry, goals: [...entry.goals].reverse(), leads: [...entry.leads, ...entry.leads] }),
        ).toBe(true);
        expect(sameContent(entry, { ...entry, title: { en: `${entry.title.en} more` } })).toBe(false);
      }),
    );
  });
  test('texts: an emptied language goes, others stay', () => {
    expect(mergeTexts({ en: 'Lake', ru: 'Озеро', fa: 'دریاچه' }, { en: 'Lakes', ru: '' })).toEqual({
      en: 'Lakes',
      fa: 'دریاچه',
    });
    expect(mergeTexts({ en: 'Lake' }, { en: '' })).toBeNull();
  });
});

describe('the difference of two versions', () => {
  const fields = (title: string, place = ''): PrintedFields => ({
    title,
    kind: 'training',
    description: '',
    leads: 'Georgia',
    partners: '',
    when: '',
    place,
    funding: '',
    goals: '',
    strands: '',
    commitments: '',
  });
  const entry = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    fields: fc.tuple(word, word).map(([title, place]) => fields(title, place)),
  });
  const version = fc.uniqueArray(entry, { selector: (one) => one.id, maxLength: 6 });
  test('names every entry of both once, in the order of the newer, and gives both texts back', () => {
    fc.assert(
      fc.property(version, version, (older, newer) => {
        const difference = planDifference(older, newer);
        expect(difference.map(({ id }) => id).sort()).toEqual(
          [...new Set([...older, ...newer].map(({ id }) => id))].sort(),
        );
        expect(difference.filter(({ change }) => change !== 'removed').map(({ id }) => id)).toEqual(
          newer.map(({ id }) => id),
        );
        for (const { id, change, fields: changed } of difference) {
          const text = (entries: typeof older) => entries.find((one) => one.id === id)?.fields;
          if (change === 'same') expect(text(older)).toEqual(text(newer));
          for (const { field, runs } of changed) {
            const without = (left: string) =>
              runs
                .filter((run) => run.change !== left)
                .map((run) => run.text)
                .join('');
            expect(without('added')).toBe(text(older)?.[field] ?? '');
            expect(without('removed')).toBe(text(newer)?.[field] ?? '');
          }
        }
      }),
    );
  });
  test('marks the one word that changed', () => {
    const [changed] = planDifference(
      [{ id: 'a', fields: fields('Lake patrols', 'Tbilisi') }],
      [{ id: 'a', fields: fields('Lake patrols', 'Batumi') }],
    );
    expect(changed).toEqual({
      id: 'a',
      change: 'changed',
      title: 'Lake patrols',
      fields: [
        {
          field: 'place',
          runs: [
            { change: 'removed', text: 'Tbilisi' },
            { change: 'added', text: 'Batumi' },
          ],
        },
      ],
    });
  });
});
