import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { personPage } from './personPage.ts';

/** Somebody whom the provider can sign in. The key of its map is the subject. */
export interface Account {
  /** How the provider's page names the choice. */
  readonly label: string;
  /** What the ID token tells besides the subject. */
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface LocalProviderOptions {
  /** A loopback port; any free one unless given. */
  readonly port?: number;
  /** Where the product under test is reached. */
  readonly productOrigin: string;
  /** May change while the provider runs. */
  readonly accounts: ReadonlyMap<string, Account>;
}

/** A real OpenID provider (oidc-provider) on loopback, whose page lets one choose whom to sign in as. */
export interface LocalProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the product under test is reached. */
  readonly productOrigin: string;
  close(): Promise<void>;
}

/** For trying and testing only: it asks for no password. */
export async function startLocalProvider(options: LocalProviderOptions): Promise<LocalProvider> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${portOf(server)}`;
  const client = { clientId: 'oppihetki', clientSecret: randomUUID() };
  const provider = new Provider(issuer, configurationOf(options, client));
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const isChoice = request.url?.startsWith('/choose/') ?? false;
    if (!isChoice) return void answer(request, response);
    choose(provider, options.accounts, request, response).catch(() => {
      response.writeHead(400, { 'Content-Type': 'text/plain' }).end('The sign-in is over or is not of this browser.\n');
    });
  });
  return {
    issuer,
    ...client,
    productOrigin: options.productOrigin,
    async close() {
      if (!server.listening) return;
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function configurationOf(
  { productOrigin, accounts }: LocalProviderOptions,
  { clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string },
): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const names = ['name', 'email', 'roles', 'employee_id', 'oppihetki_unit'];
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${productOrigin}/oidc/callback`],
        post_logout_redirect_uris: [`${productOrigin}/sign-out`],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: randomUUID() }] },
    cookies: { keys: [randomUUID()] },
    claims: { openid: ['sub'], profile: names },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 3600, IdToken: 600, Interaction: 3600, Session: 3600 },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: confirmSignOut },
    },
    interactions: { url: (_context, { uid }) => `/choose/${uid}` },
    findAccount: (_context, sub) => {
      const account = accounts.get(sub);
      return account && { accountId: sub, claims: () => ({ sub, ...account.claims }) };
    },
    loadExistingGrant: consented,
  };
}

/** Everybody has agreed to everything, as staff have at their employer's provider. */
async function consented({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  const before = session!.grantIdFor(client!.clientId);
  const given = before ? await provider.Grant.find(before) : undefined;
  if (given) return given;
  const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}

/** Shows whom one may sign in as, and takes the choice. */
async function choose(
  provider: Provider,
  accounts: ReadonlyMap<string, Account>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(personPage(accounts));
    return;
  }
  const accountId = new URLSearchParams(await textOf(request)).get('account') ?? '';
  const result = accounts.has(accountId)
    ? { login: { accountId } }
    : { error: 'access_denied', error_description: '<b>words of the provider</b>' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

/** The provider's own question before it signs out; without an ID token it has to be asked. */
function confirmSignOut(context: KoaContextWithOIDC, form: string): void {
  context.body = `<!doctype html><html lang="fi"><meta charset="utf-8"><title>Kirjaudu ulos</title>
    <h1>Kirjaudutaanko ulos kirjautumispalvelusta?</h1>${form}
    <button type="submit" form="op.logoutForm" name="logout" value="yes">Kirjaudu ulos</button></html>`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the provider has no port');
  return address.port;
}
