const rivers = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Ginkgo', 'Hazel'];

/** A report of an invented workshop, another one for every number; always the same paragraphs and outcomes. */
export function reportText(number: number): string {
  const river = `${rivers[number % rivers.length]} ${number}`;
  return `Workshop ${number} on Crossings of the River ${river}
Tirana, ${1 + (number % 27)} May 2023

1. Workshop ${number} took place in Tirana on ${1 + (number % 27)} May 2023. Three countries took part: Albania, Hungary and Türkiye.

2. The following recommendations were made:
a. To set up a shared list of the landing places of the River ${river} by the end of 2024.
b. To hold a second workshop on patrols of the River ${river}.
c. To publish the water levels of the River ${river} every week.

3. Hungary is ready to host an expert meeting on night crossings of the River ${river} in the second half of 2024.
`;
}
