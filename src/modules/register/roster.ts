import { holdsOn, mandateRoles, type Certainty, type MandateRole, type Term } from './mandate.ts';
import { knownAt, type AsOf } from './name.ts';

/** A mandate as the register has it, withdrawn ones included. */
export interface Mandate extends Term {
  id: string;
  bodyId: string;
  partyId: string;
  personId: string | null;
  role: MandateRole;
  source: string;
  sourceLink: string | null;
  note: string | null;
  recordedAt: Date;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
  replacesId: string | null;
}

export interface RosterLine<M> {
  role: MandateRole;
  mandate: M;
  certainty: Exclude<Certainty, 'no'>;
}

/**
 * Who held which role on a day, as known now or at an earlier moment: the derived roster. Roles in their order, the certain before the
 * uncertain, then in the order of the input.
 */
export function rosterOn<M extends Pick<Mandate, keyof Term | 'role' | 'recordedAt' | 'withdrawnAt'>>(
  mandates: readonly M[],
  day: string,
  known?: AsOf['known'],
): RosterLine<M>[] {
  const lines: RosterLine<M>[] = [];
  for (const mandate of mandates) {
    const certainty = knownAt(mandate, known) ? holdsOn(mandate, day) : 'no';
    if (certainty !== 'no') lines.push({ role: mandate.role, mandate, certainty });
  }
  const rank = (line: RosterLine<M>): number =>
    mandateRoles.indexOf(line.role) * 2 + (line.certainty === 'certain' ? 0 : 1);
  return lines.sort((a, b) => rank(a) - rank(b));
}

/** Days on which the roster of these mandates changes or may change, ascending: where a history steps. */
export function turningDays(mandates: readonly Term[]): string[] {
  const days = mandates.flatMap((term) => [term.beginsFrom, term.beginsUntil, term.endsFrom, term.endsUntil]);
  return [...new Set(days.filter((day) => day !== null))].sort();
}
