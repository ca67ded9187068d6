import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { nobody } from '../../../../kernel/actor.ts';
import { asActor } from '../../../../kernel/server/db/database.ts';
import { fileResponse, mediaTypes, toDocx, toPdf } from '../../../../kernel/server/documents/index.ts';
import { runtime } from '../../../../kernel/server/runtime.ts';
import {
  fileNameOf,
  renditionOf,
  reportPage,
  toAkomaNtoso,
  toHtml,
  toJsonLd,
  toPrinted,
  type Rendition,
} from '../../../../modules/records/server/index.ts';
import { formatDays } from '../../../../ui/dates.ts';
import type { RequestHandler } from './$types';

/** Reports are written in English; what stands around them in a file is as well. */
const english = { locale: 'en' } as const;

const formats: Record<string, { type: string; make(rendition: Rendition): Promise<Uint8Array> | string }> = {
  pdf: { type: mediaTypes.pdf, make: (rendition) => toPdf(printed(rendition)) },
  docx: { type: mediaTypes.docx, make: (rendition) => toDocx(printed(rendition)) },
  html: { type: 'text/html; charset=utf-8', make: (rendition) => toHtml(rendition, 'ltr') },
  xml: { type: 'application/akn+xml; charset=utf-8', make: toAkomaNtoso },
  jsonld: { type: 'application/ld+json', make: (rendition) => JSON.stringify(toJsonLd(rendition), null, 2) },
};

/**
 * The report as a file. `?rendition=public` is what everybody may see, asked as nobody: a word that the rules of the database keep from the public cannot be in it.
 * `?rendition=internal` is what the asker may see.
 */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const format = formats[params.format];
  const audience = url.searchParams.get('rendition') ?? 'public';
  if (!format || (audience !== 'public' && audience !== 'internal')) error(404, m.error_not_found_title());
  const { database, origin } = runtime();
  const page =
    audience === 'public'
      ? await asActor(database, nobody, (tx) => reportPage(tx, params.slug))
      : locals.actor.personId === null
        ? null
        : await locals.read((tx) => reportPage(tx, params.slug));
  if (!page) error(404, m.error_not_found_title());
  const rendition = renditionOf(page, audience, origin);
  return fileResponse(await format.make(rendition), `${fileNameOf(rendition)}.${params.format}`, format.type);
};

function printed(rendition: Rendition) {
  const { meeting, version, audience } = rendition;
  const name = audience === 'public' ? m.report_rendition_public : m.report_rendition_internal;
  return toPrinted(
    rendition,
    'en',
    {
      date: m.report_held({}, english),
      place: m.report_place({}, english),
      bodies: m.report_body({}, english),
      rule: m.report_rule({}, english),
      ruleHolds: m.report_rule_holds({}, english),
      rendition: name({ version }, english),
    },
    meeting.startDay === null ? '' : formatDays(meeting.startDay, meeting.endDay, 'en'),
  );
}
