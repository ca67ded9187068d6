/** Rule, a sentence in which it speaks, a sentence like it in which it must be silent. */
export const recommendationExamples: [rule: string, speaks: string, silent: string][] = [
  [
    'recommendation.suggests',
    'Oman suggested that the fee be halved.',
    'Oman discussed what activities members can suggest.',
  ],
  [
    'recommendation.is-proposed',
    'A shorter form is proposed for small boats.',
    'The meeting was advised that the form is for small boats.',
  ],
  [
    'recommendation.proposal-by',
    'The plan includes a proposal by Qatar to pool the data.',
    'The meeting adopted the proposal by Qatar to pool the data.',
  ],
  [
    'recommendation.says-should',
    'Brunei stressed that the fee should be halved.',
    'Brunei stressed that the fee is high.',
  ],
  [
    'recommendation.it-was-felt',
    'It was felt that the number of boats ought to be halved.',
    'It was felt that the boats are many.',
  ],
  [
    'recommendation.of-the-view',
    'Nepal was of the view that rivers should be added.',
    'Nepal was of the view that rivers are long.',
  ],
  [
    'recommendation.considers-expedient',
    'Bhutan considered it expedient to start with rivers.',
    'Bhutan considered it in the morning.',
  ],
  [
    'recommendation.puts-forward',
    'Mongolia put forward a proposal for a shared calendar.',
    'Mongolia put forward its candidate.',
  ],
  [
    'recommendation.according-to',
    'According to Togo, the calendar ought to be shared.',
    'According to Togo, the calendar is shared.',
  ],
  [
    'recommendation.in-its-opinion',
    'Benin spoke next. In its opinion the form should be shorter.',
    'Benin spoke next. In its opinion the form is long.',
  ],
  [
    'recommendation.key-area',
    'The need for more pilots was identified as a priority for the coming year.',
    'The need for more pilots is well known.',
  ],
  ['recommendation.advisable', 'It would be useful to compare the tide tables.', 'The tide tables are useful.'],
  [
    'recommendation.should',
    'States should compare their tide tables.',
    'It should be noted that the tide tables differ.',
  ],
];
