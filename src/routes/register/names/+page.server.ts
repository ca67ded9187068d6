import { addressOf, type NamedParty } from '../../../modules/register/index.ts';
import { listParties, resolveNames } from '../../../modules/register/server/index.ts';
import { dayAsked, today } from '../asked.ts';
import type { PageServerLoad } from './$types';

interface Shown {
  address: string;
  name: string;
  language: string;
  /** The name that matched or comes near. */
  matched: string;
}

/** What a written name meant on a day. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const written = (url.searchParams.get('name') ?? '').trim().slice(0, 300);
  const day = dayAsked(url);
  const base = { written, day, today: today() };
  if (written === '') return { ...base, answer: null };
  return locals.read(async (tx) => {
    const resolution = (await resolveNames(tx, [written], day)).get(written);
    const found =
      resolution?.kind === 'found'
        ? [{ partyId: resolution.partyId, name: resolution.name }]
        : resolution?.kind === 'ambiguous'
          ? resolution.candidates
          : (resolution?.suggestions ?? []);
    const parties = new Map<string, NamedParty>(
      (await listParties(tx, { language: locals.locale, ids: [...new Set(found.map((one) => one.partyId))] })).map(
        (party) => [party.id, party],
      ),
    );
    const shown = found.flatMap(({ partyId, name }): Shown[] => {
      const party = parties.get(partyId);
      return party === undefined
        ? []
        : [{ address: addressOf(party.key), name: party.name, language: party.language, matched: name }];
    });
    const timely = resolution?.kind === 'found' ? resolution.timely : true;
    return { ...base, answer: { kind: resolution?.kind ?? ('unknown' as const), timely, parties: shown } };
  });
};
