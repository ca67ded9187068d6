import { aReading, type LintExamples } from '../../../test/support/a-reading.ts';

/** Names, acronyms, words, and how the text is built. */
export const wordExamples: LintExamples = {
  'party.name-period': {
    speaks: [
      aReading('The European Asylum Support Office gave a briefing.'),
      aReading('North Macedonia was host.', { meeting: { startDate: '2016-03-01', endDate: '2016-03-01' } }),
    ],
    silent: [
      aReading('The European Asylum Support Office gave a briefing.', {
        meeting: { startDate: '2021-03-01', endDate: '2021-03-01' },
      }),
      aReading('The European Union Agency for Asylum, until then the European Asylum Support Office, gave a briefing.'),
      aReading('North Macedonia was host.'),
      // Two states since June 2006.
      aReading('Serbia and Montenegro welcomed the offer.'),
      // Decided on in December 2021, in use from June 2022: in between both names are right.
      aReading('Türkiye was host.', { meeting: { startDate: '2022-03-01', endDate: '2022-03-01' } }),
    ],
  },
  'party.two-names': {
    speaks: [aReading('Turkey opened. Later Türkiye closed.')],
    silent: [aReading('Türkiye opened. Later Türkiye closed.'), aReading('Turkey, now Türkiye, opened.')],
  },
  'acronym.two-expansions': {
    speaks: [
      aReading('The Border Liaison Network (BLN) met. The Basic Learning Node (BLN) was new.'),
      aReading('The UN High Commissioner for Refugees (UNHCR) spoke. The High Commission for Refugees (UNHCR) agreed.'),
    ],
    silent: [
      aReading(
        'The United Nations High Commissioner for Refugees (UNHCR) spoke. The UN High Commissioner for Refugees (UNHCR) agreed.',
      ),
      aReading('The Border Liaison Network (BLN) met. The Committee for Liaison (BLN) met.'),
      aReading('The Border Liaison Network (BLN) met. The border liaison networks (BLN) met again.'),
      aReading('The plan (see BLN) is ready.'),
    ],
  },
  'acronym.unlike-register': {
    speaks: [aReading('The International Office for Migration (IOM) was present.')],
    silent: [
      aReading('The International Organization for Migration (IOM) was present.'),
      aReading('The International Organisation for Migration (IOM) was present.'),
      aReading('The Harbour Liaison Office (HLO) was present.'),
    ],
  },
  'acronym.unexplained': {
    speaks: [aReading('The HQRT was set up. Members of the HQRT meet twice a year.')],
    silent: [
      aReading('The Harbour Quick Reaction Team (HQRT) was set up. Members of the HQRT meet.'),
      aReading('The IOM spoke. The IOM offered help.'),
      aReading('The HQRT was set up.'),
    ],
  },
  'text.number-word': {
    speaks: [
      aReading('The strategy covers four main areas: borders, asylum, return, labour migration and data.'),
      aReading('It rests on three pillars - dialogue, training, research, and review.'),
      aReading('The card shows five indicators for officers: debt, fear, lost papers, marks, silence and no address.'),
    ],
    silent: [
      aReading('The card shows six indicators for officers: debt, fear, lost papers, marks, silence and no address.'),
      aReading('The strategy covers five main areas: borders, asylum, return, labour migration and data.'),
      aReading(
        'The three projects cover - border training, joint teaching of trades, and fair, open and lasting return.',
      ),
      aReading('Two proposals were made. Norway spoke first, then Georgia, Latvia and Spain.'),
      aReading('The meeting has three sessions.'),
    ],
  },
  'text.doubled-word': {
    speaks: [aReading('They thanked the the host.')],
    silent: [aReading('They thanked the host. That that was so was clear.')],
  },
  'text.unbalanced': {
    speaks: [aReading('The plan (adopted in 2019 was renewed.')],
    silent: [aReading('The plan (adopted in 2019) was renewed, see a) and b).')],
  },
  'text.long-sentence': {
    speaks: [aReading(`${'Many words follow each other here '.repeat(15)}at last.`)],
    silent: [
      aReading('Short words. '.repeat(60)),
      aReading(`Albania ${'and many others from all over the wide region '.repeat(12)}.`, {
        attendance: { states: [{ party: 'ALB', asWritten: 'Albania', span: [0, 7] }] },
      }),
    ],
  },
  'text.footnote-mark': {
    speaks: [aReading('The plan[^1] is new.\n\n[^i] A note.')],
    silent: [aReading('The plan[^1] is new.\n\n[^1] A note.'), aReading('The plan is new.')],
  },
  'structure.none': {
    speaks: [aReading('One block.\n\nAnother block.')],
    silent: [aReading('1. One block.\n\n2. Another block.'), aReading('One block.')],
  },
};
