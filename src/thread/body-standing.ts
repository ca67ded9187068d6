import type { Tx } from '../kernel/action.ts';
import { meetingsOf, nextMeetingOf, type ComingMeeting, type HeldMeeting } from './body-meetings.ts';
import {
  commitmentLines,
  followedBy,
  isOverdue,
  isSilentLine,
  nextDueFirst,
  type AsOfMoment,
  type CommitmentLine,
} from './commitment-lines.ts';

/** Where a body stands: its meetings, what it follows up, what is due and what is silent. Everything by the rights of who asks. */
export interface BodyStanding {
  /** The newest first. */
  meetings: HeldMeeting[];
  meetingsTotal: number;
  next: ComingMeeting | null;
  /** Open commitments, overdue ones first, then by when they are due. */
  open: CommitmentLine[];
  overdue: number;
  silent: number;
}

/** Meetings on the page itself; the rest is one link away. */
const shown = 12;

/** @param body id of the body; names as of `as.on` */
export async function bodyStanding(tx: Tx, body: string, as: AsOfMoment, language: string): Promise<BodyStanding> {
  const meetings = await meetingsOf(tx, body, as.on, as.known);
  const lines = await commitmentLines(tx, followedBy(body), as, language, as.on);
  const open = lines.filter(({ state }) => state === 'open');
  return {
    meetings: meetings.slice(0, shown),
    meetingsTotal: meetings.length,
    next: await nextMeetingOf(tx, body, as.on, as.known),
    open: open.toSorted(nextDueFirst),
    overdue: open.filter((line) => isOverdue(line, as.on)).length,
    silent: open.filter((line) => isSilentLine(line, as.on)).length,
  };
}
