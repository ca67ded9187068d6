/** What the components of the thread show: the plain data of its queries. */
export type { CommitmentLine } from '../commitment-lines.ts';
export type { Movement } from '../moved-since.ts';
export type { SaidOutcome, StateOfPlay } from '../state-of-play.ts';
export type { Wish } from '../returning-wishes.ts';
export type { Became, CommitmentLink } from '../what-became.ts';
export type { AttendedMeeting, PartyStanding } from '../party-standing.ts';
export type { LeftOpen } from '../before-next-meeting.ts';
