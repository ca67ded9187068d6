import { describe, expect, test } from 'vitest';
import { findMentions } from '../../mentions/mentions.ts';
import { learnOffices } from '../../mentions/offices.ts';
import { viewsOf } from '../../mentions/view.ts';
import { textToDocument } from '../../sources/text.ts';
import { followSpeakers } from '../../statements/speakers.ts';
import { buildDocument } from '../../structure/document.ts';
import { apply, rules } from '../apply.ts';
import { announcementExamples } from './announcements.examples.ts';
import { decisionExamples } from './decisions.examples.ts';
import { offerExamples } from './offers.examples.ts';
import { recommendationExamples } from './recommendations.examples.ts';
import { requestExamples } from './requests.examples.ts';

/** The rules that speak in the last sentence of a paragraph of a report of 3 May 2019. */
function speaking(paragraph: string): string[] {
  const doc = buildDocument(
    textToDocument(`Plenary of the Dialogue\n\nTallinn, 3 May 2019\n\n1. ${paragraph}\n`, 'a.txt', 'text/plain', ''),
  );
  const views = viewsOf(doc.paras, findMentions(doc.text));
  const offices = learnOffices(views);
  const floors = [...followSpeakers(views, offices)];
  const context = { offices, lists: new Map(), meetingStart: '2019-05-03', meetingEnd: '2019-05-03' };
  const view = views.at(-1);
  const floor = floors.at(-1);
  if (!view || !floor) return [];
  return rules.filter((rule) => apply(rule, view, floor, context, null) !== null).map((rule) => rule.name);
}

/** Every rule with its examples. */
const examples = [
  ...offerExamples,
  ...decisionExamples,
  ...requestExamples,
  ...announcementExamples,
  ...recommendationExamples,
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
    ['Malta proposed that lights be added to the list, and the Meeting endorsed this proposal.', 'decision.adopts'],
    ['Malta put forward its candidacy to host the next Forum, which was accepted.', 'decision.consensus'],
    ['Malta put forward its candidacy to host the next Forum.', 'offer.expressed-readiness'],
    ['Malta will extend its programme against ice until 2021.', 'offer.will-give'],
    ['The Forum welcomed the readiness of Malta to continue to chair the group.', 'offer.accepted-from'],
    ['The next Convention will take place in Rome on 23-24 September 2020.', 'announcement.will-take-place'],
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
    ['Malta proposed that ports which ministers adopted in May be listed.', 'decision.adopts'],
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
