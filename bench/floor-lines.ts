import { Agent, get } from 'node:http';
import type { Heard } from './floor.bench.ts';

/**
 * Many lines to one stream in one process, for bench/floor.bench.ts: `url count cookies`. Each is an HTTP connection of its own. Says when all have heard the
 * whole, then of every version when each line heard it.
 */
const [url = '', count = '0', cookies = '[]'] = process.argv.slice(2);
const total = Number(count);
const jar = JSON.parse(cookies) as string[];
const agent = new Agent({ keepAlive: false, maxSockets: Infinity });
const tell = (message: Heard) => process.send!(message);
const arrivals = new Map<number, number[]>();
let connected = 0;

function take(text: string, at: number): void {
  if (text.startsWith('event: full')) {
    if (++connected === total) tell({ kind: 'connected' });
    return;
  }
  const version = Number(/"to":(\d+)/.exec(text)?.[1] ?? 0);
  if (version === 0) return;
  const list = arrivals.get(version) ?? [];
  arrivals.set(version, list);
  list.push(at);
  if (list.length < total) return;
  arrivals.delete(version);
  tell({ kind: 'version', version, at: list });
}

function open(index: number): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie: jar[index % jar.length]! } }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`line ${index}: ${response.statusCode}`));
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        const at = performance.timeOrigin + performance.now();
        const blocks = (rest + chunk).split('\n\n');
        rest = blocks.pop()!;
        for (const block of blocks) take(block, at);
      });
      response.on('end', () => process.exit(1));
      resolve();
    }).on('error', reject);
  });
}

for (let index = 0; index < total; index += 20)
  await Promise.all(Array.from({ length: Math.min(20, total - index) }, (_, n) => open(index + n)));
