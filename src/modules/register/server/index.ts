/** Door 2 of the register: what the server may ask and do. Actions are found in `actions/`. */
export {
  appointmentsOf,
  idsOfKeys,
  listBodies,
  listParties,
  mandatesOf,
  type Appointment,
  type NamedBody,
} from './queries.ts';
export { registerOverview } from './overview.ts';
export { bodyPage, partyPage, type BodyPage, type PartyPage } from './pages.ts';
export { exportCsv, exportJson } from './published.ts';
export { resolveNames } from './resolving.ts';
export { seedRegister } from './seed-register.ts';
export { recordParty } from './actions/record-party.ts';
export { recordName } from './actions/record-name.ts';
export { correctName } from './actions/correct-name.ts';
export { withdrawName } from './actions/withdraw-name.ts';
export { recordMandate } from './actions/record-mandate.ts';
export { endMandate } from './actions/end-mandate.ts';
export { correctMandate } from './actions/correct-mandate.ts';
export { recordAppointment } from './actions/record-appointment.ts';
export { endAppointment } from './actions/end-appointment.ts';
export { previewRegisterImport } from './actions/preview-import.ts';
export { applyRegisterImport } from './actions/apply-import.ts';
export type { ImportPreview } from './import.ts';
