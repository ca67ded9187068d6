import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { WrongCall, type Command, type Terminal } from './command.ts';

const folder = join(import.meta.dirname, 'commands');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -3))
  .sort();

const load = async (name: string): Promise<Command> =>
  ((await import(`./commands/${name}.ts`)) as { command: Command }).command;

/** Runs one call of the command line. @returns the exit status. */
export async function main(args: string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h')
    return showHelp(rest[0], terminal, name === undefined ? 2 : 0);
  if (name === '--version' || name === 'version') return showVersion(terminal);
  if (!names.includes(name)) {
    terminal.err(
      `redthread: there is no command “${name}”. The commands are: ${names.join(', ')}. “redthread help” tells more.\n`,
    );
    return 2;
  }
  const command = await load(name);
  try {
    if (rest.includes('--help') || rest.includes('-h')) return await showHelp(name, terminal, 0);
    const { values, positionals } = parseArgs({
      args: rest,
      options: command.options,
      allowPositionals: true,
      strict: true,
    });
    return await command.run({ values: values as never, positionals, terminal });
  } catch (error) {
    if (error instanceof WrongCall || isParseError(error)) {
      terminal.err(
        `redthread ${name}: ${error.message}\n${error instanceof WrongCall ? '' : `Usage: redthread ${command.usage}\n`}`,
      );
      return 2;
    }
    throw error;
  }
}

const isParseError = (error: unknown): error is Error =>
  String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS');

async function showHelp(name: string | undefined, terminal: Terminal, status: number): Promise<number> {
  const print = (text: string) => (status === 0 ? terminal.out(text) : terminal.err(text));
  if (name && names.includes(name)) {
    const command = await load(name);
    print(`${command.summary}\n\nUsage: redthread ${command.usage}\n\n${command.help.trim()}\n`);
    return status;
  }
  const lines = await Promise.all(names.map(async (known) => `  ${known.padEnd(10)} ${(await load(known)).summary}`));
  print(
    `Redthread: what is said, agreed, done and learned in an intergovernmental dialogue.\n\nUsage: redthread COMMAND …\n\n${lines.join('\n')}\n\n“redthread help COMMAND” tells how each is called.\n`,
  );
  return status;
}

async function showVersion(terminal: Terminal): Promise<number> {
  const { default: about } = (await import('../../package.json', { with: { type: 'json' } })) as {
    default: { version: string };
  };
  terminal.out(`redthread ${about.version}\n`);
  return 0;
}

/** The process as a terminal. */
export function processTerminal(): Terminal {
  const { env, stdout, stderr } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    colour: env['FORCE_COLOR'] !== undefined ? env['FORCE_COLOR'] !== '0' : stdout.isTTY === true && !env['NO_COLOR'],
    progress: stderr.isTTY === true,
    env,
  };
}

/** The process as a command: runs the call on the terminal and turns anything unexpected into a sentence. @returns the exit status. */
export async function run(args: string[]): Promise<number> {
  // A reader that closed the pipe (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    return await main(args, processTerminal());
  } catch (error) {
    process.stderr.write(`redthread: ${error instanceof Error ? error.message : String(error)}\n`);
    if (process.env['REDTHREAD_DEBUG']) process.stderr.write(`${error instanceof Error ? error.stack : ''}\n`);
    return 2;
  }
}

if (import.meta.main) process.exitCode = await run(process.argv.slice(2));
