import * as m from '#messages';
import type { GenerationKind, Relation } from '../index.ts';
import type { Counts } from './strands.ts';

const relations: Record<Relation, () => string> = {
  same: m.goals_relation_same,
  close: m.goals_relation_close,
  broader: m.goals_relation_broader,
  narrower: m.goals_relation_narrower,
  related: m.goals_relation_related,
};
/** How this goal stands to the one that follows, in the language of the page. */
export const relationName = (relation: Relation): string => relations[relation]();

const kinds: Record<GenerationKind, () => string> = { dialogue: m.goals_kind_dialogue, global: m.goals_kind_global };
export const kindOfGeneration = (kind: GenerationKind): string => kinds[kind]();

const fates: Record<keyof Counts | 'any', () => string> = {
  kept: m.loom_kept,
  moving: m.loom_moving,
  silent: m.loom_silent,
  any: m.loom_any,
};
/** What became of it, in a word. */
export const fateName = (fate: keyof Counts | 'any'): string => fates[fate]();
