import { loomAsked } from '../../src/thread/loom.ts';
import { loomPage } from '../../src/thread/loom-page.ts';
import type { Ratio } from '../bench.ts';
import type { Sides } from '../engines.ts';
import { lastDay, partyKey } from '../many-threads.ts';

const asked = {
  'goals × years': {},
  'goals × years of one body': { body: 'body:made-up-2' },
  'goals × years through the crosswalk': { generation: 'made-up-3', through: '1' },
  'goals × parties': { across: 'parties' },
  'goals × parties, one generation': { across: 'parties', generation: 'made-up-2' },
  'goals × parties, three years of one body': {
    across: 'parties',
    body: 'body:made-up-2',
    from: '2003',
    until: '2005',
  },
};

/** The loom as a member asks it. */
export async function loomPart({ somebody, compare }: Sides): Promise<Ratio[]> {
  const member = await somebody('member', partyKey(1));
  const ratios: Ratio[] = [];
  for (const [name, query] of Object.entries(asked)) {
    const one = loomAsked.parse(query);
    ratios.push(
      await compare(`loom, ${name}`, member, async (tx) => {
        const { cells } = await loomPage(tx, one, lastDay, 'en');
        if (cells.length === 0) throw new Error(`${name}: an empty loom`);
      }),
    );
  }
  return ratios;
}
