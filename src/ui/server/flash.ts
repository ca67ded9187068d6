import type { Cookies } from '@sveltejs/kit';

const name = 'redthread-said';

/** Browsers drop a cookie above 4096 bytes without a word; a longer sentence is cut. */
const room = 3500;

function fitting(given: string): string {
  const sentence = given.toWellFormed();
  if (encodeURIComponent(sentence).length <= room) return sentence;
  let text = sentence.slice(0, room).toWellFormed();
  while (encodeURIComponent(`${text}…`).length > room)
    text = text.slice(0, Math.floor(text.length * 0.9)).toWellFormed();
  return `${text}…`;
}

/** Leaves a sentence for the next page; call it before the redirect that follows a form post. */
export function leaveFlash(cookies: Cookies, sentence: string, secure: boolean): void {
  cookies.set(name, fitting(sentence), { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 60 });
}

/** The sentence left for this page, once. */
export function takeFlash(cookies: Cookies): string | null {
  const sentence = cookies.get(name) ?? null;
  if (sentence !== null) cookies.delete(name, { path: '/' });
  return sentence;
}
