import type { Actor } from '../../../src/kernel/actor.ts';
import type { World } from '../world.ts';

/** What the actions of one module answer in every state of the meeting, its session or the thing itself. */
export interface Stages {
  /** Columns. */
  states: readonly string[];
  /** Who asks, by the name in the table. */
  askers(world: World): Promise<Record<string, Actor>>;
  /** Every action: makes a fresh thing in that state and answers the input. */
  actions: Record<string, (world: World, state: string) => Promise<unknown>>;
}
