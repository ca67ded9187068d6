import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { fileResponse, mediaTypes, toDocx, toPdf } from '../../../../kernel/server/documents/index.ts';
import { invitationsOf, meetingPage } from '../../../../modules/meetings/server/index.ts';
import { invitationLetter } from '../../../../modules/meetings/ui/letter-document.ts';
import type { RequestHandler } from './$types';

/** The letter of invitation of a party (`?party=`), for who leads the meeting and for the party itself, in the language of the page. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { format } = params;
  if (format !== 'docx' && format !== 'pdf') error(404, m.error_not_found_title());
  const at = new Date();
  const found = await locals.read(async (tx) => {
    const page = await meetingPage(tx, params.slug, locals.locale, at);
    if (!page) return null;
    const listed = await invitationsOf(tx, { id: page.head.id, ...page.facts }, locals.locale, at);
    const invitation = listed.find(({ party, withdrawn }) => party.key === url.searchParams.get('party') && !withdrawn);
    return invitation ? { page, invitation } : null;
  });
  if (!found) error(404, m.error_not_found_title());
  const document = invitationLetter(found.page, found.invitation, `${url.origin}/meetings/${params.slug}`);
  const bytes = await (format === 'docx' ? toDocx(document) : toPdf(document));
  return fileResponse(bytes, `invitation-${params.slug}-${found.invitation.party.key}.${format}`, mediaTypes[format]);
};
