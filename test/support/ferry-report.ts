// The same bytes are refused a second time; a run against an application that keeps running brings its own.
export const printRun = `run${Date.now().toString(36)}`;

/** A report of an invented workshop, in words of our own, for journeys that bring a file in. */
export const ferryReport = (edition = ''): string => `# Workshop on Ferry Landings${edition}

Varna, Bulgaria, 4 and 5 May 2027

1. The workshop on ferry landings met in Varna on 4 and 5 May 2027. It was attended by 18 participants from 3 countries: Bulgaria, Georgia and Türkiye.

2. Georgia is ready to host an expert meeting on night landings in the second half of 2027. Türkiye asked Bulgaria to share its table of landing fees by 30 September 2027.

3. The participants agreed to:

    a. keep a common list of ferry landings, updated twice a year;
    b. send the names of their harbour masters to the Secretariat by 1 July 2027.

4. Quiet moorings were praised in ${printRun} by everybody who had slept on board.
`;

/** The same report as its authors corrected it: one sentence changed, one new, the rest as it was. */
export const correctedFerryReport = (edition = ''): string =>
  ferryReport(edition)
    .replace('updated twice a year', 'updated four times a year')
    .replace('Quiet moorings', 'Bulgaria offered to print the list in three languages. Quiet moorings');

export const asFile = (name: string, text: string) => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) });
