import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import * as m from '#messages';
import { holds, type Role } from '../../kernel/actor.ts';
import { localised } from '../locales.ts';

/**
 * Sends whoever is not signed in to the sign-in page and back, and refuses who holds none of the roles.
 * A courtesy: the database decides what anybody sees.
 */
export function signedIn(event: Pick<RequestEvent, 'locals' | 'url'>, ...roles: Role[]): void {
  const { actor, locale } = event.locals;
  if (actor.personId === null) {
    const next = encodeURIComponent(event.url.pathname + event.url.search);
    redirect(303, `${localised('/sign-in', locale)}?next=${next}`);
  }
  if (roles.length > 0 && !holds(actor, ...roles)) error(403, m.error_forbidden_title());
}
