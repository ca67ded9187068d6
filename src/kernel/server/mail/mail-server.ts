import { createTransport, type Transporter } from 'nodemailer';

/** The way to the mail server at `url` (`SMTP_URL`): 10 s to connect and to be greeted, 20 s for each answer. */
export const mailServer = (url: string): Transporter =>
  createTransport(url, { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 } as object);

/** What became of a try to sign in to a mail server. `code`: Node's, nodemailer's or the server's own. */
export type MailServerAnswer = { kind: 'ready' } | { kind: 'refused' | 'unreachable'; code: string };

/** Connects to the mail server as if to send, signs in where `url` has a name, and leaves without sending. */
export async function tryMailServer(url: string): Promise<MailServerAnswer> {
  const transport = mailServer(url);
  try {
    await transport.verify();
    return { kind: 'ready' };
  } catch (error) {
    const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number };
    return code === 'EAUTH' ? { kind: 'refused', code: String(responseCode ?? code) } : { kind: 'unreachable', code };
  } finally {
    transport.close();
  }
}
