/** Door 2 of goals: what the server may ask and do. Actions are found in `actions/`. */
export {
  goalPage,
  listGenerations,
  listSorts,
  type CrosswalkLine,
  type Generation,
  type Goal,
  type GoalPage,
  type HistoryLine,
  type Sort,
} from './queries.ts';
export { exportGoalsCsv, exportGoalsJson, type ImportPreview } from './import.ts';
export { seedGoals } from './seed-goals.ts';
