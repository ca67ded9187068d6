import { keyCommands } from '../../../ui/keys.ts';

/** What a key does on the review page. */
export type ReviewCommand = 'next' | 'previous' | 'accept' | 'edit' | 'reject' | 'undo' | 'add' | 'help';

const commands: Record<string, ReviewCommand> = {
  j: 'next',
  k: 'previous',
  a: 'accept',
  e: 'edit',
  x: 'reject',
  u: 'undo',
  n: 'add',
  '?': 'help',
};

/** The order in which the keys are explained. */
export const keyOrder: readonly (readonly [key: string, command: ReviewCommand])[] = Object.entries(commands);

/** The command of a key press on the review page, or `null`. */
export const commandOf = keyCommands(commands);
