import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';

export interface Listening {
  /** `http://localhost:3000` */
  url: string;
  server: Server;
  /** Takes no new requests and resolves when the running ones are answered (or after `graceMs`). */
  close(graceMs?: number): Promise<void>;
}

/**
 * Whether a mail provider ends mails for its user (RFC 8058): a form post without cookie and without origin, which the framework would
 * refuse as one from another site. The sealed link alone says whose mails they are, so there is nothing such a site could borrow.
 */
const isOneClick = ({ method, url, headers }: IncomingMessage): boolean =>
  method === 'POST' && /^\/(\w\w\/)?unsubscribe\//.test(url ?? '') && !headers.origin && !headers.cookie;

/**
 * Serves the built application (`build/`) in this process.
 *
 * The adapter assumes https unless a header says otherwise and refuses bodies above 512 kB; both would break a
 * plain `http://localhost` start and every upload, so they are set here. With `origin` (the public address, behind a
 * proxy that ends TLS) every request counts as made to that origin, whatever its headers say.
 */
export async function listen(options: {
  buildFolder: string;
  port: number;
  host?: string;
  origin?: string;
  bodyLimit?: string;
}): Promise<Listening> {
  process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
  process.env['BODY_SIZE_LIMIT'] ??= options.bodyLimit ?? '250M';
  const { handler } = (await import(pathToFileURL(`${options.buildFolder}/handler.js`).href)) as {
    handler: (req: unknown, res: unknown, next?: () => void) => void;
  };
  const publicly = options.origin === undefined ? null : new URL(options.origin);
  const server = createServer((request, response) => {
    request.headers['x-forwarded-proto'] = publicly?.protocol.slice(0, -1) ?? 'http';
    if (publicly) request.headers.host = publicly.host;
    if (isOneClick(request)) request.headers.origin = publicly?.origin ?? `http://${request.headers.host ?? ''}`;
    handler(request, response);
  });
  const host = options.host ?? 'localhost';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    server,
    close: (graceMs = 5000) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
