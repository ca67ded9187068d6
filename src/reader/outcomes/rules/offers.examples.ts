/** Rule, a sentence in which it speaks, a sentence like it in which it must be silent. */
export const offerExamples: [rule: string, speaks: string, silent: string][] = [
  [
    'offer.ready-to',
    'Latvia is ready to receive the coast guards of its neighbours.',
    'Latvia was pleased to note the progress made.',
  ],
  ['offer.at-disposal', 'Malta placed its simulator at the disposal of the members.', 'The simulator in Malta is new.'],
  [
    'offer.in-a-position',
    'Georgia is in a position to print the booklet.',
    'Georgia is not yet in a position to print the booklet.',
  ],
  [
    'offer.money',
    'Norway has set aside NOK 2 million for the harbour project.',
    'The harbour project in Norway cost NOK 2 million.',
  ],
  [
    'offer.money',
    'Norway was pleased to announce NOK 2 million for the harbour project.',
    'Norway was pleased to announce that the harbour project was over.',
  ],
  [
    'offer.is-to-give',
    'Algeria is to host the seminar on nets in 2020.',
    'Algeria is to be thanked for the seminar on nets.',
  ],
  [
    'offer.will-give',
    'Oman will fund two courses for pilots.',
    'Latvia wished to know whether Oman would fund two courses.',
  ],
  [
    'offer.renews-commitment',
    'Australia and Malta reiterated their commitment to fund the lights.',
    'Malta reiterated its commitment to the lights.',
  ],
  [
    'offer.will-give',
    'The delegation of Finland said it would make a pilot available for the winter.',
    'The delegation of Finland said that a pilot was available.',
  ],
  [
    'offer.renews-invitation',
    'Spain renewed its invitation to visit the training centre.',
    'Spain recalled the history of the training centre.',
  ],
  [
    'offer.invites-to-visit',
    'Chile invited colleagues to a study visit in its northern ports.',
    'Chile invited colleagues to share the questionnaire.',
  ],
  [
    'offer.looks-into-giving',
    'Canada is looking into the possibility of funding a translator.',
    'Canada is looking into the causes of the delay.',
  ],
  [
    'offer.looks-forward-to-hosting',
    'Peru looks forward to hosting the divers next spring.',
    'Peru looks forward to the results of the survey.',
  ],
  [
    'offer.expressed-readiness',
    'Estonia expressed its readiness to translate the handbook.',
    'Members welcomed the handbook of Estonia.',
  ],
  [
    'offer.expressed-commitment',
    'Kenya expressed its commitment to share the tide tables.',
    'Kenya reaffirmed its commitment to the Charter.',
  ],
  ['offer.interested', 'Iceland would be interested in joining the pilot.', 'Iceland found the pilot interesting.'],
  [
    'offer.plans-to',
    'Sweden plans to send two engineers to the islands.',
    'Sweden plans to amend its law on harbours.',
  ],
  ['offer.offers', 'Portugal offered to print the charts.', 'Portugal offered its congratulations to the new Chair.'],
  ['offer.pledges', 'Japan pledged to equip the laboratory.', 'Japan assured the meeting that the laboratory exists.'],
  ['offer.agreed-to-do', 'Tonga kindly agreed to host the drafting group.', 'Tonga agreed with the previous speaker.'],
  [
    'offer.will-give',
    'Poland will send the list of ports to the members.',
    'Poland would like to see the list of ports.',
  ],
  [
    'offer.announces-support',
    'Italy announced a new project for the ferry ports.',
    'Italy announced that the minister had arrived.',
  ],
  [
    'offer.considers-giving',
    'Ireland was considering a contribution to the fund.',
    'Ireland was considering the report of the fund.',
  ],
  [
    'offer.leading-role',
    'Greece wishes to take a leading role in the survey.',
    'Greece wishes to thank the authors of the survey.',
  ],
  [
    'offer.may-give',
    'Denmark could second a pilot for three months.',
    'Denmark asked how other states could second a pilot.',
  ],
  ['offer.could-be-used', 'Ghana confirmed that its depot could be used by all members.', 'The depot is large.'],
  [
    'offer.accepted-from',
    'Ministers accepted the offer of Samoa to host the next session.',
    'Ministers noted the offer of Samoa.',
  ],
];
