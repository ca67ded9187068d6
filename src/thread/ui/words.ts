import * as m from '#messages';
import type { Became, CommitmentLink } from './shown.ts';

const states: Record<CommitmentLink['state'], () => string> = {
  open: m.play_state_open,
  completed: m.play_state_completed,
  superseded: m.play_state_superseded,
  withdrawn: m.play_state_withdrawn,
};
/** How a commitment stands. */
export const commitmentState = (state: CommitmentLink['state']): string => states[state]();

const later: Record<Became['later'][number]['kind'], () => string> = {
  repeats: m.play_later_repeats,
  follows: m.play_later_follows,
  fulfils: m.play_later_fulfils,
  supersedes: m.play_later_supersedes,
  matches: m.play_later_matches,
};
/** What a later outcome did to an earlier one. */
export const laterWord = (kind: Became['later'][number]['kind']): string => later[kind]();
