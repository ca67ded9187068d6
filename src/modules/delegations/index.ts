/** Door 1 of the delegations module: types and pure rules. */
export * from './delegation.ts';
