/** Goals of an outcome that its heading states. */
import type { Para } from '../structure/document.ts';
import { goalsIn } from './goals.ts';

export const headingGoals = (lead: Para): number[] => {
  const own = goalsIn(lead.text);
  return own.length > 0 ? own : titleGoals(lead.parent);
};

/** Goals of the titles above: "3. Session 1 – Legal migration (Priority Goal 2)". A paragraph of prose is no title. */
export function titleGoals(para: Para | null): number[] {
  for (let p = para; p; p = p.parent) {
    if (p.text.length > 160 || /[.;]$/.test(p.text)) continue;
    const goals = goalsIn(p.text);
    if (goals.length > 0) return goals;
  }
  return [];
}
