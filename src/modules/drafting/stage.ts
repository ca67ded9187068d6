/** Stages of a draft. */
export const draftStages = ['drafting', 'circulated', 'revised', 'silence', 'adopted', 'published'] as const;
export type DraftStage = (typeof draftStages)[number];

/** The steps between stages; the database has the same table (`record_transition`). */
export const draftSteps: Readonly<Record<DraftStage, readonly DraftStage[]>> = {
  drafting: ['circulated', 'silence', 'adopted'],
  circulated: ['revised', 'adopted'],
  revised: ['circulated', 'silence', 'adopted'],
  silence: ['revised', 'adopted'],
  adopted: ['published', 'silence'],
  published: [],
};

/** Stages in which the text can be written. */
export const isOpen = (stage: DraftStage): boolean => stage === 'drafting' || stage === 'revised';

/** How silence stands at a moment. */
export const silenceStates = ['running', 'broken', 'ended'] as const;
export type SilenceState = (typeof silenceStates)[number];

/** Whether an objection is in time: received before the instant, not at it. Milliseconds decide. */
export const isTimely = (receivedAt: Date, until: Date): boolean => receivedAt.getTime() < until.getTime();

/**
 * Computed from the clock and the objections, never kept.
 * @param received when each objection was received, late ones included.
 */
export function silenceAt(until: Date, received: readonly Date[], at: Date): SilenceState {
  if (received.some((one) => isTimely(one, until))) return 'broken';
  return at.getTime() < until.getTime() ? 'running' : 'ended';
}

/**
 * How long after the instant nothing irreversible is done: longer than a transaction can live (statement 30 s, idle 60 s, `openDatabase`), so that an objection
 * received in the last millisecond is written before. The state itself does not wait: at the instant silence has ended.
 */
export const settlingMs = 90_000;

/** Whether an ended silence may be recorded and published. */
export const isSettled = (until: Date, at: Date): boolean => at.getTime() >= until.getTime() + settlingMs;

export const adoptionWays = ['in-meeting', 'chair', 'silence'] as const;
export type AdoptionWay = (typeof adoptionWays)[number];

/** What a version is circulated for. */
export const versionPurposes = ['comments', 'silence', 'adoption'] as const;
export type VersionPurpose = (typeof versionPurposes)[number];

/** What can become of a comment. */
export const dispositions = ['accepted', 'accepted-in-part', 'rejected', 'noted'] as const;
export type Disposition = (typeof dispositions)[number];
export const objectionKinds = ['objection', 'amendment'] as const;
export type ObjectionKind = (typeof objectionKinds)[number];
