import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { assemble, type MeetingMaterial, type SessionMaterial } from './assemble.ts';
import { checkText } from './composed.ts';
import { atStart, days, inSentence, listed } from './names.ts';
import { compareMaterial, standsAfter, type FromMaterial } from './offers.ts';
import { followWords } from './outcome.ts';
import { attributed, sentence, withParty } from './phrases.ts';
import { namesIn, type ProtectedName } from './rule.ts';
import { isSettled, silenceAt } from './stage.ts';
import { labelsOf, letterOf, pathsOf, sentencesOf } from './text.ts';

describe('names in a sentence', () => {
  test.each([
    ['Netherlands', 'the Netherlands'],
    ['Georgia', 'Georgia'],
    ['International Organization for Migration (IOM)', 'the International Organization for Migration (IOM)'],
    ['Frontex', 'Frontex'],
  ])('%s', (name, inside) => expect(inSentence(name)).toBe(inside));
  it('begins with a capital', () => expect(atStart('United Kingdom')).toBe('The United Kingdom'));
  test.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
  ])('%j are listed', (names, text) => expect(listed(names)).toBe(text));
  test.each([
    ['2031-05-06', '2031-05-06', '6 May 2031'],
    ['2031-05-06', null, '6 May 2031'],
    ['2031-05-06', '2031-05-08', '6–8 May 2031'],
    ['2031-04-30', '2031-05-02', '30 April – 2 May 2031'],
    ['2031-12-31', '2032-01-01', '31 December 2031 – 1 January 2032'],
  ])('%s to %s', (first, last, text) => expect(days(first, last)).toBe(text));
});

describe('what somebody said', () => {
  test.each([
    ['Georgia', 'The passes were open', false, 'Georgia noted that the passes were open.'],
    ['Georgia', 'passes in the north stay closed;', false, 'Georgia noted that passes in the north stay closed.'],
    ['Georgia', 'stressed the need for salt', false, 'Georgia stressed the need for salt.'],
    ['Georgia', 'UNHCR will help', false, 'Georgia noted that UNHCR will help.'],
    ['Georgia', 'Georgia keeps two passes open.', false, 'Georgia keeps two passes open.'],
    ['Georgia', 'We keep two passes open', false, 'Georgia stated: “We keep two passes open.”'],
    ['Georgia', 'The third closes in May', true, 'It added that the third closes in May.'],
    [null, 'The third closes in May', false, 'It was noted that the third closes in May.'],
    [null, 'asked for salt', false, 'A participant asked for salt.'],
  ])('%s: %s', (who, note, again, said) => expect(attributed(who, note, again)).toBe(said));
  test.each([
    ['Georgia', 'offer', 'host a workshop', 'Georgia offered to host a workshop.'],
    ['Georgia', 'offer', 'to host a workshop', 'Georgia offered to host a workshop.'],
    ['Netherlands', 'request', 'The Netherlands asked for salt', 'The Netherlands asked for salt.'],
    [null, 'offer', 'A workshop will be hosted', 'A workshop will be hosted.'],
  ])('%s, %s: %s', (who, kind, point, said) => expect(withParty(who, kind, point)).toBe(said));
  it('is a sentence whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 60 }).filter((text) => /\p{L}/u.test(text)),
        (text) => {
          expect(sentence(text)).toMatch(/[.!?:]["”’)]?$/u);
          expect(sentence(sentence(text))).toBe(sentence(text));
        },
      ),
    );
  });
});

describe('numbers', () => {
  it('run through the text; items count under theirs', () => {
    const kinds = (['heading', 'numbered', 'item', 'item', 'plain', 'numbered', 'item'] as const).map((kind) => ({
      kind,
    }));
    expect(labelsOf(kinds)).toEqual([null, '1.', 'a.', 'b.', null, '2.', 'a.']);
    expect(pathsOf(kinds)).toEqual([null, '1', '1.a', '1.b', null, '2', '2.a']);
    expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['a', 'z', 'aa', 'az', 'ba', 'zz', 'aaa']);
  });
  it('sentences give back the text', () => {
    expect(
      sentencesOf('One came. Mr. Osk spoke! Did it end? “Yes.” It did.').map(([from, until]) =>
        'One came. Mr. Osk spoke! Did it end? “Yes.” It did.'.slice(from, until),
      ),
    ).toEqual(['One came.', 'Mr. Osk spoke!', 'Did it end?', '“Yes.”', 'It did.']);
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const spans = sentencesOf(text);
        expect(
          spans
            .map(([from, until]) => text.slice(from, until))
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});

describe('the words of an outcome after an edit', () => {
  const text = 'Salt is short. Georgia offered to host a workshop. All agreed.';
  test.each([
    ['stand where they stood', text.replace('short', 'scarce'), 'Georgia offered to host a workshop.'],
    [
      'follow the one sentence that changed',
      text.replace('a workshop', 'two workshops'),
      'Georgia offered to host two workshops.',
    ],
    ['are adrift when two sentences changed', text.replace('a workshop', 'two workshops').replace('All', 'Most'), null],
    ['are adrift when the sentence is gone', 'Salt is short. All agreed.', null],
  ])('%s', (_, after, words) => expect(followWords(text, after, 'Georgia offered to host a workshop.')).toBe(words));
});

const georgia = { key: 'GEO', kind: 'state' as const, name: 'Georgia' };
const session = (more: Partial<SessionMaterial>): SessionMaterial => ({
  id: 's1',
  kind: 'plenary',
  title: 'Salt and snow',
  rule: false,
  goal: null,
  held: true,
  moderators: [],
  interventions: [],
  notes: [],
  papers: [],
  points: [],
  ...more,
});
const meeting = (more: Partial<MeetingMaterial> = {}): MeetingMaterial => ({
  title: 'Meeting on Mountain Passes',
  first: '2031-05-06',
  last: '2031-05-08',
  place: 'Tirana, Albania',
  mode: 'in-person',
  host: null,
  rule: false,
  came: [],
  sessions: [],
  ...more,
});

describe('the meeting as paragraphs', () => {
  it('counts who came, whoever they are', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.constantFrom('state' as const, 'organisation' as const),
            people: fc.integer({ min: 1, max: 9 }),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        (list) => {
          const came = list.map(({ kind, people }, index) => ({
            party: { key: `P${index}`, kind, name: `Party ${index}` },
            delegation: `d${index}`,
            participants: Array.from({ length: people }, (_, n) => `${index}.${n}`),
          }));
          const text = assemble(meeting({ came }))[1]!.text;
          const states = list.filter(({ kind }) => kind === 'state').length;
          expect(text).toContain(`${list.reduce((sum, { people }) => sum + people, 0)} participant`);
          if (states > 0) expect(text).toMatch(new RegExp(`from ${states} countr(?:y|ies): `));
          for (const index of list.keys()) expect(text).toMatch(new RegExp(`\\bParty ${index}\\b`));
        },
      ),
    );
  });
  it('passes over a session that was never opened and left nothing; an opened one keeps its heading', () => {
    const headings = (more: Partial<SessionMaterial>) =>
      assemble(meeting({ sessions: [session(more)] })).filter(({ kind }) => kind === 'heading').length;
    expect(headings({ held: false })).toBe(0);
    expect(headings({ held: false, papers: [{ id: 'r', title: 'On salt' }] })).toBe(0);
    expect(headings({ held: true })).toBe(1);
    expect(headings({ held: false, notes: [{ id: 'n', text: 'The lamps were lit.' }] })).toBe(1);
  });
  it('names nobody under the rule: not who came, not who moderated, not who spoke, offered or hosted', () => {
    const pieces = assemble(
      meeting({
        rule: true,
        host: georgia,
        came: [{ party: georgia, delegation: 'd', participants: ['p'] }],
        sessions: [
          session({
            rule: true,
            moderators: [{ name: 'Nadia Quillon', party: georgia }],
            papers: [{ id: 'r', title: 'Statement of Georgia' }],
            interventions: [
              {
                id: 'i',
                party: georgia,
                speaker: 'Omar Kestrel',
                written: 'Salt is short.',
                notes: [{ id: 'n', text: 'asked for salt' }],
              },
            ],
            points: [{ id: 'p', kind: 'offer', text: 'A workshop will be hosted', party: georgia }],
          }),
        ],
      }),
    );
    const text = pieces.map((piece) => piece.text).join('\n');
    expect(text).not.toMatch(/Georgia|Quillon|Kestrel/);
    expect(text).toContain('1 participant from 1 country.');
    expect(pieces.flatMap(({ outcome }) => outcome?.by ?? [])).toEqual([]);
  });
  it('ties every sentence to what it was written from', () => {
    const pieces = assemble(
      meeting({
        came: [{ party: georgia, delegation: 'd', participants: ['p', 'q'] }],
        sessions: [
          session({
            moderators: [{ name: 'Nadia Quillon', party: georgia }],
            notes: [{ id: 'n0', text: 'it began late' }],
            papers: [
              { id: 'r1', title: 'On salt' },
              { id: 'r2', title: 'On sand' },
            ],
            interventions: [
              {
                id: 'i',
                party: georgia,
                speaker: null,
                written: null,
                notes: [
                  { id: 'n1', text: 'The salt is short' },
                  { id: 'n2', text: 'This year sand is not' },
                ],
              },
            ],
            points: [{ id: 'p', kind: 'recommendation', text: 'Buy salt in summer', party: null }],
          }),
        ],
      }),
    );
    expect(
      pieces.flatMap(({ sources }) =>
        sources.map(({ sentence: words, tie }) => [words, ...Object.entries(tie).flat()]),
      ),
    ).toEqual([
      ['The Meeting on Mountain Passes was held in Tirana, Albania on 6–8 May 2031.'],
      ['It was attended by 2 participants from 1 country: Georgia.', 'delegation', 'd'],
      ['It was attended by 2 participants from 1 country: Georgia.', 'participant', 'p'],
      ['It was attended by 2 participants from 1 country: Georgia.', 'participant', 'q'],
      ['Plenary session: Salt and snow', 'session', 's1'],
      ['The session was moderated by Nadia Quillon (Georgia).', 'session', 's1'],
      ['The session had before it the papers “On salt” and “On sand”.', 'paper', 'r1'],
      ['The session had before it the papers “On salt” and “On sand”.', 'paper', 'r2'],
      ['It began late.', 'note', 'n0'],
      ['Georgia noted that the salt is short.', 'note', 'n1'],
      ['It added that this year sand is not.', 'note', 'n2'],
      ['The participants made the following suggestions:', 'session', 's1'],
      ['Buy salt in summer.', 'point', 'p'],
    ]);
    for (const { text, sources } of pieces) for (const source of sources) expect(text).toContain(source.sentence);
  });
});

describe('assembled again', () => {
  const piece = (material: string, text: string) => ({
    material,
    kind: 'numbered' as const,
    session: null,
    text,
    sources: [],
    outcome: null,
  });
  const row = (material: string, text: string, more: Partial<FromMaterial> = {}): FromMaterial => ({
    id: `id-${material}`,
    material,
    text,
    assembled_text: text,
    removed_at: null,
    revision: 1,
    ...more,
  });
  const pieces = [piece('a', 'A now.'), piece('b', 'B now.'), piece('c', 'C now.'), piece('d', 'D now.')];
  it('follows what nobody touched, offers the rest, and never overwrites', () => {
    const { refresh, offers } = compareMaterial(
      pieces,
      [
        row('a', 'A then.'),
        row('b', 'B as a person wrote it.', { assembled_text: 'B then.' }),
        row('c', 'C then.', { removed_at: new Date() }),
      ],
      new Map(),
    );
    expect(refresh.map((one) => one.piece.material)).toEqual(['a']);
    expect(offers.map((one) => [one.piece.material, one.kind])).toEqual([
      ['b', 'changed'],
      ['c', 'changed'],
      ['d', 'new'],
    ]);
  });
  it('does not offer again what was left out, until it says something else', () => {
    const left = new Map([
      ['d', 'D now.'],
      ['b', 'B then.'],
    ]);
    const { offers } = compareMaterial(
      pieces,
      [row('a', 'A now.'), row('b', 'Own words.', { assembled_text: 'B then.' }), row('c', 'C now.')],
      left,
    );
    expect(offers.map((one) => one.piece.material)).toEqual(['b']);
  });
  it('puts new material after what stands before it', () => {
    expect(standsAfter(pieces, 'd', [row('a', 'A'), row('c', 'C', { removed_at: new Date() })])).toBe('id-a');
    expect(standsAfter(pieces, 'a', [])).toBeNull();
  });
});

describe('silence', () => {
  const until = new Date('2031-10-26T00:30:00.000Z');
  const at = (ms: number) => new Date(until.getTime() + ms);
  test.each([
    ['a millisecond before, nobody objected', [], -1, 'running'],
    ['at the instant', [], 0, 'ended'],
    ['a millisecond after', [], 1, 'ended'],
    ['an objection a millisecond before', [-1], 5, 'broken'],
    ['an objection at the instant is late', [0], 5, 'ended'],
    ['an objection a millisecond after is late', [1], 5, 'ended'],
    ['broken before it ends', [-1000], -500, 'broken'],
  ])('%s', (_, received, now, state) => expect(silenceAt(until, received.map(at), at(now))).toBe(state));
  it('is published once nothing can be on its way any more', () => {
    expect([isSettled(until, at(0)), isSettled(until, at(89_999)), isSettled(until, at(90_000))]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('protected names', () => {
  const name = (text: string, language = 'en', kind: ProtectedName['kind'] = 'name'): ProtectedName => ({
    name: text,
    language,
    kind,
  });
  test.each([
    ['Georgia asked', [name('Georgia')], ['Georgia']],
    ['in GEORGIA’S view', [name('Georgia')], ['GEORGIA’S']],
    ['the georgian side', [name('Georgian')], ['georgian']],
    ['Georgiana spoke', [name('Georgia')], []],
    ['Turkiye hosts', [name('Türkiye')], ['Turkiye']],
    ['Gürcistan’ın önerisi', [name('Gürcistan', 'tr')], ['Gürcistan’ın']],
    ['предложение Грузии', [name('Грузия', 'ru')], ['Грузии']],
    ['грузинская сторона', [name('грузинский', 'ru')], ['грузинская']],
    ['грузовик в порту', [name('Грузия', 'ru')], []],
    ['وجورجيا', [name('جورجيا', 'ar')], ['وجورجيا']],
    ['the ministry asked IOM', [name('IOM', 'en', 'acronym')], ['IOM']],
    ['it is an iom', [name('IOM', 'en', 'acronym')], []],
    ['as Quillon said', [name('Nadia Quillon', 'en', 'person')], ['Quillon']],
    ['Nadia Quillon said', [name('Nadia Quillon', 'en', 'person')], ['Nadia Quillon']],
    ['a marlow is a pit', [name('Sefa Marlow', 'en', 'person')], []],
    ['The United Kingdom spoke', [name('United Kingdom'), name('United')], ['United Kingdom']],
    ['Boats were counted.', [name('Georgia'), name('Oman')], []],
    ['a woman came', [name('Oman')], []],
  ])('%s', (text, names, words) => expect(namesIn(text, names).map(({ word }) => word)).toEqual(words));
  it('may be written in any way', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 3, maxLength: 12 }),
        fc.constantFrom('en', 'ru', 'tr', 'ar'),
        (text, language) => {
          for (const kind of ['name', 'acronym', 'person'] as const)
            namesIn(`A ${text} b`, [name(text, language, kind)]);
        },
      ),
    );
    expect(namesIn('In Bosnia-Herzegovina, too', [name('Bosnia-Herzegovina')])).toHaveLength(1);
  });
  it('are found wherever they stand, and give their place', () => {
    const bit = fc.constantFrom('boats ', 'were ', '(', ', ', 'é ', '“', 'ß ', '\n', 'İ ');
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 8 }), fc.array(bit, { maxLength: 8 }), (before, after) => {
        const text = `${before.join('')} Türkiye ${after.join('')}`;
        const [found] = namesIn(text, [name('Türkiye')]);
        expect(text.normalize('NFC').slice(found!.start, found!.start + 7)).toBe('Türkiye');
      }),
    );
  });
});

describe('the text check', () => {
  const text = {
    title: 'Meeting on Mountain Passes',
    first: '2031-05-06',
    last: '2031-05-08',
    place: 'Tirana, Albania',
    mode: 'in-person' as const,
    paragraphs: [
      {
        id: 'a',
        kind: 'numbered' as const,
        text: 'It was attended by 9 participants from 4 countries: Bulgaria, Georgia and Türkiye.',
      },
      { id: 'b', kind: 'numbered' as const, text: 'Georgia is ready to host a workshop on salt by 30 June 2032.' },
      { id: 'c', kind: 'numbered' as const, text: 'The the passes were open.' },
    ],
  };
  it('speaks beside the paragraph, at the place', () => {
    const { findings, outcomes } = checkText(text);
    expect(findings.get('a')?.map(({ code }) => code)).toContain('attendance.count');
    const doubled = findings.get('c')?.find(({ code }) => /double/.test(code));
    expect(doubled && text.paragraphs[2]!.text.slice(doubled.start, doubled.end).toLowerCase()).toContain('the');
    expect(outcomes.get('b')?.map(({ kind, by }) => [kind, by.map(({ party }) => party)])).toEqual([
      ['offer', ['GEO']],
    ]);
  });
  it('never fails on a text, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.constantFrom('heading' as const, 'numbered' as const, 'item' as const, 'plain' as const),
            text: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
          }),
          { maxLength: 8 },
        ),
        (paragraphs) => {
          checkText({ ...text, paragraphs: paragraphs.map((one, index) => ({ ...one, id: String(index) })) });
        },
      ),
      { numRuns: 15 },
    );
  });
});
