import type { Block } from './docx.ts';

/**
 * Thematic meeting of June 2022: Word's own numbering, a table of participants, footnotes and one tracked change.
 * Faults put in on purpose: a Tuesday that was a Wednesday, and Turkey beside Türkiye after the name had changed.
 */
export const return2022: readonly Block[] = [
  { kind: 'title', text: 'Thematic Meeting on Return and Reintegration' },
  { kind: 'line', text: 'Tuesday, 15 June 2022' },
  { kind: 'line', text: 'Tirana, Albania' },
  { kind: 'line', text: 'Invented session, written for trying out Redthread' },
  { kind: 'heading', text: 'Participation' },
  {
    kind: 'number',
    text: 'The Thematic Meeting was hosted by Albania and gathered 41 participants from 12 countries and organisations, as set out in the table below.',
  },
  {
    kind: 'table',
    rows: [
      ['Delegation', 'Persons'],
      ['Albania', '7'],
      ['Azerbaijan', '2'],
      ['Bangladesh', '3'],
      ['Germany', '4'],
      ['Hungary', '3'],
      ['Iraq', '4'],
      ['Norway', '2'],
      ['Pakistan', '3'],
      ['Türkiye', '5'],
      ['European Commission', '2'],
      ['International Centre for Migration Policy Development (ICMPD)', '4'],
      ['International Organization for Migration (IOM)', '2'],
    ],
  },
  { kind: 'heading', text: 'What returning means' },
  {
    kind: 'number',
    text: 'Mr. Ardian Kelmendi opened the meeting on behalf of Albania. He said that a ticket home is the shortest part of a return. Turkey, as Chair of the Budapest Process, added that the two sides of a return seldom sit in one room.',
  },
  {
    kind: 'number',
    text: 'The Secretariat reported on the steps taken since the online meeting of March 2021. Sweden had trained twenty-four interpreters in remote work, four more than it had promised. The glossary of asylum terms had not been begun.',
    note: 'The list of open points is on the members’ pages.',
  },
  {
    kind: 'number',
    text: 'Iraq explained that families who return after many years often have no papers for their children. It asked partner countries to issue such papers before departure. Iraq also called for help with schooling in the first year.',
  },
  {
    kind: 'number',
    text: 'Bangladesh presented its centres for returning workers. ',
    inserted: 'It is willing to share the manual of these centres with all members in English. ',
    deleted: 'The manual cannot be shared for the time being. ',
    after: 'The centres are run by former migrants.',
  },
  {
    kind: 'number',
    text: 'Germany announced a fund of EUR 2 million for small businesses of returnees in Iraq and Pakistan, to be open from January 2023. Norway plans to join the fund with a smaller amount.',
    note: 'Subject to the approval of the budget.',
  },
  {
    kind: 'number',
    text: 'Pakistan proposed that link offices of countries of origin be opened in South East Europe, beginning with Belgrade. The officers would confirm identities and speak with people in their own language.',
  },
  {
    kind: 'number',
    text: 'Azerbaijan invited colleagues from the region to a study visit to its migration service in Baku in the spring of 2023.',
  },
  { kind: 'heading', text: 'Recommendations' },
  { kind: 'number', text: 'At the end of the day the moderators put together these recommendations:' },
  { kind: 'letter', text: 'Begin the plan for reintegration before the flight is booked;' },
  { kind: 'letter', text: 'Establish one contact point for reintegration in every country of origin;' },
  {
    kind: 'letter',
    text: 'Follow up with returnees after six and after eighteen months, and publish what was learned;',
  },
  {
    kind: 'letter',
    text: 'Hold study visits in both directions, so that return officers see the places people return to.',
  },
  { kind: 'heading', text: 'Next steps' },
  { kind: 'number', text: 'The participants agreed to:' },
  { kind: 'letter', text: 'Send the addresses of their contact points to the Secretariat by 30 September 2022;' },
  { kind: 'letter', text: 'Take up the proposal on link offices at the next meeting of the Working Groups.' },
  {
    kind: 'number',
    text: 'Hungary, as Co-Chair, closed the meeting. A joint meeting of the regional Working Groups will take place in the spring of 2023.',
  },
];
