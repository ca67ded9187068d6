/** One row of an import preview, as the page shows it. */
export interface ImportLine {
  line: number;
  status: 'new' | 'changed' | 'same' | 'error';
  what: string;
  sentence: string | null;
}
