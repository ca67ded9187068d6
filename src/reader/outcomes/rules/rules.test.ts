import { describe, expect, test } from 'vitest';
import { findMentions } from '../../mentions/mentions.ts';
import { learnOffices } from '../../mentions/offices.ts';
import { viewsOf } from '../../mentions/view.ts';
import { textToDocument } from '../../sources/text.ts';
import { followSpeakers } from '../../statements/speakers.ts';
import { buildDocument } from '../../structure/document.ts';
import { apply, rules } from '../apply.ts';

/** The rules that speak in the last sentence of a paragraph of a report of 3 May 2019. */
function speaking(paragraph: string): string[] {
  const doc = buildDocument(
    textToDocument(`Plenary of the Dialogue\n\nTallinn, 3 May 2019\n\n1. ${paragraph}\n`, 'a.txt', 'text/plain', ''),
  );
  const views = viewsOf(doc.paras, findMentions(doc.text));
  const offices = learnOffices(views);
  const floors = followSpeakers(views, offices);
  const context = { offices, lists: new Map(), meetingStart: '2019-05-03', meetingEnd: '2019-05-03' };
  const view = views.at(-1);
  const floor = floors.at(-1);
  if (!view || !floor) return [];
  return rules.filter((rule) => apply(rule, view, floor, context, null) !== null).map((rule) => rule.name);
}

/** Rule, a sentence in which it speaks, a sentence like it in which it must be silent. */
const examples: [rule: string, speaks: string, silent: string][] = [
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
    'decision.adopts',
    'The meeting accepted by acclamation the offer of Latvia to count the boats.',
    'The list was adopted by Latvia in 2001.',
  ],
  ['decision.adopts', 'The meeting ADOPTED the list of boats.', 'The meeting NOTED the list of boats.'],
  [
    'request.requests-thing',
    'Greenland would like Nordic funding for the count.',
    'Greenland would like to count the boats.',
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
    'announcement.will-take-place',
    'The sixth meeting will take place in Riga on 4 June 2020.',
    'The sixth meeting took place in Riga on 4 June 2018.',
  ],
  [
    'announcement.next-meeting',
    'The next plenary session will be in Oslo in autumn 2019, and the next meeting will convene there.',
    'The next speaker was from Oslo.',
  ],
  [
    'decision.it-was-agreed',
    'It was decided that the group meets every quarter.',
    'It was agreed that the group is of great value.',
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
    'recommendation.suggests',
    'Oman suggested that the fee be halved.',
    'Oman discussed what activities members can suggest.',
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
  [
    'decision.that-be',
    'That, a group led by Malta be established to count the boats.',
    'That the group should be established is a wish of Malta.',
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

describe('rules', () => {
  test.each([
    ['Leaders welcomed Malta’s offer to fund the register.', 'offer.accepted-from'],
    ['Ministers accepted the offer of Samoa to occupy the chair for a year.', 'offer.accepted-from'],
    ['Ministers welcomed the offer of the Royal Government of Norway to host the next Forum.', 'offer.accepted-from'],
    ['Malta suggested closer co-operation with the ports of the coast.', 'recommendation.suggests'],
    ['The Maltese party proposed to add lights.', 'recommendation.suggests'],
    ['We will meet again in Paris in the first half of 2021.', 'announcement.will-take-place'],
    ['To hold the next meeting in Rome in the second quarter of 2020.', 'announcement.next-line'],
    ['The Parties supported this initiative.', 'decision.supports-holding'],
    ['On Malta, Conference mandated the Chair to send a mission.', 'request.urges'],
    ['Summit calls on all Member States to count boats.', 'request.urges'],
    [
      'The Deputy Secretary in the Ministry of Ports of Malta, Mr Vella, called on members to count boats.',
      'request.urges',
    ],
  ])('%s', (sentence, rule) => expect(speaking(sentence)).toContain(rule));
  test.each([
    ['Leaders welcomed the contribution of Malta to the register.', 'offer.accepted-from'],
    [
      'Malta joined the Forum as an invited guest, together with the heads of the World Bank to speak of ice.',
      'request.urges',
    ],
    ['The Authority for Ice decided to build a pier.', 'decision.adopts'],
  ])('silent: %s', (sentence, rule) => expect(speaking(sentence)).not.toContain(rule));

  test.each(examples)('%s speaks and is silent', (rule, speaks, silent) => {
    expect(speaking(speaks)).toContain(rule);
    expect(speaking(silent)).not.toContain(rule);
  });

  test('every rule has its example', () => {
    expect(rules.map((r) => r.name).filter((name) => !examples.some(([rule]) => rule === name))).toEqual([]);
  });

  test('names are unique and say the kind', () => {
    expect(new Set(rules.map((r) => r.name)).size).toBe(rules.length);
    for (const rule of rules) expect(rule.name.startsWith(`${rule.kind}.`)).toBe(true);
  });
});
