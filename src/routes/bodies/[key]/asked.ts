import { nobody } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { runtime } from '../../../kernel/server/runtime.ts';
import { dayAsked, today } from '../../register/asked.ts';

/** What the address of a state of play asks for. */
export interface Asked {
  body: string;
  on: string;
  since: string | null;
  known: string | null;
  /** `public`: as everybody sees it, whoever asks. */
  rendition: 'own' | 'public';
  today: string;
}

/** A real day in the query, else null. */
function dayIn(url: URL, name: string): string | null {
  const asked = url.searchParams.get(name) ?? '';
  const day = dayAsked(new URL(`?on=${encodeURIComponent(asked)}`, url));
  return day === asked ? asked : null;
}

/** What the address asks for; what is not understood is left out, so that an old link still opens. */
export function questionOf(body: string, url: URL): Asked {
  return {
    body,
    on: dayAsked(url),
    since: dayIn(url, 'since'),
    known: dayIn(url, 'known'),
    rendition: url.searchParams.get('for') === 'public' ? 'public' : 'own',
    today: today(),
  };
}

/** Reads as the person who asks, or as the public where the address says `for=public`. */
export const reader = (locals: App.Locals, url: URL): App.Locals['read'] =>
  url.searchParams.get('for') === 'public' ? (work) => asActor(runtime().database, nobody, work) : locals.read;
