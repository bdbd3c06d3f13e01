import type { Environment } from '../config.ts';
import { isLoopbackHost } from './origins.ts';

/** How people sign in: as one of the demo personas, or by the organisation's identity provider. */
export type AuthConfig =
  | { readonly kind: 'demo' }
  | { readonly kind: 'oidc'; readonly issuer: string; readonly clientId: string; readonly clientSecret: string };

/** What else the configuration says that signing in depends on. */
interface Place {
  /** Both where it listens and where it is reached are loopback addresses. */
  readonly loopback: boolean;
  readonly publicOrigin: string;
}

/** Reads `AUTH` and the variables of the identity provider. Demo sign-in lets anybody in: it is for loopback only. */
export function readAuth(env: Environment, place: Place, problems: string[]): AuthConfig {
  const value = env['AUTH'];
  if (value === 'oidc') return readOidc(env, place, problems);
  if (value && value !== 'demo') {
    problems.push(`AUTH is "${value}": give demo or oidc.`);
  } else if (!place.loopback && !value) {
    problems.push('AUTH must be set when HOST or PUBLIC_ORIGIN is not a loopback address: give oidc.');
  } else if (!place.loopback) {
    problems.push(
      'AUTH=demo lets anybody in and runs on loopback only: set HOST and PUBLIC_ORIGIN to 127.0.0.1 or localhost, or AUTH to oidc.',
    );
  }
  return { kind: 'demo' };
}

function readOidc(env: Environment, { publicOrigin }: Place, problems: string[]): AuthConfig {
  const needed = (name: string, what: string) => {
    const value = env[name]?.trim() ?? '';
    if (value === '') problems.push(`${name} is not set: AUTH=oidc needs ${what}.`);
    return value;
  };
  const issuer = needed('OIDC_ISSUER', "the identity provider's issuer, such as https://login.example.org/city");
  const clientId = needed('OIDC_CLIENT_ID', 'the id that the identity provider gave this service');
  const clientSecret = needed('OIDC_CLIENT_SECRET', 'the secret that the identity provider gave this service');
  if (issuer !== '') checkIssuer(issuer, problems);
  const { protocol, hostname } = new URL(publicOrigin);
  if (protocol !== 'https:' && !isLoopbackHost(hostname)) {
    problems.push(
      `PUBLIC_ORIGIN is "${publicOrigin}": off loopback give the https address at which people reach the service, such as https://oppihetki.example.org.`,
    );
  }
  return { kind: 'oidc', issuer, clientId, clientSecret };
}

/** An issuer is an https URL without query and fragment (OpenID Connect Discovery 1.0, 3); http is taken on loopback alone. */
function checkIssuer(issuer: string, problems: string[]): void {
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !/[?#\s]/.test(issuer);
  if (!isPlain) {
    problems.push(`OIDC_ISSUER is "${issuer}": give an address such as https://login.example.org/city.`);
  } else if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) {
    problems.push(`OIDC_ISSUER is "${issuer}": it must be https; http is taken on loopback only.`);
  }
}
