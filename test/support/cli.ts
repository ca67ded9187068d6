import { main } from '../../src/cli/main.ts';

/** What a call of the command line printed, and its exit status. */
export type Printed = { status: number; out: string; err: string };

/**
 * Calls the command line in this process. Nothing of the real environment is passed on: settings are given in `env`.
 * An error that would be printed as a sentence by the program is printed as one here, with status 2.
 */
export async function redthread(args: string[], env: Record<string, string> = {}): Promise<Printed> {
  const printed = { out: '', err: '' };
  const terminal = {
    out: (text: string) => void (printed.out += text),
    err: (text: string) => void (printed.err += text),
    colour: false,
    progress: false,
    env,
  };
  try {
    return { status: await main(args, terminal), ...printed };
  } catch (error) {
    return { status: 2, ...printed, err: `${printed.err}redthread: ${(error as Error).message}\n` };
  }
}
