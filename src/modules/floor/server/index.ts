/** Door 2 of the floor module: what the server may ask and do. Actions are found in `actions/`. */
export {
  floorRows,
  floorSessions,
  floorTitle,
  floorView,
  invitedParties,
  ownParties,
  sessionFacts,
  writtenTexts,
  type SessionFacts,
  type Sight,
} from './queries/view.ts';
export { floorStream, hubOf } from './live/stream.ts';
export { notesOf, type NoteView } from './notes.ts';
export { screenBy, screensOf } from './screens.ts';
