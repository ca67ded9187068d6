import { registerOverview } from '../../modules/register/server/index.ts';
import { mayKeepRegister, dayAsked, today } from './asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const day = dayAsked(url);
  const overview = await locals.read((tx) => registerOverview(tx, locals.locale, day, today()));
  return { ...overview, day, today: today(), may: { keep: mayKeepRegister(locals.actor) } };
};
