import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { fileResponse, mediaTypes, toDocx, toPdf } from '../../../../kernel/server/documents/index.ts';
import { participantList } from '../../../../modules/delegations/server/index.ts';
import { participantsDocument } from '../../../../modules/delegations/ui/participants-document.ts';
import type { RequestHandler } from './$types';

/** The list of participants as a file; not of a meeting whose list is not to be handed on. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { format } = params;
  if (format !== 'pdf' && format !== 'docx') error(404, m.error_not_found_title());
  const list = await locals.read((tx) => participantList(tx, params.slug, locals.locale));
  if (!list || list.people === 0) error(404, m.error_not_found_title());
  if (!list.meeting.listed) error(403, m.delegations_participants_not_printed());
  const printed = participantsDocument(list, locals.locale);
  const bytes = await (format === 'pdf' ? toPdf(printed) : toDocx(printed));
  return fileResponse(bytes, `participants-${params.slug}.${format}`, mediaTypes[format]);
};
