/** A paragraph of a report that a person may choose as evidence, by the sentences that were found in it. */
export interface OfferedParagraph {
  /** What the form sends: `/reports/<slug>#p5`. */
  address: string;
  /** Plain text; a hit is a word that was looked for. */
  runs: { text: string; hit: boolean }[];
  report: string;
  /** First day of the meeting the report is of. */
  day: string | null;
  /** Label of the paragraph for readers. */
  label: string | null;
}

/** What a search for evidence gave. */
export interface EvidenceSearch {
  q: string;
  /** False when the question has no word to look for. */
  asked: boolean;
  /** Paragraphs there are; the first of them are in `found`. */
  total: number;
  found: OfferedParagraph[];
}

/** What a form with evidence shows again: what was chosen already, and the last search. */
export interface EvidenceOffer {
  chosen: OfferedParagraph[];
  /** Addresses that lead to no paragraph the person may read, as they were typed. */
  unknown: string[];
  search: EvidenceSearch | null;
}
