import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { actions } from '../../src/actions.generated.ts';
import { runAction } from '../../src/kernel/server/run-action.ts';
import { useDatabase } from '../support/database.ts';
import { delegationsStages } from './stages/delegations.ts';
import { draftingStages } from './stages/drafting.ts';
import { floorStages } from './stages/floor.ts';
import { meetingsStages } from './stages/meetings.ts';
import type { Stages } from './stages/stages.ts';
import { makeWorld, type World } from './world.ts';

const modules: Record<string, Stages> = {
  delegations: delegationsStages,
  drafting: draftingStages,
  floor: floorStages,
  meetings: meetingsStages,
};

const db = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(db);
});

/** One line an action and asker: `done`, or the last word of the refusal. UPDATE_MATRIX=1 writes the file anew; read the difference. */
describe('action × asker × state', () => {
  it.each(Object.entries(modules))('%s is as committed', { timeout: 300_000 }, async (name, stages) => {
    const file = join(import.meta.dirname, 'stages', `${name}.txt`);
    const askers = await stages.askers(world);
    const line = (cells: string[]) =>
      cells
        .map((cell, index) => cell.padEnd([34, 13][index] ?? 12))
        .join('')
        .trimEnd();
    const lines = [line([`# ${name}`, '', ...stages.states])];
    for (const [action, make] of Object.entries(stages.actions))
      for (const [asker, actor] of Object.entries(askers)) {
        const cells: string[] = [];
        for (const state of stages.states) {
          const answer = await runAction(db.database, actions.get(action)!, actor, await make(world, state), {
            door: 'api',
          });
          cells.push(answer.ok ? 'done' : answer.refusal.code.split('.').at(-1)!);
        }
        lines.push(line([action, asker, ...cells]));
      }
    const text = `${lines.join('\n')}\n`;
    if (process.env['UPDATE_MATRIX'] || !existsSync(file)) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  it('covers every action of the modules but those that a state has no say in', () => {
    const free = ['delegations.need.expire', 'floor.note.remove', 'floor.screen.revoke', 'meetings.call.prepare'];
    for (const [name, { actions: covered }] of Object.entries(modules)) {
      const all = [...actions.keys()].filter((action) => action.startsWith(`${name}.`) && !free.includes(action));
      expect(Object.keys(covered).toSorted()).toEqual(all.toSorted());
    }
  });
});
