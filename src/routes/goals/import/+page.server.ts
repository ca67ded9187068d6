import * as m from '#messages';
import { importActions, importLoad } from '../../register/import-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = importLoad;

export const actions = importActions('goals', m.goals_said_recorded) satisfies Actions;
