import type { OutcomeState } from '../outcome.ts';

interface Decided {
  id: string;
  state: OutcomeState;
}

/** Where the desk begins: at the outcome asked for, else at the first that nobody has decided, else at the first. */
export function placeOf(outcomes: readonly Decided[], asked: string | null): number {
  const found = outcomes.findIndex((outcome) => outcome.id === asked);
  if (found >= 0) return found;
  return Math.max(
    0,
    outcomes.findIndex((outcome) => outcome.state === 'proposed'),
  );
}

/** Where the desk goes once the outcome at `index` is decided: the next proposal, else an earlier one, else it stays. */
export function afterwards(outcomes: readonly Decided[], index: number): string {
  const open = (outcome: Decided, place: number) => outcome.state === 'proposed' && place !== index;
  const next = outcomes.find((outcome, place) => place > index && open(outcome, place)) ?? outcomes.find(open);
  return (next ?? outcomes[index])?.id ?? '';
}
