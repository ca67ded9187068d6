import { spokenAt, type Turn } from './intervention.ts';

/** Time of one intervention and of one delegation in a session, seconds; null is unlimited. */
export interface Limits {
  secondsEach: number | null;
  secondsParty: number | null;
}

type Charged = Pick<Turn, 'since' | 'spoken' | 'kind'> & { party: string | null };

/** Milliseconds a delegation has spoken in the session until `now`. Points of order are not charged to it. */
export const spokenByParty = (turns: readonly Charged[], party: string, now: number): number =>
  turns
    .filter((turn) => turn.party === party && turn.kind !== 'point-of-order')
    .reduce((sum, turn) => sum + spokenAt(turn, now), 0);

/**
 * Milliseconds that are left to a turn at `now`: of its own time or of what its delegation has left, whichever ends first. Negative: over time.
 * null: unlimited.
 */
export function leftAt(turn: Charged, turns: readonly Charged[], limits: Limits, now: number): number | null {
  const left: number[] = [];
  if (limits.secondsEach !== null) left.push(limits.secondsEach * 1000 - spokenAt(turn, now));
  if (limits.secondsParty !== null && turn.party !== null && turn.kind !== 'point-of-order')
    left.push(limits.secondsParty * 1000 - spokenByParty(turns, turn.party, now));
  return left.length === 0 ? null : Math.min(...left);
}

/** Milliseconds as a clock shows them, `2:05`, `1:00:00`; over time with a minus sign. Time left is rounded up, so that 0:00 is the end. */
export function clockText(ms: number): string {
  const seconds = Math.abs(Math.ceil(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const text = h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
  return ms <= -1000 ? `−${text}` : text;
}

/** Time spoken as a clock shows it: whole seconds that have passed. */
export const elapsedText = (ms: number): string => clockText(Math.floor(ms / 1000) * 1000);
