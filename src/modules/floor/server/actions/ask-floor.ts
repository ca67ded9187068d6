import { sql } from 'kysely';
import { defineAction, type Tx } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { turnAsk } from '../../forms.ts';
import { atEnd, placeBefore } from '../../order.ts';
import { listAllowed } from '../../session.ts';
import { mustBe, onceOnFloor } from '../floor.ts';
import { turnsOf, type TurnRow } from '../turns.ts';

export const askFloor = defineAction({
  name: 'floor.turn.ask',
  does: 'Asks for the floor, or hands a statement in in writing. A point of order goes before everybody who waits.',
  input: turnAsk,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run(context) {
    const { tx, actor, input, log } = context;
    return onceOnFloor(context, 'floor.turn.ask', input, async (floor) => {
      mustBe(floor, listAllowed);
      if (!floor.leads && (input.party === null || !actor.parties.includes(input.party)))
        throw new Refusal('access.denied', 'You can ask for the floor for your own delegation only.');
      if (input.party !== null) await mustBeParty(tx, input.party);
      const turns = await turnsOf(tx, input.session);
      if (
        !floor.leads &&
        turns.some((one) => one.party === input.party && one.kind === input.kind && one.state === 'waiting')
      )
        throw new Refusal('floor.turn.exists', 'Your delegation waits for the floor already.');
      const { order, moved } = placeOf(turns, input.kind);
      for (const one of moved)
        await move(
          tx,
          turns.find((turn) => turn.id === one.id)!,
          one.order,
        );
      const state = input.text === null ? ('waiting' as const) : ('written' as const);
      await tx
        .insertInto('intervention')
        .values({
          id: input.command,
          session_id: input.session,
          party_id: input.party,
          speaker: input.speaker,
          kind: input.kind,
          state,
          ordinal: order,
          asked_at: floor.at,
          ended_at: state === 'written' ? floor.at : null,
          text: input.text,
          by: actor.personId!,
        })
        .execute();
      log(`Put a turn on the list, ${floor.title}.`, floor.path);
      return { turn: input.command, state, revision: 1 };
    });
  },
});

/** A point of order stands before the first who waits and is no point of order; everything else at the end. */
function placeOf(turns: readonly TurnRow[], kind: string) {
  const first = turns.find((turn) => turn.state === 'waiting' && turn.kind !== 'point-of-order');
  const end = { order: atEnd(turns.map((turn) => turn.order)), moved: [] };
  return kind === 'point-of-order' && first ? (placeBefore(turns, first.id) ?? end) : end;
}

async function mustBeParty(tx: Tx, party: string): Promise<void> {
  const { rows } = await sql`select from party where id = ${party}`.execute(tx);
  if (rows.length === 0)
    throw new Refusal('floor.party.not-found', 'The register has no such party.', { field: 'party' });
}

const move = (tx: Tx, turn: TurnRow, ordinal: number) =>
  tx
    .updateTable('intervention')
    .set({ ordinal, revision: turn.revision + 1 })
    .where('id', '=', turn.id)
    .execute();
