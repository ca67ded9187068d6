import { existsSync } from 'node:fs';
import path from 'node:path';
import type { EngineError } from '../../kernel/server/db/embedded/sentence.ts';
import { openDatabase } from '../../kernel/server/db/database.ts';
import { type Runtime, setRuntime } from '../../kernel/server/runtime.ts';
import type { Settings } from '../../settings.ts';
import { type Listening, listen } from '../../ui/server/listen.ts';
import { type Call, type Command, WrongCall } from '../command.ts';
import {
  databaseHelp,
  type Installation,
  migrateInstallation,
  openInstallation,
  programFolder,
  secretOf,
  settingsOf,
} from '../installation.ts';
import { checkMode, checkVersion } from '../readiness.ts';
import { seed } from '../seed.ts';

/** Opens the database and the web application in one process; stops both in order. */
export const command: Command = {
  summary: 'Starts the application.',
  usage: 'serve [--port N] [--host NAME] [--data DIR] [--sample | --live]',
  help: `Opens the database (embedded, or DATABASE_URL), brings it up to date, and serves the pages until it is stopped (Ctrl-C or SIGTERM).

  --port N       port to listen on (PORT, default 3000; 0 takes any free one)
  --host NAME    address to listen on (HOST, default 127.0.0.1; behind a proxy 0.0.0.0)
  --sample       the sample dialogue with one-click sign-in, for trying out; never for real work
  --live         an installation for real work (REDTHREAD_MODE, default live)
${databaseHelp}
  Every setting: redthread doctor.`,
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    data: { type: 'string' },
    sample: { type: 'boolean' },
    live: { type: 'boolean' },
  },
  run: serve,
};

async function serve(call: Call): Promise<number> {
  const settings = serveSettings(call);
  const buildFolder = path.join(programFolder, 'build');
  if (!existsSync(path.join(buildFolder, 'handler.js')))
    throw new WrongCall('the pages are not built yet; run "npm run build", or use "npm start", which does it.');
  const tell = (sentence: string) => call.terminal.err(`${sentence}\n`);
  let lost: EngineError | undefined;
  const stopAsked = untilStopped((reason) => (lost = reason));
  const installation = await openInstallation(settings, 'alone', tell, stopAsked.lose);
  try {
    await prepare(installation, tell);
    const close = await open(installation, buildFolder, call);
    await stopAsked.promise;
    await close();
  } finally {
    await installation.close();
  }
  if (lost) throw lost;
  return 0;
}

function serveSettings(call: Call): Settings {
  const { port, host, sample, live } = call.values;
  if (sample && live) throw new WrongCall('--sample and --live exclude each other.');
  return settingsOf(call, {
    ...(typeof port === 'string' ? { PORT: port } : {}),
    ...(typeof host === 'string' ? { HOST: host } : {}),
    ...(sample ? { REDTHREAD_MODE: 'sample' } : live ? { REDTHREAD_MODE: 'live' } : {}),
  });
}

/** Brings the database up to date, or, without the rights to, checks that somebody has. */
async function prepare(installation: Installation, tell: (sentence: string) => void): Promise<void> {
  if (installation.owner) {
    const report = await migrateInstallation(installation);
    if (report.applied.length > 0) tell(`Database brought to version ${report.version}.`);
  } else {
    await checkVersion(installation);
  }
  await checkMode(installation);
}

async function open(installation: Installation, buildFolder: string, call: Call): Promise<() => Promise<void>> {
  const { settings } = installation;
  const database = openDatabase(installation.login());
  const beforeClose: Runtime['beforeClose'] = [];
  const stopping = new AbortController();
  const end = async () => {
    await Promise.all(beforeClose.map((work) => work()));
    await database.close();
  };
  let listening: Listening | undefined;
  try {
    const runtime: Runtime = {
      database,
      settings,
      secret: await secretOf(installation),
      origin: settings.ORIGIN ?? '',
      dataDir: installation.dataDir,
      beforeClose,
      stopping: stopping.signal,
    };
    setRuntime(runtime);
    await seed(installation, database, (sentence) => call.terminal.err(`${sentence}\n`));
    listening = await listenOn(settings, buildFolder);
    const { port } = new URL(listening.url);
    const local = `http://${settings.HOST === '127.0.0.1' ? 'localhost' : settings.HOST}:${port}`;
    runtime.origin = settings.ORIGIN ?? local;
    call.terminal.out(greeting(installation, settings.ORIGIN ?? local));
  } catch (error) {
    await end();
    throw error;
  }
  const serving = listening;
  return async () => {
    call.terminal.err('Stopping.\n');
    stopping.abort();
    await serving.close();
    await end();
    setRuntime(null);
  };
}

async function listenOn(settings: Settings, buildFolder: string): Promise<Listening> {
  try {
    return await listen({
      buildFolder,
      port: settings.PORT,
      host: settings.HOST,
      ...(settings.ORIGIN ? { origin: settings.ORIGIN } : {}),
      bodyLimit: `${settings.IMPORT_LIMIT_MB + 8}M`,
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new WrongCall(`port ${settings.PORT} is taken by another program; choose one with --port.`);
    if (code === 'EACCES')
      throw new WrongCall(
        `port ${settings.PORT} needs rights this user does not have; choose one above 1023 with --port.`,
      );
    throw error;
  }
}

function greeting(installation: Installation, url: string): string {
  const signIn =
    installation.settings.REDTHREAD_MODE === 'sample'
      ? `${url}/sign-in offers every role of the sample dialogue with one click.`
      : `${url}/sign-in, with the e-mail address you were invited with (the first time: redthread invite).`;
  return `
Redthread is running.
  Open      ${url}
  Sign in   ${signIn}
  Data      ${installation.place}
  Stop      Ctrl-C
`;
}

/** Resolves at the first SIGTERM, SIGINT or SIGHUP, or when the database is lost; later signals change nothing while it stops. */
function untilStopped(onLost: (reason: EngineError) => void) {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve());
  return {
    promise,
    lose: (reason: EngineError) => {
      onLost(reason);
      resolve();
    },
  };
}
