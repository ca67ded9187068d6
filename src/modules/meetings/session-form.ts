import type { LanguageMap } from '../../kernel/language-map.ts';
import { localOf } from '../../kernel/wall-clock.ts';
import type { SessionKind } from './template.ts';

interface Session {
  id: string;
  revision: number;
  kind: SessionKind;
  parentId: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  room: string | null;
  goal: { id: string } | null;
  secondsEach: number | null;
  secondsParty: number | null;
  form: { title: LanguageMap; questions: LanguageMap; rule: 'chatham-house' | null };
}

/** A session as the form and the action that change it take it, as it stands. @param zone of the meeting: its hours are on that clock. */
export function sessionForm(session: Session, zone: string) {
  const local = (moment: Date | null): string => (moment === null ? '' : localOf(moment, zone));
  const number = (value: number | null): string => (value === null ? '' : String(value));
  return {
    session: session.id,
    revision: String(session.revision),
    kind: session.kind,
    parent: session.parentId ?? '',
    day: local(session.startsAt).slice(0, 10),
    from: local(session.startsAt).slice(11, 16),
    until: local(session.endsAt).slice(11, 16),
    room: session.room ?? '',
    goal: session.goal?.id ?? '',
    rule: session.form.rule ?? '',
    seconds_each: number(session.secondsEach),
    seconds_party: number(session.secondsParty),
    title: session.form.title,
    questions: session.form.questions,
  };
}
