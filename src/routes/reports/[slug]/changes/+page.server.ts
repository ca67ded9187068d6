import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { reportPage, versionDifference } from '../../../../modules/records/server/index.ts';
import type { PageServerLoad } from './$types';

/** From one version to the next; `?version=` names the later of the two, the standing one when left out. */
export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const report = await reportPage(tx, params.slug, locals.locale);
    const wanted = Number(url.searchParams.get('version') ?? '') || report?.version.n || 0;
    const difference = report ? await versionDifference(tx, params.slug, wanted - 1, wanted) : null;
    if (!report || !difference) error(404, m.error_not_found_title());
    return { slug: params.slug, title: report.meeting.title, from: wanted - 1, to: wanted, difference };
  });
