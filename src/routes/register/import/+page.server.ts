import * as m from '#messages';
import { importActions, importLoad } from '../import-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = importLoad;

export const actions = importActions('register', m.reg_said_imported) satisfies Actions;
