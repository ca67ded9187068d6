/** Door 1 of the register: types and pure rules. */
export { addressOf, byEnglishShortName, partyKinds, type NamedParty, type Party, type PartyKind } from './party.ts';
export {
  inUseOn,
  knownAt,
  nameForms,
  printedName,
  sortKeyOf,
  usableOn,
  type AsOf,
  type Name,
  type NameForm,
} from './name.ts';
export {
  appointmentFunctions,
  holdsOn,
  isOpen,
  mandateRoles,
  overlap,
  termFaults,
  type AppointmentFunction,
  type Certainty,
  type MandateRole,
  type Term,
} from './mandate.ts';
export { rosterOn, turningDays, type Mandate, type RosterLine } from './roster.ts';
export { resolveName, type Candidate, type Resolution } from './resolve.ts';
