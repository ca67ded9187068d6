import { byEnglishShortName, partyKinds } from '../../../modules/register/index.ts';
import { listParties } from '../../../modules/register/server/index.ts';
import { dayAsked, today } from '../asked.ts';
import type { PageServerLoad } from './$types';

/** Parties of one kind with the name they had on a day; `order=local` sorts as the language of the page does. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const kind = partyKinds.find((one) => one === url.searchParams.get('kind')) ?? 'state';
  const day = dayAsked(url);
  const asOf = day === today() ? null : day;
  const parties = await locals.read((tx) => listParties(tx, { language: locals.locale, kinds: [kind], day: asOf }));
  const local = url.searchParams.get('order') === 'local';
  const named = parties.filter((party) => asOf === null || party.name !== party.key);
  const sorted = named.sort(local ? (a, b) => a.name.localeCompare(b.name, locals.locale) : byEnglishShortName);
  return { kind, day, today: today(), local, parties: sorted };
};
