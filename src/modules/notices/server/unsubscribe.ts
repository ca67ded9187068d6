import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Runtime } from '../../../kernel/server/runtime.ts';
import { loadActor } from '../../../kernel/server/load-actor.ts';
import { runAction } from '../../../kernel/server/run-action.ts';
import type { Answer } from '../../../kernel/refusal.ts';
import { isEnded, type Ended } from '../kinds.ts';
import { endMails } from './actions/end-mails.ts';

const algorithm = 'aes-256-gcm';
const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'redthread unsubscribe', 32));

/** What an unsubscribe link says: whose mails, and which. Sealed: nobody reads it from the address, nobody makes one. */
export interface Subscription {
  person: string;
  kind: Ended;
}

/** The text in the link of a mail. It works as long as the secret of the installation is the same. */
export function sealSubscription(secret: string, { person, kind }: Subscription): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, keyOf(secret), nonce);
  const sealed = Buffer.concat([cipher.update(`${person} ${kind}`), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** What a link says; null when this installation did not make it. */
export function openSubscription(secret: string, text: string): Subscription | null {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < 30 || bytes.length > 200) return null;
  try {
    const decipher = createDecipheriv(algorithm, keyOf(secret), bytes.subarray(0, 12), { authTagLength: 16 });
    decipher.setAuthTag(bytes.subarray(-16));
    const opened = decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
    const [person = '', kind = ''] = opened.split(' ');
    return isEnded(kind) ? { person, kind } : null;
  } catch {
    return null;
  }
}

/** Ends the mails a link is about, as the person it was sent to; the link alone says who that is. Doing it twice changes nothing. */
export async function unsubscribe(runtime: Runtime, { person, kind }: Subscription): Promise<Answer<unknown>> {
  return runAction(runtime.database, endMails, await loadActor(runtime.database, person), { kind }, { door: 'page' });
}
