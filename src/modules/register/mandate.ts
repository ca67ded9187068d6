import type { FieldFault } from '../../kernel/refusal.ts';

/** Roles a party, or a person for a party, can hold in a body; in the order a roster shows them. */
export const mandateRoles = [
  'chair',
  'co-chair',
  'secretariat',
  'rapporteur',
  'thematic-chair',
  'moderator',
  'member',
  'observer',
  'donor',
] as const;
export type MandateRole = (typeof mandateRoles)[number];

/** Functions a person can have for a party. */
export const appointmentFunctions = [
  'national-focal-point',
  'contributor',
  'single-point-of-contact',
  'liaison-officer',
  'thb-coordinator',
] as const;
export type AppointmentFunction = (typeof appointmentFunctions)[number];

/**
 * From when until when, with what we are unsure of. It began between `beginsFrom` (null: unknown) and `beginsUntil`, and certainly held
 * from then on. `endsFrom` null: nothing speaks for an end. Else it certainly held until `endsFrom` (exclusive) and had ended by
 * `endsUntil`; `endsUntil` null: nobody knows whether it went on.
 */
export interface Term {
  beginsFrom: string | null;
  beginsUntil: string;
  endsFrom: string | null;
  endsUntil: string | null;
}

export type Certainty = 'certain' | 'uncertain' | 'no';

/** Whether a term covers a day: certainly, perhaps, or not. */
export function holdsOn(term: Term, day: string): Certainty {
  const { beginsFrom, beginsUntil, endsFrom, endsUntil } = term;
  if (endsUntil !== null && day >= endsUntil) return 'no';
  if (beginsFrom !== null && day < beginsFrom) return 'no';
  if (day < beginsUntil) return 'uncertain';
  return endsFrom !== null && day >= endsFrom ? 'uncertain' : 'certain';
}

/** Whether somebody still holds it on that day, as far as the register can say. */
export function isOpen(term: Term): boolean {
  return term.endsFrom === null;
}

/** What is wrong with a term, by field; the database holds the same rules. */
export function termFaults(term: Term): FieldFault[] {
  const faults: FieldFault[] = [];
  const { beginsFrom, beginsUntil, endsFrom, endsUntil } = term;
  if (beginsFrom !== null && beginsFrom > beginsUntil)
    faults.push({ field: 'beginsFrom', sentence: 'The earliest first day lies after the latest one.' });
  if (endsFrom === null && endsUntil !== null)
    faults.push({
      field: 'endsFrom',
      sentence: 'Give the day until which it certainly held, or leave both ends empty.',
    });
  if (endsFrom !== null && endsFrom <= beginsUntil)
    faults.push({ field: 'endsFrom', sentence: 'It ends before it has begun.' });
  if (endsFrom !== null && endsUntil !== null && endsUntil < endsFrom)
    faults.push({ field: 'endsUntil', sentence: 'The latest end lies before the earliest one.' });
  return faults;
}

/** Whether two terms certainly overlap: somebody would hold the same role twice. */
export function overlap(a: Term, b: Term): boolean {
  const endA = a.endsFrom ?? '9999-12-31';
  const endB = b.endsFrom ?? '9999-12-31';
  return a.beginsUntil < endB && b.beginsUntil < endA;
}
