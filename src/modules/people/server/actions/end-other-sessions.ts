import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { otherSessions } from '../../forms.ts';

export const endOtherSessions = defineAction({
  name: 'people.session.end-others',
  does: 'Ends all own sessions, except the one to keep if it is given.',
  input: otherSessions,
  permission: ['member', 'focal-point', 'chair', 'secretariat', 'observer', 'administrator'],
  async run({ tx, actor, input, log }) {
    const { rows } = await sql<{ ended: number }>`select end_my_sessions(null, ${input.keep}) as ended`.execute(tx);
    const ended = rows[0]?.ended ?? 0;
    log(`Ended ${ended} session${ended === 1 ? '' : 's'}.`, `/people/${actor.personId}`);
    return { ended };
  },
});
