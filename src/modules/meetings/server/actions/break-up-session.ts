import { defineAction } from '../../../../kernel/action.ts';
import type { LanguageMap } from '../../../../kernel/language-map.ts';
import { sessionBreakUp } from '../../forms.ts';
import { pathOf } from '../calls.ts';
import { addSession, checkGoals, ledSession } from '../sessions.ts';
import { titleIn } from '../titles.ts';

export const breakUpSession = defineAction({
  name: 'meetings.session.break-up',
  does: 'Adds break-outs to a session, one for each goal chosen and one for each name given, at its hours and with guiding questions to begin with.',
  input: sessionBreakUp,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const { session, call } = await ledSession(tx, input.session);
    await checkGoals(tx, input.goals, 'goals');
    const goals =
      input.goals.length === 0
        ? []
        : await tx.selectFrom('goal').select(['id', 'title', 'ordinal']).where('id', 'in', input.goals).execute();
    const wanted: { title: LanguageMap; goal: string | null }[] = [
      ...goals
        .toSorted((a, b) => a.ordinal - b.ordinal)
        .map(({ id, title }) => ({ title: title as LanguageMap, goal: id })),
      ...input.names.map((name) => ({ title: { en: name }, goal: null })),
    ];
    const sessions: string[] = [];
    for (const { title, goal } of wanted) {
      const columns = {
        kind: 'break-out' as const,
        title: JSON.stringify(title),
        questions: JSON.stringify(titleIn('questions-of-break-outs')),
        starts_at: session.starts_at,
        ends_at: session.ends_at,
        room: null,
        goal_id: goal,
        rule: input.rule,
        seconds_each: null,
        seconds_party: null,
      };
      sessions.push(await addSession(tx, call.id, session.id, columns, { at, by: actor.personId! }));
    }
    log(`Added ${sessions.length} break-outs to “${session.title}” of “${call.title}”.`, pathOf(call));
    return { slug: call.slug, session: session.id, sessions };
  },
});
