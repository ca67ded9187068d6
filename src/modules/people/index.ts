/** Door 1 of the module: types and pure rules. */
export { grantableRoles, holdsAt, rolesToGive, scopeOf, type GrantableRole } from './grant.ts';
export { deviceName } from './device.ts';
export { tokenDays, tokenModules, tokenScopes, type TokenScope } from './token.ts';
