/** The dialogue's own goals, one generation after the other; or a framework of the world that crosswalks lead to. */
export const generationKinds = ['dialogue', 'global'] as const;
export type GenerationKind = (typeof generationKinds)[number];

/** From when until when the numbers of a generation mean its goals. `effective_until` is the first day they no longer do. */
export interface Effect {
  key: string;
  kind: GenerationKind;
  effective_from: string;
  effective_until: string | null;
}

/** Whether it is in force on a day (`2019-10-09`). */
export const inForceOn = (one: Effect, day: string): boolean =>
  one.effective_from <= day && (one.effective_until === null || day < one.effective_until);

/**
 * The generation of the dialogue in force on a day, or `null` when none is. The database holds at most one
 * (framework_generation_one_in_force); view `outcome_goal` says the same in SQL.
 */
export const generationOn = <One extends Effect>(generations: readonly One[], day: string): One | null =>
  generations.find((one) => one.kind === 'dialogue' && inForceOn(one, day)) ?? null;

/** The first generation of the same kind whose days overlap with these, or `null`. Only the dialogue's own exclude each other. */
export const overlapping = <One extends Effect>(generations: readonly One[], wanted: Effect): One | null =>
  wanted.kind === 'global'
    ? null
    : (generations.find(
        (one) =>
          one.kind === 'dialogue' &&
          one.key !== wanted.key &&
          (wanted.effective_until === null || one.effective_from < wanted.effective_until) &&
          (one.effective_until === null || wanted.effective_from < one.effective_until),
      ) ?? null);

/** Address of a generation, or of one of its goals. */
export const addressOfGoal = (generation: string, code?: string): string =>
  code === undefined ? `/goals#${generation}` : `/goals/${generation}/${encodeURIComponent(code)}`;
