import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface RunningProvider {
  issuer: string;
  stop(): Promise<void>;
}

/**
 * A real OpenID provider on loopback. Its sign-in form takes any name; the name is the subject, and the address of the
 * person unless `addresses` knows another. Names that begin with `unverified-` have an address nobody has checked.
 */
export async function startProvider(client: {
  id: string;
  secret: string;
  redirect: string;
}): Promise<RunningProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirect],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['a-key-of-the-tests'] },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({
        sub,
        name: 'From The Provider',
        email: sub.replace(/^unverified-/, ''),
        email_verified: !sub.startsWith('unverified-'),
      }),
    }),
  });
  server.on('request', provider.callback());
  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
