import type { Block } from './docx.ts';

/**
 * Expert meeting of March 2025 under the Chatham House Rule. Faults put in on purpose: a speaker is named all the same,
 * and an acronym is spelt out in two ways.
 */
export const experts2025: readonly Block[] = [
  { kind: 'title', text: 'Expert Meeting on the Identification of Victims of Trafficking' },
  { kind: 'line', text: 'Budapest, Hungary' },
  { kind: 'line', text: '5–6 March 2025' },
  { kind: 'line', text: 'Invented session, written for trying out Redthread' },
  { kind: 'heading', text: 'Summary' },
  {
    kind: 'number',
    text: 'Thirty-eight experts from police, social services and non-governmental organisations met in Budapest at the invitation of Hungary. The meeting was held under the Chatham House Rule.',
  },
  {
    kind: 'number',
    text: 'The first session looked at the pocket card with indicators, which was tested at three border crossings in 2021 and 2022. A police officer with long experience said that the card works when a shift leader uses it as well. Mr. Henrik Dalgaard of the Danish police objected that indicators age quickly.',
    note: 'The card exists in Albanian, English, Serbian and Turkish.',
  },
  {
    kind: 'number',
    text: 'The second session dealt with the first seventy-two hours. Several experts described victims who were heard three times by three offices before anyone offered a bed. The Office of the UN High Commissioner for Refugees (UNHCR) and a shelter run by nuns gave examples of how one hearing can be enough.',
  },
  {
    kind: 'number',
    text: 'The third session asked how information travels between states. It was recalled that the network of national anti-trafficking coordinators has no meeting of its own. The High Commission for Refugees (UNHCR) warned that data on victims must never reach an asylum file without consent.',
  },
  { kind: 'heading', text: 'Recommendations of the experts' },
  { kind: 'number', text: 'The experts recommend to the Senior Officials:' },
  { kind: 'letter', text: 'Adopt one checklist for the first hearing, not longer than two pages;' },
  { kind: 'letter', text: 'Translate the pocket card into Dari, Pashto and Bengali;' },
  {
    kind: 'letter',
    text: 'Let the national anti-trafficking coordinators meet once a year, back to back with the Working Groups;',
  },
  { kind: 'letter', text: 'Pay for a bed for thirty days wherever the signs of trafficking are present;' },
  { kind: 'letter', text: 'Train at least two officers of every border crossing in the use of the checklist.' },
  { kind: 'heading', text: 'Way forward' },
  {
    kind: 'number',
    text: 'One delegation offered to pay for the translation into Dari and Pashto. The Secretariat will circulate a draft of the checklist by 30 June 2025.',
  },
  {
    kind: 'number',
    text: 'The draft will be discussed at the next meeting of the Working Group on South East Europe (see paragraph 4 above).',
  },
];
