import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parties, scanParties } from './index.ts';

function found(text: string, options = {}): string[] {
  return scanParties(text, options).map((mention) => `${mention.party} ${mention.asWritten}`);
}

describe('scanParties', () => {
  it('takes the longest name and whole words', () => {
    expect(found('Equatorial Guinea, Guinea, Papua New Guinea, Niger and Nigeria; Guinea-Bissau.')).toEqual([
      'GNQ Equatorial Guinea',
      'GIN Guinea',
      'PNG Papua New Guinea',
      'NER Niger',
      'NGA Nigeria',
      'GNB Guinea-Bissau',
    ]);
  });

  it('asks for capitals: a bird, a china cup and a pronoun are no states', () => {
    expect(found('They ate turkey from china; it was given to us by those who chad.')).toEqual([]);
    expect(found('TURKEY AND IRAQ')).toEqual(['TUR TURKEY', 'IRQ IRAQ']);
  });

  it('reads WHO and US as words in a line of capitals', () => {
    expect(found('WHO WILL LEAD US FORWARD')).toEqual([]);
    expect(found('The WHO, the US and the UK agreed.')).toEqual(['org:who WHO', 'USA US', 'GBR UK']);
  });

  it('does not take a person, a sea or a prefix for a party', () => {
    expect(
      found('Ms. Georgia Example met Mr Jordan Sample at Lake Chad, off the Gulf of Guinea, with non-EU guests.'),
    ).toEqual([]);
  });

  it('keeps possessives, footnote marks and dots out of the name, closing brackets and final dots in', () => {
    expect(found("Hungary's view, Kosovo* and Iran (Islamic Republic of), the U.S. too")).toEqual([
      'HUN Hungary',
      'XKX Kosovo',
      'IRN Iran (Islamic Republic of)',
      'USA U.S.',
    ]);
  });

  it('does not bind a name across a sentence, a list comma or a paragraph', () => {
    expect(found('They left South. Africa was far.')).toEqual([]);
    expect(found('In the United,\nStates were absent')).toEqual([]);
    expect(found('a house of New\n\nZealand')).toEqual([]);
    expect(found('a delegation of New\nZealand')).toEqual(['NZL New\nZealand']);
  });

  it('makes one mention of a name and its acronym', () => {
    expect(
      found('the European Asylum Support Office (EASO), Frontex – the European Border and Coast Guard Agency'),
    ).toEqual([
      'org:euaa European Asylum Support Office (EASO)',
      'org:frontex Frontex – the European Border and Coast Guard Agency',
    ]);
    expect(found('the Regional Support Office (RSO) of the Bali Process')).toEqual([
      'org:rso-bali-process Regional Support Office (RSO) of the Bali Process',
    ]);
  });

  it('marks adjectives, and leaves them out on request', () => {
    const text = 'The Turkish Chair thanked the Swiss and Dutch delegations.';
    expect(scanParties(text).map((mention) => [mention.party, mention.form])).toEqual([
      ['TUR', 'adjective'],
      ['CHE', 'adjective'],
      ['NLD', 'adjective'],
    ]);
    expect(scanParties(text, { adjectives: false })).toEqual([]);
  });

  it('can be held to kinds of party', () => {
    expect(found('Iraq, IOM and the Reference Group', { kinds: ['organisation'] })).toEqual(['org:iom IOM']);
  });

  it('knows states that are no more, and names of their time', () => {
    expect(found('Yugoslavia, Zaire, the USSR and Czechoslovakia', { at: '1985-06-01' })).toEqual([
      'YUG Yugoslavia',
      'COD Zaire',
      'SUN USSR',
      'CSK Czechoslovakia',
    ]);
  });

  it('reads “Serbia and Montenegro” as one state while it was one, as two in a list since', () => {
    const text = 'Present: Romania, Serbia and Montenegro.';
    expect(found(text, { at: '2005-03-01' })).toEqual(['ROU Romania', 'SCG Serbia and Montenegro']);
    expect(found(text, { at: '2012-03-01' })).toEqual(['ROU Romania', 'SRB Serbia', 'MNE Montenegro']);
    expect(found(text)).toEqual(['ROU Romania', 'SRB Serbia', 'MNE Montenegro']);
    expect(found('the former Yugoslav Republic of Macedonia', { at: '2022-01-01' })).toHaveLength(1);
  });

  it('finds the states of a list in order, whatever list it is', () => {
    const names = [...parties().values()]
      .filter((party) => party.kind === 'state' || party.kind === 'territory')
      .map(
        (party) =>
          [
            party.key,
            party.names.find((name) => name.form === 'short' && name.language === undefined && name.until === undefined)
              ?.name ?? '',
          ] as const,
      );
    const separator = fc.constantFrom(', ', '; ', ' and ', '\n', ' – ');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 30 }), separator, (list, between) => {
        const text = `Present: ${list.map(([, name]) => name).join(between)}.`;
        const expected = list.map(([key]) => key);
        const mentions = scanParties(text).map((mention) => mention.party);
        // A dash between two mentions of one party reads as name and acronym.
        const joined = expected.filter((key, i) => between !== ' – ' || key !== expected[i - 1]);
        expect(mentions).toEqual(joined);
      }),
      { numRuns: 300 },
    );
  });

  it('gives spans that hold what is written, in order, without overlap, for any text', () => {
    const piece = fc.constantFrom(
      'Iran',
      ' (',
      ')',
      'Islamic Republic of',
      ' ',
      ',',
      '\n',
      'EU',
      'the ',
      'Côte d',
      '’',
      'Ivoire',
      'İ',
      '🙂',
      'ﬁ',
      'U.S.',
      'ıraq',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const mention of scanParties(text)) {
          expect(text.slice(mention.span[0], mention.span[1])).toBe(mention.asWritten);
          expect(mention.span[0]).toBeGreaterThanOrEqual(last);
          last = mention.span[1];
        }
      }),
      { numRuns: 300 },
    );
  });
});
