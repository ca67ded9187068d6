import type { Handle } from '@sveltejs/kit/hooks';
import { compressed } from './compress.ts';
import { directionOf, splitLocale } from '../locales.ts';
import { speak } from './speak.ts';

/** What every answer carries besides the content security policy (vite.config.ts). */
const headers: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'x-frame-options': 'DENY',
};

/** Language and direction of the page from its address; security headers on every answer; compressed where that pays. */
export const pageHandle: Handle = async ({ event, resolve }) => {
  const { locale } = splitLocale(event.url.pathname);
  event.locals.locale = locale;
  const response = await speak(locale, () =>
    resolve(event, {
      transformPageChunk: ({ html }) =>
        html.replace('%redthread.lang%', locale).replace('%redthread.dir%', directionOf(locale)),
    }),
  );
  // The check-in reads badges with the camera and says so of itself; nothing else is for a page to loosen.
  for (const [name, value] of Object.entries(headers))
    if (name !== 'permissions-policy' || !response.headers.has(name)) response.headers.set(name, value);
  // What one person may see is not for a proxy to keep; the browser asks again and gets a short answer by the entity tag.
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-cache');
  if (event.url.protocol === 'https:') response.headers.set('strict-transport-security', 'max-age=31536000');
  return compressed(response, event.request.headers.get('accept-encoding'));
};
