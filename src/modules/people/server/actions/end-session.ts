import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { oneSession } from '../../forms.ts';

export const endSession = defineAction({
  name: 'people.session.end',
  does: 'Ends one of the own sessions: that browser is signed out.',
  input: oneSession,
  permission: ['member', 'focal-point', 'chair', 'secretariat', 'observer', 'administrator'],
  async run({ tx, actor, input, log }) {
    const { rows } = await sql<{ ended: number }>`select end_my_sessions(${input.session}, null) as ended`.execute(tx);
    if (rows[0]?.ended !== 1)
      throw new Refusal('people.session.not-found', 'You have no such session; it may have ended already.');
    log('Ended a session.', `/people/${actor.personId}`);
    return {};
  },
});
