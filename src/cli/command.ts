import type { ParseArgsConfig } from 'node:util';

/** Where a command prints and what it knows of its surroundings; handed in, so that a test can look. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether standard output understands colours (a terminal, and NO_COLOR is not set). */
  colour: boolean;
  /** Whether standard error is a terminal, so that progress may be drawn. */
  progress: boolean;
  env: Record<string, string | undefined>;
}

export interface Call {
  values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  positionals: string[];
  terminal: Terminal;
}

/**
 * One subcommand: `src/cli/commands/<name>.ts` exports it as `command`; it is found by its file name.
 * Exit status: 0 done, 1 done and something to act on (a check failed, a refusal), 2 it could not run (wrong call, unreadable file, no database).
 */
export interface Command {
  /** One line for the list of commands. */
  summary: string;
  /** How it is called, without `redthread`: `read FILE… [--json] [--check]`. */
  usage: string;
  /** What the options mean and an example; plain text. */
  help: string;
  options: NonNullable<ParseArgsConfig['options']>;
  run(call: Call): Promise<number>;
}

/** The call cannot be carried out as it was made; the sentence says what to do. Exit status 2. */
export class WrongCall extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'WrongCall';
  }
}
