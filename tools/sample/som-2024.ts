/** A paragraph of the two-column report; `{1}` marks the place of footnote 1. */
export interface SetParagraph {
  label?: string;
  heading?: string;
  text?: string;
}

export const som2024Notes: readonly string[] = [
  'The fund for returnees in Iraq and Pakistan was announced in Tirana in June 2022.',
  'Draft indicators were circulated on 2 April 2024.',
];

/**
 * Senior Officials Meeting of April 2024, set in two columns. Faults put in on purpose: "five areas" that are six,
 * a reference to a paragraph that does not exist, a wish that was already a promise.
 */
export const som2024: readonly SetParagraph[] = [
  { heading: 'Opening' },
  {
    label: '1.',
    text: 'The Senior Officials Meeting was held in Istanbul on 16 and 17 April 2024 with 83 participants from 24 countries: Albania, Austria, Azerbaijan, Bangladesh, Bosnia and Herzegovina, Bulgaria, Czechia, Denmark, Finland, Georgia, Germany, Hungary, Iraq, Italy, Kazakhstan, Montenegro, North Macedonia, Norway, Pakistan, Serbia, Sweden, Switzerland, Türkiye and Uzbekistan. The European Commission, the European Union Agency for Asylum (EUAA), the European Border and Coast Guard Agency (Frontex), the International Organization for Migration (IOM), the International Centre for Migration Policy Development (ICMPD) and the United Nations High Commissioner for Refugees (UNHCR) took part as well.',
  },
  {
    label: '2.',
    text: 'Ms. Defne Karaoğlan opened the meeting for Türkiye as Chair. She observed that a dialogue is judged by the second time a subject comes up. Hungary, as Co-Chair, proposed that every meeting should from now on begin with the open points of the one before. Senior Officials agreed to this.',
  },
  { heading: 'What became of earlier wishes' },
  {
    label: '3.',
    text: 'The Secretariat reported on five areas of work: asylum authorities, early warning, liaison officers, study visits, reintegration, and the identification of victims of trafficking. Of thirty-one recommendations made since March 2021, nine have been carried out.',
  },
  {
    label: '4.',
    text: 'The expert meeting on early warning, for which Bulgaria had offered Sofia in the first half of 2022, has not been held. Bulgaria explained that the dates had twice collided with elections. It remains ready to host it and will name a date by September 2024.',
  },
  {
    label: '5.',
    text: 'The study visit to Baku took place in May 2023 with fourteen colleagues from eight countries. Azerbaijan thanked those who came and announced no second one. Georgia would like to see such visits every year and suggested that the costs be shared.',
  },
  {
    label: '6.',
    text: 'The fund for returnees opened one year late.{1} Germany reported that 112 small businesses had been supported by March 2024. Iraq welcomed this and requested that the fund be extended to the provinces of the south. Norway has not joined so far.',
  },
  { heading: 'Tour de table' },
  {
    label: '7.',
    text: '**Albania** spoke about its new reception centre. **Austria** underlined that smuggling networks now sell packages in which return is included. **Bangladesh** announced that the manual of its reintegration centres is available in English; the country also offered to train five counsellors of other countries in Dhaka in 2025. **Denmark** argued that liaison officers should work for several countries at a time. **Finland** is ready to fund the translation of the indicator card into Pashto and Dari in the second half of 2024. **Georgia** repeated its invitation to use the training centre in Tbilisi. **Italy** called on members to answer requests for verification within thirty days. **Kazakhstan** took part in the Process for the first time in four years and asked for the documents in Russian.',
  },
  {
    label: '8.',
    text: '**North Macedonia**, as Chair of the Working Group on South East Europe, offered to host the first joint meeting of asylum authorities in Ohrid in the first half of 2025. It recalled that the wish goes back to March 2021. **Pakistan** reiterated its proposal for a link office in Belgrade. **Serbia** replied that it would provide a desk in the building of its Asylum Office as soon as Pakistan names an officer. **Sweden** will finance interpretation for the meeting in Ohrid. **Switzerland** considered that early warning must not stop at borders and proposed a pilot among four states. **Uzbekistan** expressed its interest in the work on returning workers.',
  },
  {
    label: '9.',
    text: '**EUAA** informed the meeting that its course on interviewing children had been taken by 310 officers outside the Union. The agency plans to translate the course into Bosnian and Turkish in 2025. **Frontex** described its risk analysis network in the Western Balkans. **UNHCR** urged members not to confuse speed with fairness. **IOM** offered to second a reintegration adviser to any country of origin that asks for one.',
  },
  { heading: 'Decisions' },
  {
    label: '10.',
    text: 'Senior Officials adopted the work plan for 2024 and 2025. They decided to set up a task team on early warning, consisting of Bulgaria, Hungary, Serbia, Switzerland and Türkiye, which will meet for the first time in the autumn of 2024.',
  },
  {
    label: '11.',
    text: 'Senior Officials approved indicators for the identification of victims of trafficking in principle.{2} They asked the Secretariat to test them with the national anti-trafficking coordinators (see paragraph 19).',
  },
  {
    label: '12.',
    text: 'Senior Officials did not reach agreement on the sharing of biometric data and will not return to the matter before 2026.',
  },
  { heading: 'Next meeting' },
  {
    label: '13.',
    text: 'The next Senior Officials Meeting will be held in Istanbul in the second quarter of 2026. The Chair thanked all delegations for having spoken so plainly.',
  },
];
