/** Stages of a meeting that is held here. Who sees it follows from what went out: nothing yet its leaders alone, its date or its call all participants. */
export const meetingStages = ['draft', 'called', 'open', 'closed', 'cancelled'] as const;
export type MeetingStage = (typeof meetingStages)[number];
/** The way of a meeting that is held: all but being cancelled. */
export const meetingWay = ['draft', 'called', 'open', 'closed'] as const satisfies readonly MeetingStage[];

/** The steps between stages; the database has the same table (`record_transition`). */
export const meetingSteps: Readonly<Record<MeetingStage, readonly MeetingStage[]>> = {
  draft: ['called', 'cancelled'],
  called: ['open', 'cancelled'],
  open: ['called', 'closed'],
  closed: ['open'],
  cancelled: [],
};

/** Stages in which the agenda, the papers and the list of the invited can be changed. */
export const isPrepared = (stage: MeetingStage): boolean => stage === 'draft' || stage === 'called' || stage === 'open';
/** Stages in which an invitation is out and can be answered. */
export const takesAnswers = (stage: MeetingStage): boolean => stage === 'called' || stage === 'open';

export const meetingModes = ['in-person', 'online', 'hybrid'] as const;
export type MeetingMode = (typeof meetingModes)[number];

export const orderings = ['short-name-en', 'short-name-ru', 'short-name-tr', 'short-name-ar'] as const;
export type Ordering = (typeof orderings)[number];

export const standings = ['member', 'observer', 'guest'] as const;
export type Standing = (typeof standings)[number];

export const answers = ['accepted', 'tentative', 'declined'] as const;
export type InvitationAnswer = (typeof answers)[number];

export const paperAccesses = ['leaders', 'invited', 'participants', 'public'] as const;
export type PaperAccess = (typeof paperAccesses)[number];

export const duties = ['moderator', 'rapporteur', 'note-taker', 'speaker'] as const;
export type Duty = (typeof duties)[number];

/**
 * How an invited party stands with its answer. `awaited`: none yet, in time. `missing`: none, the day has passed. `late`: answered, but after it.
 * Computed from the clock, never kept.
 */
export type AnswerState = 'awaited' | 'missing' | 'answered' | 'late';

/** @param due until when answers are asked for; null is no day. An answer is in time up to and including that moment. */
export function answerStateAt(answeredAt: Date | null, due: Date | null, at: Date): AnswerState {
  if (answeredAt !== null) return due !== null && answeredAt > due ? 'late' : 'answered';
  return due !== null && at > due ? 'missing' : 'awaited';
}

/** What has to happen next with a meeting, for whoever leads it; a page has a sentence for each. */
export type MeetingNext = 'save-date' | 'call' | 'await' | 'open' | 'hold' | 'report' | 'none';

/** @param day the day of `at` in the zone of the meeting, ISO. */
export function nextStepOn(
  meeting: { stage: MeetingStage; startDay: string | null; savedDateAt: Date | null },
  day: string,
): MeetingNext {
  if (meeting.stage === 'draft') return meeting.savedDateAt === null ? 'save-date' : 'call';
  if (meeting.stage === 'called') return meeting.startDay !== null && meeting.startDay <= day ? 'open' : 'await';
  if (meeting.stage === 'open') return 'hold';
  return meeting.stage === 'closed' ? 'report' : 'none';
}
