import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { inLanguage, type LanguageMap } from '../../../../kernel/language-map.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import type { Duty } from '../../stage.ts';
import type { SessionKind } from '../../template.ts';
import { treeOf, type Branch } from '../../tree.ts';
import type { Told } from './meetings.ts';

export interface SessionDuty {
  duty: Duty;
  ordinal: number;
  name: string;
  /** Name of the party they come from. */
  party: string | null;
  /** Has an account: leads the floor there. */
  account: boolean;
}

export interface SessionView {
  id: string;
  revision: number;
  parentId: string | null;
  ordinal: number;
  kind: SessionKind;
  title: Told;
  /** Guiding questions, one each. */
  questions: { text: string[]; language: string };
  startsAt: Date | null;
  endsAt: Date | null;
  room: string | null;
  goal: { id: string; code: string; title: string; generation: string } | null;
  /** The rule that holds: its own, that of a session it is part of, or of the whole meeting. */
  underRule: boolean;
  state: 'planned' | 'open' | 'suspended' | 'closed';
  secondsEach: number | null;
  secondsParty: number | null;
  duties: SessionDuty[];
  /** Where one joins online, for who may. */
  links: { id: string; label: string; url: string }[];
  /** What a form shows again. */
  form: { title: LanguageMap; questions: LanguageMap; rule: 'chatham-house' | null };
}

interface Row extends Omit<SessionView, 'title' | 'questions' | 'form' | 'goal'> {
  title: LanguageMap;
  questions: LanguageMap | null;
  rule: 'chatham-house' | null;
  goal: { id: string; code: string; title: LanguageMap; generation: string } | null;
}

/** The sessions of a meeting as the actor may see them, in a tree, in the order of the agenda. */
export async function agendaOf(tx: Tx, meeting: string, language: string): Promise<Branch<SessionView>[]> {
  const { rows } = await sql<Row>`
    select s.id, s.revision, s.parent_id as "parentId", s.ordinal, s.kind, s.title, s.questions, s.starts_at as "startsAt", s.ends_at as "endsAt", s.room, s.rule, s.state,
      s.seconds_each as "secondsEach", s.seconds_party as "secondsParty", session_under_rule(s.id) as "underRule",
      (select json_build_object('id', g.id, 'code', g.code, 'title', g.title, 'generation', f.key) from goal g join framework_generation f on f.id = g.generation_id where g.id = s.goal_id) as goal,
      coalesce((select json_agg(json_build_object('duty', d.duty, 'ordinal', d.ordinal, 'name', d.name, 'account', d.person_id is not null,
          'party', ${nameOn('d.party_id', 'null::uuid', 'null::date', language)})
        order by array_position(array['moderator', 'rapporteur', 'note-taker', 'speaker'], d.duty), d.ordinal)
        from meeting_session_duty d where d.session_id = s.id), '[]') as duties,
      coalesce((select json_agg(json_build_object('id', l.id, 'label', l.label, 'url', l.url) order by l.id)
        from meeting_link l where l.session_id = s.id and l.removed_at is null), '[]') as links
    from meeting_session s where s.meeting_id = ${meeting} and s.removed_at is null order by s.ordinal`.execute(tx);
  return treeOf(rows.map((row) => viewOf(row, language)));
}

function viewOf({ rule, title, questions, goal, startsAt, endsAt, ...row }: Row, language: string): SessionView {
  const asked = inLanguage(questions ?? {}, language);
  return {
    ...row,
    startsAt,
    endsAt,
    title: inLanguage(title, language),
    questions: { text: asked.text.split('\n').filter((one) => one.trim() !== ''), language: asked.language },
    goal: goal && { ...goal, title: inLanguage(goal.title, language).text },
    form: { title, questions: questions ?? {}, rule },
  };
}
