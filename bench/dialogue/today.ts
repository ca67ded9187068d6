import { todayPage } from '../../src/thread/today-page.ts';
import type { Ratio } from '../bench.ts';
import type { Sides } from '../engines.ts';
import { lastDay, partyKey } from '../many-threads.ts';

const roles = [
  ['focal-point', partyKey(1)],
  ['chair', 'body:made-up-1'],
  ['secretariat', undefined],
] as const;

/** Today as a focal point, a chair and the Secretariat open it. */
export async function todayPart({ somebody, compare }: Sides): Promise<Ratio[]> {
  const at = new Date(`${lastDay}T12:00:00Z`);
  const ratios: Ratio[] = [];
  for (const [role, of] of roles) {
    const actor = await somebody(role, of);
    ratios.push(await compare(`Today, ${role}`, actor, (tx) => todayPage(tx, actor, role !== 'focal-point', at, 'en')));
  }
  return ratios;
}
