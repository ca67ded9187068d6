import { json } from '@sveltejs/kit';
import { findEvidence } from '../../../thread/find-evidence.ts';
import type { RequestHandler } from './$types';

/** Sentences of reports for the field that looks for evidence, as far as the person may read them. */
export const GET: RequestHandler = async ({ locals, url }) =>
  json(await locals.read((tx) => findEvidence(tx, url.searchParams.get('q') ?? '')), {
    headers: { 'cache-control': 'no-store' },
  });
