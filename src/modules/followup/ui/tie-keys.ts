import { keyCommands } from '../../../ui/keys.ts';

/** What a key does on the page of ties; the same letters as on the review page. */
export type TieCommand = 'next' | 'previous' | 'accept' | 'reject' | 'undo' | 'help';

const commands: Record<string, TieCommand> = {
  j: 'next',
  k: 'previous',
  a: 'accept',
  x: 'reject',
  u: 'undo',
  '?': 'help',
};

/** The order in which the keys are explained. */
export const tieKeys: readonly (readonly [key: string, command: TieCommand])[] = Object.entries(commands);

/** The command of a key press on the page of ties, or `null`. */
export const tieCommandOf = keyCommands(commands);
