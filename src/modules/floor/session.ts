import type { TurnCommand } from './intervention.ts';

export const sessionStates = ['planned', 'open', 'suspended', 'closed'] as const;
export type SessionState = (typeof sessionStates)[number];

/** What moves a session, and from where: as record_transition says it in the database. */
export const sessionSteps = {
  open: { to: 'open', from: ['planned', 'suspended', 'closed'] },
  suspend: { to: 'suspended', from: ['open'] },
  close: { to: 'closed', from: ['open', 'suspended'] },
} as const satisfies Record<string, { to: SessionState; from: readonly SessionState[] }>;
export type SessionCommand = keyof typeof sessionSteps;

const running: readonly SessionState[] = ['planned', 'open', 'suspended'];

/** In which states of its session a turn can be moved so. Once it is closed nothing is, unless it is opened again. */
export const turnAllowed: Readonly<Record<TurnCommand, readonly SessionState[]>> = {
  give: ['open'],
  resume: ['open'],
  pause: ['open'],
  stop: ['open', 'suspended'],
  waive: running,
  withdraw: running,
  write: running,
  absent: running,
  back: running,
};

/** In which states of the session the list itself is changed: asking, ordering, the tour de table. */
export const listAllowed: readonly SessionState[] = running;
/** In which its points are reported to plenary: once there was something to report. */
export const reportAllowed: readonly SessionState[] = ['open', 'suspended', 'closed'];
