/** A party or body as a knot names it. */
export interface Who {
  /** Key in the register; null when the name is not resolved. */
  key: string | null;
  name: string;
  body: boolean;
}

export type KnotKind =
  | 'outcome'
  | 'commitment'
  | 'taken-on'
  | 'declined'
  | 'claimed'
  | 'confirmed'
  | 'activity'
  | 'progress'
  | 'completed'
  | 'superseded'
  | 'withdrawn'
  | 'silence';

/** One thing of a thread on its day. Plain data: what a page, a file and another program read alike. */
export interface Knot {
  /** `outcome:<id>`, `commitment:<id>`, `step:<id>` …; a silence is `silence:<its first day>`, and `silence:now` lasts until the day of asking. */
  id: string;
  kind: KnotKind;
  /** The interval it may have happened in; null when no day is known. */
  from: string | null;
  until: string | null;
  /** State of the thing itself: of an outcome, commitment or activity. */
  state: string | null;
  /** Kind of the outcome or activity. */
  what: string | null;
  /** From whom it comes; empty when that is hidden from the asker or nobody in particular speaks. */
  who: Who[];
  /** True when the Chatham House Rule hides who said it. */
  hidden: boolean;
  /** What it is called: the report of an outcome, the commitment, the activity. */
  title: string;
  /** The very words; null where there are none. */
  sentence: string | null;
  /** BCP 47 language of the sentence. */
  language: string;
  /** The paragraph the sentence stands in, and where. */
  paragraph: { text: string; label: string | null; start: number; end: number } | null;
  /** Address of the thing, and of its place in the text. */
  link: string | null;
  place: string | null;
  /** Whether somebody was heard of the matter: an outcome, a progress report, an activity that was held. */
  heard: boolean;
  /** audience `party`: an internal note, seen by its own party alone. */
  audience: 'party' | 'participants' | 'public' | null;
  /** The interval in which a commitment is due. */
  due: { from: string; until: string } | null;
  evidence: { title: string; link: string | null }[];
  /** What it is tied to, by id of the other knot. */
  ties: { to: string; kind: string }[];
  /** Whole months, for a silence. */
  months: number;
}

/** A thread: knots that hang together, oldest first, with the silences between and after them. */
export interface Branch {
  title: string;
  knots: Knot[];
  /** Last day something was heard. */
  lastHeard: string | null;
  /** Every commitment in it is completed, superseded or withdrawn: no silence follows. */
  closed: boolean;
  /** It is not closed, and too long nothing was heard of it (`isSilent` of follow-up). */
  silent: boolean;
}

export type TracedKind = 'outcome' | 'commitment' | 'activity' | 'progress' | 'paragraph' | 'report' | 'meeting';

export interface Trace {
  of: { kind: TracedKind; id: string; title: string; link: string };
  /** The day from which silences are counted. */
  on: string;
  branches: Branch[];
  /** True when the thread is longer than `mostKnots`; then the nearest ones are here. */
  bounded: boolean;
}
