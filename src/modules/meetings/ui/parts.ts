import * as m from '#messages';
import type { MeetingHead } from '../server/index.ts';

/** A part of a meeting with pages of its own, below `/meetings/<slug>`. */
export interface MeetingPart {
  /** Address below that of the meeting; empty for its own page. */
  path: string;
  label: () => string;
  /** Who is offered it. A courtesy: the database decides what anybody sees. */
  shown?: (head: MeetingHead) => boolean;
}

const participants = ({ rights }: MeetingHead): boolean => rights.participant || rights.lead;
/** Once the invitations are out; its leaders before as well. */
const called = (head: MeetingHead): boolean => head.rights.lead || (participants(head) && head.stage !== 'draft');

/** Every part, in the order in which it is offered. Whoever adds pages to a meeting adds a line here. */
const parts: readonly MeetingPart[] = [
  { path: '', label: m.meetings_part_overview },
  { path: 'agenda', label: m.meetings_part_agenda, shown: called },
  { path: 'papers', label: m.meetings_part_papers, shown: (head) => head.rights.lead || head.stage !== 'draft' },
  { path: 'delegations', label: m.delegations_title, shown: called },
  { path: 'participants', label: m.delegations_participants, shown: called },
  { path: 'floor', label: m.floor_title, shown: called },
  {
    path: 'report',
    label: m.drafting_title,
    shown: (head) => participants(head) && (head.stage === 'open' || head.stage === 'closed'),
  },
  { path: 'invitations', label: m.meetings_part_invitations, shown: ({ rights }) => rights.lead },
];

/** The parts that the person who looks is offered. */
export const partsOf = (head: MeetingHead): MeetingPart[] => parts.filter(({ shown }) => shown?.(head) ?? true);
