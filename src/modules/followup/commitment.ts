/** open; completed when every owner that holds it is confirmed; superseded by another; withdrawn with a reason. */
export const commitmentStates = ['open', 'completed', 'superseded', 'withdrawn'] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** From which state to which; the database has the same table (`record_transition`) and refuses the rest. */
export const commitmentSteps: Readonly<Record<CommitmentState, readonly CommitmentState[]>> = {
  open: ['completed', 'superseded', 'withdrawn'],
  completed: ['open'],
  superseded: ['open'],
  withdrawn: ['open'],
};

/** asked; accepted: taken on; declined with a reason; claimed: says it is done; confirmed: somebody else agrees; released: no owner any longer. */
export const ownerStates = ['asked', 'accepted', 'declined', 'claimed', 'confirmed', 'released'] as const;
export type OwnerState = (typeof ownerStates)[number];

export const ownerSteps: Readonly<Record<OwnerState, readonly OwnerState[]>> = {
  asked: ['accepted', 'declined', 'claimed', 'released'],
  accepted: ['claimed', 'declined', 'released'],
  declined: ['accepted', 'asked', 'released'],
  claimed: ['confirmed', 'accepted', 'released'],
  confirmed: ['accepted'],
  released: ['asked'],
};

/** Answers to a recommendation, as peer reviews know them. */
export const responses = ['supported', 'in-part', 'noted', 'declined'] as const;
export type Response = (typeof responses)[number];

/** Who reads a progress report: party is an internal note, for the people of its owner alone. Widest last. */
export const audiences = ['party', 'participants', 'public'] as const;
export type Audience = (typeof audiences)[number];

/** What is written into `commitment_revision.verb`. */
export type CommitmentVerb =
  | 'raised'
  | 'edited'
  | 'outcome-added'
  | 'outcome-removed'
  | 'owner-added'
  | 'asked'
  | 'taken-on'
  | 'declined'
  | 'reported'
  | 'corrected'
  | 'progress-withdrawn'
  | 'update-asked'
  | 'claimed'
  | 'confirmed'
  | 'returned'
  | 'released'
  | 'responded'
  | 'completed'
  | 'renewed'
  | 'superseded'
  | 'withdrawn'
  | 'reopened';

/** How a person stands to one owner of a commitment. */
export interface Standing {
  /** One of the owner's own people: of the party, or chair of the body; for a body the Secretariat as well. */
  own: boolean;
  /** Chairs the body that follows the commitment up. */
  presides: boolean;
  staff: boolean;
  /** Member or focal point of some party. */
  delegate: boolean;
}

export const ownerVerbs = [
  'take-on',
  'decline',
  'report',
  'complete',
  'confirm',
  'return',
  'ask-update',
  'ask-again',
  'release',
] as const;
export type OwnerVerb = (typeof ownerVerbs)[number];

/** What leads from which state to which, and who may: the same rule as the trigger `commitment_owner_guard`. */
const rules: Readonly<Record<OwnerVerb, { from: readonly OwnerState[]; may: (who: Standing) => boolean }>> = {
  'take-on': { from: ['asked', 'declined'], may: (who) => who.own },
  decline: { from: ['asked', 'accepted'], may: (who) => who.own },
  report: { from: ['asked', 'accepted', 'claimed', 'confirmed'], may: (who) => who.own },
  complete: { from: ['asked', 'accepted'], may: (who) => who.own },
  confirm: { from: ['claimed'], may: (who) => !who.own && (who.presides || who.delegate) },
  return: { from: ['claimed'], may: (who) => !who.own && (who.presides || who.delegate) },
  'ask-update': { from: ['asked', 'accepted'], may: (who) => !who.own },
  'ask-again': { from: ['declined', 'released'], may: (who) => who.staff || who.presides },
  release: { from: ['asked', 'accepted', 'declined', 'claimed'], may: (who) => who.staff || who.presides },
};

/**
 * What a person may do about an owner now; pages offer exactly this, and the database refuses the rest.
 * While a commitment is not open only a completed one can still be reported on.
 */
export function ownerVerbsFor(commitment: CommitmentState, owner: OwnerState, who: Standing): OwnerVerb[] {
  return ownerVerbs.filter((verb) => {
    if (commitment !== 'open' && !(verb === 'report' && commitment === 'completed')) return false;
    return rules[verb].from.includes(owner) && rules[verb].may(who);
  });
}

/**
 * Whether the commitment is completed by its owners: somebody is confirmed, and nobody still holds it.
 * An owner that declined or was released stands in nobody's way; if all did, it stays open.
 */
export function completedBy(owners: readonly OwnerState[]): boolean {
  return owners.includes('confirmed') && owners.every((state) => ['confirmed', 'declined', 'released'].includes(state));
}

/** `C-12`, as people cite it. */
export const commitmentCode = (number: number): string => `C-${number}`;

/** Where it has its page. */
export const commitmentPath = (number: number): string => `/commitments/${commitmentCode(number)}`;

/** The number in `C-12`, `c12` or `12`; `null` when it is none. */
export function numberOfCode(code: string): number | null {
  const found = /^[CA]?-?(\d{1,9})$/i.exec(code.trim());
  return found ? Number(found[1]) : null;
}
