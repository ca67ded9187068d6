import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import type { Runtime } from '../runtime.ts';
import type { Letter } from './letter.ts';
import { mailServer } from './mail-server.ts';

/** Headers that say what sort of mail it is, and how to end it. */
function headersOf({ unsubscribe }: Letter): Record<string, string> {
  const ending: Record<string, string> = unsubscribe
    ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : {};
  return { 'Auto-Submitted': 'auto-generated', ...ending };
}

const transports = new WeakMap<Runtime, Transporter>();

/**
 * Hands a mail to the mail server (`SMTP_URL`), or writes it to `<data>/mail/<id>.eml` where none is set.
 * @throws what the mail server answered; its text may quote the address, so log the code only.
 */
export async function deliver(runtime: Runtime, letter: Letter): Promise<void> {
  const { SMTP_URL: server, MAIL_FROM: from } = runtime.settings;
  const message = {
    from,
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: `<${letter.id}@${new URL(runtime.origin).hostname}>`,
    headers: headersOf(letter),
    ...(letter.calendar
      ? {
          icalEvent: {
            method: letter.calendar.method.toUpperCase(),
            content: letter.calendar.text,
            filename: 'meeting.ics',
          },
        }
      : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  if (server !== undefined) {
    let transport = transports.get(runtime);
    if (!transport) {
      transport = mailServer(server);
      transports.set(runtime, transport);
    }
    await transport.sendMail(message);
    return;
  }
  const written = await createTransport({ streamTransport: true, buffer: true, newline: 'unix' }).sendMail(message);
  await keepAsFile(join(runtime.dataDir, 'mail'), `${letter.id}.eml`, written.message as Buffer);
}

async function keepAsFile(folder: string, name: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `.${name}.part`);
  await writeFile(unfinished, bytes, { mode: 0o600 });
  await rename(unfinished, join(folder, name));
}
