/** Stages of a plan cycle. Who sees it follows from the stage: call its Secretariat and chair, endorsed everybody, else all participants. */
export const cycleStages = ['call', 'inputs', 'draft', 'comments', 'revised', 'endorsed'] as const;
export type CycleStage = (typeof cycleStages)[number];

/** The steps between stages; the database has the same table (`record_transition`). */
export const cycleSteps: Readonly<Record<CycleStage, readonly CycleStage[]>> = {
  call: ['inputs'],
  inputs: ['draft'],
  draft: ['inputs', 'comments'],
  comments: ['revised'],
  revised: ['comments', 'endorsed'],
  endorsed: [],
};

/** Stages in which inputs can be written, and submitted if the deadline or the call allows it. */
export const takesInputs = (stage: CycleStage): boolean => stage === 'inputs' || stage === 'draft';
/** Stages in which the Secretariat works on the entries of the plan. */
export const isAssembled = (stage: CycleStage): boolean => stage === 'draft' || stage === 'revised';

/**
 * How a party stands with what a call asks of it.
 * `awaited`: nothing yet, in time. `submitted`: in time. `late`: after the deadline. `missing`: nothing, the deadline has passed. `left`: no longer in the body,
 * and nothing submitted.
 */
export const partyStates = ['submitted', 'late', 'awaited', 'missing', 'left'] as const;
export type PartyState = (typeof partyStates)[number];

/**
 * Computed from the clock, never kept. An input is in time up to and including the deadline itself.
 * @param submittedAt when it was submitted; null when it was not.
 * @param left whether the party has left the body.
 */
export function partyStateAt(submittedAt: Date | null, due: Date, left: boolean, at: Date): PartyState {
  if (submittedAt !== null) return submittedAt <= due ? 'submitted' : 'late';
  if (left) return 'left';
  return at <= due ? 'awaited' : 'missing';
}

/** Whether an input may be submitted at a moment: in time, or late where the call allows it; never once the draft is out. */
export function maySubmit(cycle: { stage: CycleStage; due: Date; lateInputs: boolean }, at: Date): boolean {
  return takesInputs(cycle.stage) && (at <= cycle.due || cycle.lateInputs);
}

const day = 86_400_000;

/** When the clock reminds of a deadline: from four weeks, two weeks, three days before it, and once it has passed. */
export const reminders = ['four-weeks', 'two-weeks', 'three-days', 'passed'] as const;
export type Reminder = (typeof reminders)[number];

/** Which reminder is due at a moment, the latest of them; null while the deadline is more than four weeks away. */
export function reminderAt(due: Date, at: Date): Reminder | null {
  const left = due.getTime() - at.getTime();
  if (left < 0) return 'passed';
  if (left <= 3 * day) return 'three-days';
  if (left <= 14 * day) return 'two-weeks';
  return left <= 28 * day ? 'four-weeks' : null;
}

/** What has to happen next with a cycle; a page has a sentence for each. */
export type NextStep =
  | 'open'
  | 'await-inputs'
  | 'assemble'
  | 'circulate'
  | 'await-comments'
  | 'revise'
  | 'answer'
  | 'issue'
  | 'endorse'
  | 'follow-up';

/** The next step of a cycle at a moment. */
export function nextStepAt(
  cycle: {
    stage: CycleStage;
    inputsDue: Date;
    commentsDue: Date | null;
    /** Parties asked that neither submitted nor left. */
    outstanding: number;
    /** Comments without a disposition. */
    openComments: number;
    /** Whether the newest version is the plan as it stands. */
    issued: boolean;
  },
  at: Date,
): NextStep {
  switch (cycle.stage) {
    case 'call':
      return 'open';
    case 'inputs':
      return cycle.outstanding > 0 && at <= cycle.inputsDue ? 'await-inputs' : 'assemble';
    case 'draft':
      return 'circulate';
    case 'comments':
      return cycle.commentsDue !== null && at <= cycle.commentsDue ? 'await-comments' : 'revise';
    case 'revised':
      return cycle.openComments > 0 ? 'answer' : cycle.issued ? 'endorse' : 'issue';
    case 'endorsed':
      return 'follow-up';
  }
}

/**
 * The name of a cycle in addresses: its years, `2027-2028`; `2027` for one year.
 * @param taken names that exist already; the new one gets `-b`, `-c` … if needed, which no reader takes for a year.
 */
export function cycleSlug(firstDay: string, lastDay: string, taken: ReadonlySet<string>): string {
  const [first, last] = [firstDay.slice(0, 4), lastDay.slice(0, 4)];
  const base = first === last ? first : `${first}-${last}`;
  if (!taken.has(base)) return base;
  for (let n = 1; ; n++) {
    const slug = `${base}-${n < 25 ? String.fromCodePoint(97 + n) : `z${n}`}`;
    if (!taken.has(slug)) return slug;
  }
}
