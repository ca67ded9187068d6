/** Door 1 of the floor module: types and pure rules. */
export * from './intervention.ts';
export * from './session.ts';
export * from './budget.ts';
export * from './clock.ts';
export * from './view.ts';
