/** Rule, a sentence in which it speaks, a sentence like it in which it must be silent. */
export const announcementExamples: [rule: string, speaks: string, silent: string][] = [
  [
    'announcement.will-take-place',
    'The sixth meeting will take place in Riga on 4 June 2020.',
    'The sixth meeting took place in Riga on 4 June 2018.',
  ],
  [
    'announcement.next-meeting',
    'The next plenary session will be in Oslo in autumn 2019, and the next meeting will convene there.',
    'The next speaker was from Oslo.',
  ],
  ['announcement.next-line', 'The next meeting: 10 June 2020, Riga (tbc).', 'Next meeting: to be announced.'],
  [
    'announcement.takes-place',
    'The next plenary session takes place in Riga on 4 June 2020.',
    'The plenary session takes place every year in June.',
  ],
  ['announcement.dates', 'The dates will be 3 to 5 July 2020.', 'The dates were discussed.'],
  [
    'announcement.looked-forward',
    'Ministers looked forward to the next meeting in Lima in 2021.',
    'Ministers looked forward to further talks in 2021.',
  ],
];
