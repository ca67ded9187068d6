/** Door 2 of the module: what the server side of other parts may use. Actions are found in `actions/`. */
export {
  findPerson,
  listGrants,
  listPeople,
  myPasskeys,
  mySessions,
  myTokens,
  type GrantRow,
  type PasskeyRow,
  type PersonRow,
  type SessionRow,
  type TokenRow,
} from './queries.ts';
export { auditLog, type AuditFilter, type AuditRow } from './audit-log.ts';
