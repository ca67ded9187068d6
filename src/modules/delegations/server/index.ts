/** Door 2 of the delegations module: what the server may ask and do. Actions are found in `actions/`. */
export { keepForgetting } from './expire.ts';
export { delegationDesk, type DelegationDesk, type DeskLine } from './queries/desk.ts';
export { delegationPage, type DelegateView, type DelegationPage } from './queries/delegation.ts';
export { meetingHead, type MeetingHead } from './queries/meeting.ts';
export { participantList, type ParticipantLine, type ParticipantList } from './queries/participants.ts';
export { openDelegationTasks, type DelegationTask } from './queries/tasks.ts';
