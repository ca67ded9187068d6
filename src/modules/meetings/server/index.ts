/** Door 2 of the meetings module: what the server may ask and do. Actions are found in `actions/`. */
export { agendaOf, type SessionDuty, type SessionView } from './queries/agenda.ts';
export { bodyChoices, meetingChoices, partyChoices, type MeetingChoices } from './queries/choices.ts';
export { meetingHead, meetingOfReport, type MeetingHead } from './queries/head.ts';
export { invitationsOf, type InvitationView } from './queries/invitations.ts';
export { listMeetings, type ListedMeeting, type MeetingList, type Named, type Told } from './queries/meetings.ts';
export { linksOf, meetingFacts, meetingPage, type MeetingFacts, type MeetingPage } from './queries/page.ts';
export { paperFile, papersOf, type PaperVersion, type PaperView } from './queries/papers.ts';
export { openMeetingTasks, type MeetingTask } from './queries/tasks.ts';
export { titleIn } from './titles.ts';
export { addSession } from './actions/add-session.ts';
export { editSession } from './actions/edit-session.ts';
