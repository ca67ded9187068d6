/** States of a delegation. `draft`, `returned` and `changed` are written in; who sees what follows from them (policies/delegations.sql). */
export const delegationStates = ['draft', 'submitted', 'approved', 'returned', 'changed'] as const;
export type DelegationState = (typeof delegationStates)[number];

/** The steps between states; the database has the same table (`record_transition`). */
export const delegationSteps: Readonly<Record<DelegationState, readonly DelegationState[]>> = {
  draft: ['submitted'],
  submitted: ['approved', 'returned', 'draft'],
  approved: ['changed', 'returned'],
  returned: ['submitted'],
  changed: ['submitted'],
};

/** Whether the people of the party may write into it as it stands. An approved one becomes `changed` by the first change. */
export const isOpen = (state: DelegationState): boolean => state !== 'submitted';
/** Whether it waits for its focal point to submit it. */
export const isUnsubmitted = (state: DelegationState): boolean => state !== 'submitted' && state !== 'approved';

/** Stages of a meeting in which delegations are filed and changed. */
export const takesDelegations = (stage: string): boolean => stage === 'called' || stage === 'open';

export const delegateRoles = ['head', 'member', 'observer', 'adviser'] as const;
export type DelegateRole = (typeof delegateRoles)[number];
export const presences = ['in-room', 'online'] as const;
export type Presence = (typeof presences)[number];
export const needKinds = ['visa-letter', 'interpretation', 'access', 'dietary'] as const;
export type NeedKind = (typeof needKinds)[number];

/** A delegate, as far as the rules below ask. Days are ISO. */
export interface DelegateEntry {
  id: string;
  name: string;
  function: string | null;
  role: DelegateRole;
  inRoom: readonly string[];
  online: readonly string[];
}

/** What keeps a delegation from being submitted: nobody in it, no head, somebody without a day, a day that is none of the meeting's. */
export type Hindrance = { kind: 'empty' } | { kind: 'no-head' } | { kind: 'no-day' | 'foreign-day'; name: string };

/** @param days of the meeting. Empty when nothing hinders. */
export function hindrances(delegates: readonly DelegateEntry[], days: readonly string[]): Hindrance[] {
  if (delegates.length === 0) return [{ kind: 'empty' }];
  const found: Hindrance[] = delegates.some(({ role }) => role === 'head') ? [] : [{ kind: 'no-head' }];
  for (const { name, inRoom, online } of delegates) {
    const own = [...inRoom, ...online];
    if (own.length === 0) found.push({ kind: 'no-day', name });
    else if (own.some((day) => !days.includes(day))) found.push({ kind: 'foreign-day', name });
  }
  return found;
}

/** How one delegate differs from what was approved. */
export interface DelegateChange {
  kind: 'added' | 'left' | 'changed';
  name: string;
  /** The name approved before, when it is another. */
  before?: string;
  fields: readonly ('name' | 'function' | 'role' | 'days')[];
}

/** What the Secretariat has to look at when a delegation comes again: every difference from what it approved, in the order of the delegation. */
export function changesSince(approved: readonly DelegateEntry[], now: readonly DelegateEntry[]): DelegateChange[] {
  const before = new Map(approved.map((entry) => [entry.id, entry]));
  const changes: DelegateChange[] = [];
  for (const entry of now) {
    const old = before.get(entry.id);
    before.delete(entry.id);
    if (!old) {
      changes.push({ kind: 'added', name: entry.name, fields: [] });
      continue;
    }
    const fields = differing(old, entry);
    if (fields.length > 0)
      changes.push({
        kind: 'changed',
        name: entry.name,
        fields,
        ...(old.name === entry.name ? {} : { before: old.name }),
      });
  }
  return [...changes, ...[...before.values()].map(({ name }) => ({ kind: 'left' as const, name, fields: [] }))];
}

function differing(old: DelegateEntry, entry: DelegateEntry): DelegateChange['fields'] {
  const days = (one: DelegateEntry) => JSON.stringify([one.inRoom.toSorted(), one.online.toSorted()]);
  return (['name', 'function', 'role', 'days'] as const).filter((field) =>
    field === 'days' ? days(old) !== days(entry) : old[field] !== entry[field],
  );
}

/** Days of a meeting, both ends included, at most 31. A meeting without days has none. */
export function daysOf(start: string | null, end: string | null): string[] {
  if (start === null) return [];
  const days: string[] = [];
  const last = end ?? start;
  for (let day = start; day <= last && days.length < 31; day = later(day, 1)) days.push(day);
  return days;
}

/** The day when what a delegate needs is deleted: the last day of the meeting and the days its call states. ISO. */
export const deletionDay = (lastDay: string, keptDays: number): string => later(lastDay, keptDays);

const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** How a party stands with its delegation at a moment; computed from the clock, never kept. */
export type Standing = DelegationState | 'awaited' | 'missing' | 'declined';

/**
 * @param state null when nothing is filed, or nothing the asker may see (a draft of another party).
 * @param answer of the party to the invitation.
 */
export function standingAt(state: DelegationState | null, answer: string | null, due: Date | null, at: Date): Standing {
  if (state !== null && state !== 'draft') return state;
  if (answer === 'declined') return 'declined';
  if (due !== null && at > due) return 'missing';
  return state ?? 'awaited';
}

/** What a badge says to a reader of QR codes: the address of the check-in page with the participant in it. */
export const badgeAddress = (origin: string, slug: string, participant: string): string =>
  `${origin}/meetings/${slug}/check-in?badge=${participant}`;

const badge = /(?:^|[?&]badge=)([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})(?:$|[&#])/i;

/** The participant a scanned or typed text names; null when it is no badge of ours. */
export const participantOnBadge = (text: string): string | null => badge.exec(text.trim())?.[1]?.toLowerCase() ?? null;
