import { createServer, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { onTestFinished } from 'vitest';

/** What an ID token says that is wrong; what is not named is right. */
export interface Lie {
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signed with a key that the provider does not publish. */
  readonly otherKey?: boolean;
  /** Not signed at all. */
  readonly unsigned?: boolean;
  /** Signed with the client's secret, as if that were a key (HS256). */
  readonly byClientSecret?: boolean;
  /** The token endpoint answers with this status and no token. */
  readonly status?: number;
  /** The answer holds no ID token. */
  readonly withoutIdToken?: boolean;
}

/** A provider that lies where it is told to. It asks nobody anything: every code is good, once or again. */
export interface HostileProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  lie: Lie;
  /** Changes what its description says. */
  description: Readonly<Record<string, unknown>>;
  /** The bodies that came to its token endpoint. */
  readonly asked: URLSearchParams[];
  /** The nonce that the next ID token carries. */
  nonce: string | null;
}

/** Starts one for one test. */
export async function hostileProvider(): Promise<HostileProvider> {
  const [own, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const key = { ...(await exportJWK(own.publicKey)), kid: 'own', use: 'sig', alg: 'RS256' };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  const provider: HostileProvider = {
    issuer,
    clientId: 'oppihetki',
    clientSecret: 'a secret of at least thirty-two characters',
    lie: {},
    description: {},
    asked: [],
    nonce: null,
  };

  const idToken = async () => {
    const now = Math.floor(Date.now() / 1000);
    const { lie } = provider;
    const claims = {
      iss: issuer,
      aud: provider.clientId,
      sub: 'somebody',
      iat: now,
      exp: now + 300,
      nonce: provider.nonce,
      name: 'Oppija',
      ...lie.claims,
    };
    const given = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
    if (lie.unsigned) return new UnsecuredJWT(given).encode();
    if (lie.byClientSecret) {
      const secret = new TextEncoder().encode(provider.clientSecret);
      return new SignJWT(given).setProtectedHeader({ alg: 'HS256', kid: 'own' }).sign(secret);
    }
    const { privateKey } = lie.otherKey ? other : own;
    return new SignJWT(given).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(privateKey);
  };

  server.on('request', async (request, response) => {
    const path = request.url?.split('?', 1)[0];
    if (path === '/.well-known/openid-configuration') return sendJson(response, 200, describe(provider));
    if (path === '/jwks') return sendJson(response, 200, { keys: [key] });
    if (path !== '/token') return sendJson(response, 404, {});
    let text = '';
    for await (const chunk of request) text += String(chunk);
    provider.asked.push(new URLSearchParams(text));
    const { status, withoutIdToken } = provider.lie;
    if (status !== undefined)
      return sendJson(response, status, { error: 'invalid_grant', error_description: '<b>words of the provider</b>' });
    const token = { access_token: 'x', token_type: 'Bearer', expires_in: 60 };
    return sendJson(response, 200, withoutIdToken ? token : { ...token, id_token: await idToken() });
  });
  return provider;
}

function describe({ issuer, description }: HostileProvider): unknown {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    ...description,
  };
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
