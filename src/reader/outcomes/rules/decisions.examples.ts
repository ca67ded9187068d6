/** Rule, a sentence in which it speaks, a sentence like it in which it must be silent. */
export const decisionExamples: [rule: string, speaks: string, silent: string][] = [
  [
    'decision.adopts',
    'The meeting accepted by acclamation the offer of Latvia to count the boats.',
    'The list was adopted by Latvia in 2001.',
  ],
  ['decision.adopts', 'The meeting ADOPTED the list of boats.', 'The meeting NOTED the list of boats.'],
  [
    'decision.agreed-to',
    'Participants agreed to open a register of ferries.',
    'Participants agreed on the importance of ferries.',
  ],
  [
    'decision.agreed-that',
    'Ministers agreed that the register should be public.',
    'Ministers agreed that trust is important.',
  ],
  [
    'decision.it-was-agreed',
    'It was agreed to hold the next course in winter.',
    'It was agreed that the course had been useful.',
  ],
  [
    'decision.adopts',
    'The meeting adopted the harbour charter.',
    'The meeting discussed the harbour charter that ministers adopted in 2011.',
  ],
  ['decision.settles', 'Ministers signed the joint statement.', 'Ministers read the joint statement.'],
  ['decision.consensus', 'Consensus was reached on the seat of the office.', 'Consensus is precious.'],
  ['decision.was-adopted', 'The rules were adopted without change.', 'The rules were explained without haste.'],
  [
    'decision.welcomes-proposed',
    'The participating states welcome the proposed calendar.',
    'The participating states welcome the new colleagues.',
  ],
  [
    'decision.supports-holding',
    'Participating states supported the holding of a conference.',
    'Latvia supported the holding of a conference.',
  ],
  [
    'action-point.will',
    'Member states will send their lists to the office.',
    'Member states noted that ships will send their lists.',
  ],
  [
    'action-point.prefix',
    'The list is long. Action: Malta to shorten the list.',
    'The list is long. Malta shortened it.',
  ],
  [
    'action-point.committed-to',
    'Ministers committed to share their tide tables.',
    'Ministers remain committed to peace.',
  ],
  [
    'decision.it-was-agreed',
    'It was decided that the group meets every quarter.',
    'It was agreed that the group is of great value.',
  ],
  [
    'decision.that-be',
    'That, a group led by Malta be established to count the boats.',
    'That the group should be established is a wish of Malta.',
  ],
];
