import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, median, type Ratio, stops } from './bench.ts';

const root = join(import.meta.dirname, '..');
const connections = 16;
const slotMs = 3000;
const turns = 4;

export const bench: Bench = {
  about: `a report page under load (${connections} connections) against a bare page with the same HTML and the same queries`,
  async run(say) {
    if (!existsSync(join(root, 'build/handler.js')))
      throw new Error('the pages are not built; run `npm run build` first.');
    const dataDir = await mkdtemp(join(tmpdir(), 'redthread-bench-'));
    const application = await start(
      ['src/cli/main.ts', 'serve', '--sample', '--port', '0', '--data', dataDir],
      /Open +(\S+)/,
    );
    try {
      const slug = await longestReport(application.url);
      const cookie = await signIn(application.url);
      return [
        await compare('for the public', dataDir, application.url, slug, '', say),
        await compare('for the Secretariat', dataDir, application.url, slug, cookie, say),
      ];
    } finally {
      await stop(application.process);
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

async function compare(
  who: string,
  dataDir: string,
  origin: string,
  slug: string,
  cookie: string,
  say: (line: string) => void,
): Promise<Ratio> {
  const bare = await start(['bench/bare-page.ts', dataDir, slug, origin, cookie], /^(http\S+)/m);
  try {
    const page = `${origin}/reports/${slug}`;
    const [a, b] = [await load(page, cookie, 1000), await load(bare.url, cookie, 1000)];
    if (a.bytes !== b.bytes) throw new Error(`the pages differ: ${a.bytes} and ${b.bytes} bytes`);
    const rates: [number[], number[]] = [[], []];
    for (let turn = 0; turn < turns; turn++) {
      rates[0].push((await load(page, cookie, slotMs)).perSecond);
      rates[1].push((await load(bare.url, cookie, slotMs)).perSecond);
    }
    const [rendered, plain] = [median(rates[0]), median(rates[1])];
    say(`${who}: ${slug}, ${(a.bytes / 1000).toFixed(0)} kB`);
    return {
      what: `bare page / report page, ${who}`,
      value: plain / rendered,
      limit: 2,
      detail: `${plain.toFixed(0)} / ${rendered.toFixed(0)} pages a second`,
    };
  } finally {
    await stop(bare.process);
  }
}

/** Asks for one address over and over on all connections. A page that is not a 200 ends the benchmark. */
async function load(url: string, cookie: string, ms: number): Promise<{ perSecond: number; bytes: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const until = performance.now() + ms;
  const from = performance.now();
  let pages = 0;
  let bytes = 0;
  const worker = async () => {
    while (performance.now() < until) {
      bytes = await ask(url, cookie, agent);
      pages += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return { perSecond: (pages * 1000) / (performance.now() - from), bytes };
}

function ask(url: string, cookie: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: cookie ? { cookie } : {} }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url} answered ${answer.statusCode}`)),
      );
    }).on('error', reject);
  });
}

async function longestReport(origin: string): Promise<string> {
  const list = await (await fetch(`${origin}/reports`)).text();
  const slugs = [...new Set([...list.matchAll(/href="\/reports\/([a-z0-9-]+)"/g)].map((found) => found[1]!))];
  const sizes = await Promise.all(
    slugs.map(async (slug) => ({ slug, size: (await (await fetch(`${origin}/reports/${slug}`)).text()).length })),
  );
  const longest = sizes.toSorted((a, b) => b.size - a.size)[0];
  if (!longest) throw new Error('the sample shows no report to the public');
  return longest.slug;
}

/** Signs in through the panel of the sample, as a person would. @returns the cookie. */
async function signIn(origin: string): Promise<string> {
  const page = await (await fetch(`${origin}/sign-in`)).text();
  const person = /name="person" value="([^"]+)"(?:(?!name="person")[\s\S])*?Jonas Lindqvist/.exec(page)?.[1];
  if (!person) throw new Error('the sign-in page offers no sample people');
  const answer = await fetch(`${origin}/sign-in?/sample`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: `person=${encodeURIComponent(person)}`,
  });
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  if (cookies.length === 0) throw new Error(`signing in answered ${answer.status} without a cookie`);
  return cookies.join('; ');
}

async function start(args: string[], address: RegExp): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const end = () => stop(child);
  stops.add(end);
  child.on('exit', () => stops.delete(end));
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = address.exec(printed)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => reject(new Error(`${args[0]} ended: ${printed}`)));
  });
  return { process: child, url };
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
