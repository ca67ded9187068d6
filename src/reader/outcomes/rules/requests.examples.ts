/** Rule, a sentence in which it speaks, a sentence like it in which it must be silent. */
export const requestExamples: [rule: string, speaks: string, silent: string][] = [
  [
    'request.requests-thing',
    'Greenland would like Nordic funding for the count.',
    'Greenland would like to count the boats.',
  ],
  [
    'request.urges',
    'Tuvalu urged the members to ratify the protocol.',
    'Members were invited to share their views in groups.',
  ],
  ['request.urging', 'Fiji described the storm, urging the members to send boats.', 'Fiji described the storm.'],
  ['request.calls-for', 'Niue called for cheaper freight.', 'The situation calls for patience.'],
  [
    'request.requests-thing',
    'Palau requested assistance with its radar.',
    'Palau answered the letter about its radar.',
  ],
  ['request.seeks', 'Ministers sought the support of the ports.', 'Ministers sought shelter from the rain.'],
  [
    'request.made-a-plea',
    'Nauru made an appeal for the release of the crew.',
    'Nauru made a long journey for the meeting.',
  ],
  [
    'request.would-like',
    'Kiribati would like to see more training on the outer islands.',
    'Kiribati would like to thank the host.',
  ],
  ['request.expressed-wish', 'Samoa expressed the wish that fees be lowered.', 'Samoa expressed its thanks.'],
  [
    'request.desiring',
    'Apart from desiring closer cooperation with the ports, Cyprus has opened two desks.',
    'Cyprus has opened two desks.',
  ],
  [
    'request.needs-help',
    'Haiti said that its coast guard needs more support.',
    'Its coast guard needs more boats, as in other places.',
  ],
  [
    'request.are-urged',
    'Members are encouraged to nominate a contact point.',
    'Delegates were invited to share their impressions.',
  ],
  [
    'request.are-urged',
    'Countries and territories are invited to send their tide tables.',
    'Countries and territories sent their tide tables.',
  ],
  [
    'request.hope-of-others',
    'Palau expressed the hope that donors would pay for the lights.',
    'Palau expressed the hope that the talks would be fruitful.',
  ],
  [
    'request.of-a-letter',
    'May I ask you to send me the names of the pilots by Friday?',
    'Please note that the pier is closed.',
  ],
  [
    'request.that-be-urged',
    'That, States be urged to count their boats once a year.',
    'That boats be counted once a year is a rule of the port.',
  ],
];
