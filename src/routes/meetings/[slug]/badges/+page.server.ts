import { error } from '@sveltejs/kit';
import QRCode from 'qrcode';
import * as m from '#messages';
import { runtime } from '../../../../kernel/server/runtime.ts';
import { badgeAddress } from '../../../../modules/delegations/index.ts';
import { participantList } from '../../../../modules/delegations/server/index.ts';
import { signedIn } from '../../../../ui/server/signed-in.ts';
import type { PageServerLoad } from './$types';

/** Side of a QR code in modules, and one path of its dark ones: a drawing without a style, which the content security policy lets stand. */
function codeOf(text: string): { side: number; path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const steps: string[] = [];
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) steps.push(`M${x} ${y}h1v1h-1z`);
  return { side: modules.size, path: steps.join('') };
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  signedIn({ locals, url });
  const list = await locals.read((tx) => participantList(tx, params.slug, locals.locale));
  if (!list?.meeting.leads) error(404, m.error_not_found_title());
  const { origin } = runtime();
  return {
    meeting: list.meeting,
    badges: list.parties.flatMap((party) =>
      party.people.map((person) => ({
        id: person.id,
        name: person.name,
        role: person.role,
        party: party.name,
        code: codeOf(badgeAddress(origin, params.slug, person.id)),
      })),
    ),
  };
};
