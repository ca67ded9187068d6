import type { Tx } from '../../src/kernel/action.ts';
import { commitmentFilter } from '../../src/modules/followup/forms.ts';
import { listCommitments, openTasks } from '../../src/modules/followup/server/index.ts';
import type { Ratio } from '../bench.ts';
import type { Sides } from '../engines.ts';
import { lastDay, partyKey } from '../many-threads.ts';

const asked: Record<string, (tx: Tx) => Promise<unknown>> = {
  'first page': (tx) => listCommitments(tx, commitmentFilter.parse({}), lastDay),
  'of one owner, by due day': (tx) =>
    listCommitments(tx, commitmentFilter.parse({ owner: partyKey(7), sort: 'due' }), lastDay),
  'silent for a year, longest first': (tx) =>
    listCommitments(tx, commitmentFilter.parse({ silent: '12', sort: 'silent' }), lastDay),
  'page 200': (tx) => listCommitments(tx, commitmentFilter.parse({ state: 'all', page: '200' }), lastDay),
  'tasks of one party': (tx) => openTasks(tx, new Date(`${lastDay}T12:00:00Z`)),
};

/** The list of commitments as a member asks it. */
export async function commitmentsPart({ somebody, compare }: Sides): Promise<Ratio[]> {
  const member = await somebody('member', partyKey(7));
  const ratios: Ratio[] = [];
  for (const [name, ask] of Object.entries(asked)) ratios.push(await compare(`commitments, ${name}`, member, ask));
  return ratios;
}
