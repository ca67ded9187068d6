import type { Action } from '../../action.ts';
import type { Query } from '../../query.ts';
import { openApiDocument } from './openapi.ts';
import { type ApiReference, referenceOf } from './reference.ts';

export interface PublishedApi {
  /** The OpenAPI document as it is sent, JSON. */
  text: string;
  reference: ApiReference;
}

const made = new WeakMap<ReadonlyMap<string, Action>, PublishedApi & { queries: unknown; origin: string }>();

/**
 * The OpenAPI document of these registries and the page made from it. Made on first asking and kept as long as the process: every schema is
 * converted for it, which takes a second or more, and nothing in it changes while Redthread runs.
 */
export function publishedApi(
  actions: ReadonlyMap<string, Action>,
  queries: ReadonlyMap<string, Query>,
  origin: string,
): PublishedApi {
  const kept = made.get(actions);
  if (kept?.queries === queries && kept.origin === origin) return kept;
  const document = openApiDocument(actions, queries, origin);
  const published = { text: JSON.stringify(document), reference: referenceOf(document), queries, origin };
  made.set(actions, published);
  return published;
}
