import type { z } from 'zod';
import type { Transaction } from 'kysely';
import type { Actor, Role } from './actor.ts';
import type { DB } from './server/db/types.generated.ts';

/** An open transaction in which the database knows the actor. Never touch a pool inside. */
export type Tx = Transaction<DB>;

/** What an action is given when it runs. */
export interface ActionContext<Input> {
  tx: Tx;
  actor: Actor;
  /** Already parsed by the action's `input` schema. */
  input: Input;
  /** The moment of the call; an action never asks the clock itself. */
  at: Date;
  /**
   * Writes the line people read in the history, in the same transaction. Every action that changes something logs at least once.
   * @param subject address of the thing it is about, `/reports/…`
   */
  log(sentence: string, subject: string): void;
}

/**
 * One write, behind every door: form post, `POST /api/v1/actions/<name>` and the command line call the same action.
 * It answers with a value or throws a `Refusal`.
 */
export interface Action<Input = unknown, Value = unknown> {
  /** `module.thing.verb`, for instance `records.outcome.confirm`. */
  name: string;
  /** One sentence: what it does. */
  does: string;
  input: z.ZodType<Input>;
  /** Roles that may call it at all; the database decides about the very row. `public` means anybody. Never empty. */
  permission: readonly [Role, ...Role[]];
  /** False for an action that changes nothing worth a history line (a preview, a mark). Default true. */
  logs?: false;
  run(context: ActionContext<Input>): Promise<Value>;
}

const wellNamed = /^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*){2}$/;

/** Checks and returns the action. An action without a permission or with a name off the pattern does not register. */
export function defineAction<Input, Value>(action: Action<Input, Value>): Action<Input, Value> {
  if (!wellNamed.test(action.name)) throw new Error(`action ${action.name}: a name is module.thing.verb`);
  if (action.permission.length === 0)
    throw new Error(`action ${action.name}: an action without a permission does not register`);
  return Object.freeze(action);
}
