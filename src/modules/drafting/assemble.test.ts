import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble, type MeetingMaterial, type SessionMaterial } from './assemble.ts';
import { compareMaterial, standsAfter, type FromMaterial } from './offers.ts';

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
