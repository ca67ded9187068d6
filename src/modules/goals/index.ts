/** Door 1 of goals: types and pure rules. */
export { fromOtherSide, readThrough, relations, type Relation } from './crosswalk.ts';
export {
  addressOfGoal,
  generationKinds,
  generationOn,
  inForceOn,
  overlapping,
  type Effect,
  type GenerationKind,
} from './generation.ts';
