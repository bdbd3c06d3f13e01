import * as client from 'openid-client';
import { asProblem, SignInProblem } from './signInProblem.ts';

export interface IdentityProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends the browser back to after a sign-in. */
  readonly callback: string;
}

/** What one sign-in is checked against: random, made for it alone, known to this server and its own browser only. */
export interface SignInChecks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The claims of an ID token whose signature, algorithm, issuer, audience, times and nonce were checked. */
export type VerifiedClaims = Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string };

/** The organisation's identity provider, as its clients see it (OpenID Connect Core 1.0, authorisation code with PKCE). */
export interface IdentityProvider {
  /** The address at which the provider signs in. @throws SignInProblem `unavailable` */
  signInAddress(checks: SignInChecks): Promise<string>;
  /**
   * Takes the code of a callback to the provider, and checks what it gives for it.
   *
   * @param callback the whole address the browser came back to
   * @throws SignInProblem
   */
  redeem(callback: URL, checks: SignInChecks): Promise<{ readonly claims: VerifiedClaims; readonly idToken: string }>;
  /**
   * The address at which the provider's own session ends and which comes `back`; null where the provider has none,
   * or cannot be reached (OpenID Connect RP-Initiated Logout 1.0).
   */
  signOutAddress(idToken: string | null, back: WayBack): Promise<string | null>;
}

/** Where the provider sends the browser after it has signed out, and what it hands back there. */
export interface WayBack {
  readonly address: string;
  readonly state: string;
}

/** How long the provider may take to answer one request, in seconds. */
const patience = 8;

/**
 * The provider by openid-client. Its description is fetched when it is first needed and again until that succeeds, so a
 * provider that is down keeps nobody from reading.
 */
export function createIdentityProvider(options: IdentityProviderOptions): IdentityProvider {
  const { issuer, clientId, callback } = options;
  let discovery: Promise<client.Configuration> | null = null;
  const provider = async () => {
    discovery ??= discover(options);
    try {
      return await discovery;
    } catch (error) {
      discovery = null;
      throw new SignInProblem('unavailable', { cause: error });
    }
  };

  return {
    async signInAddress({ state, nonce, verifier }) {
      const known = await provider();
      if (!isSafe(known.serverMetadata().authorization_endpoint, issuer)) {
        throw new SignInProblem('unavailable', {
          cause: new Error('the provider names no https address to sign in at'),
        });
      }
      const address = client.buildAuthorizationUrl(known, {
        redirect_uri: callback,
        scope: 'openid profile',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return address.href;
    },

    async redeem(current, { state, nonce, verifier }) {
      const known = await provider();
      try {
        const tokens = await client.authorizationCodeGrant(known, current, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims || !tokens.id_token) throw new SignInProblem('failed');
        return { claims, idToken: tokens.id_token };
      } catch (error) {
        throw asProblem(error);
      }
    },

    async signOutAddress(idToken, back) {
      const known = await provider().catch(() => null);
      if (!known || !isSafe(known.serverMetadata().end_session_endpoint, issuer)) return null;
      const address = client.buildEndSessionUrl(known, {
        client_id: clientId,
        post_logout_redirect_uri: back.address,
        state: back.state,
        ...(idToken !== null && { id_token_hint: idToken }),
      });
      return address.href;
    },
  };
}

/** ID tokens come straight from the provider; their signature is checked all the same (OWASP ASVS 5.0 9.1). */
function discover({ issuer, clientId, clientSecret }: IdentityProviderOptions): Promise<client.Configuration> {
  const server = new URL(issuer);
  const execute = [client.enableNonRepudiationChecks];
  // The configuration allows http on loopback only. The name says that it is not for use elsewhere.
  if (server.protocol === 'http:') execute.push(client.allowInsecureRequests);
  return client.discovery(server, clientId, undefined, secretAs(clientSecret), { execute, timeout: patience });
}

/** The secret in the way that the provider takes it; Basic where it does not say (OpenID Connect Discovery 1.0, 3). */
function secretAs(secret: string): client.ClientAuth {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, own, body, headers) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (taken.includes('client_secret_basic') ? basic : post)(server, own, body, headers);
  };
}

/** Whether browsers may be sent to an address: it is https, or http as the issuer's own may be on loopback. */
function isSafe(address: string | undefined, issuer: string): boolean {
  const protocol = URL.canParse(address ?? '') ? new URL(address!).protocol : null;
  return protocol === 'https:' || (protocol === 'http:' && issuer.startsWith('http:'));
}
