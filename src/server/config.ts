import { type BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { type Scope, scopes as knownScopes } from '../lrs/principal.ts';
import { type AuthConfig, readAuth } from './config/auth.ts';
import { isLoopbackHost, readOrigin } from './config/origins.ts';
import { type RateLimits, readRateLimits } from './config/rateLimits.ts';
import { readTrustedProxies } from './config/trustedProxies.ts';

export { isLoopbackHost } from './config/origins.ts';

export interface ApiClient {
  readonly name: string;
  readonly secret: string;
  readonly scopes: readonly Scope[];
}

/** How this process runs: the environment, checked. See the table in README.md. */
export interface ServerConfig {
  readonly host: string;
  readonly port: number;
  /** Origin in links and the cross-site check; without a slash at its end. Never taken from a request. */
  readonly publicOrigin: string;
  /** Base of ids at the first start; afterwards the store's own counts. */
  readonly idBase: string;
  readonly dataDir: string;
  /** How people sign in. */
  readonly auth: AuthConfig;
  /** Whose forwarded headers tell where a request came from. */
  readonly trustedProxies: BlockList;
  readonly rateLimits: RateLimits;
  readonly clients: readonly ApiClient[];
  /** Origins whose pages may call `/xapi` with client credentials. */
  readonly corsOrigins: readonly string[];
  /** How many bytes a request with statements may hold, attachments included (xAPI 1.0.3, Communication 3.2). */
  readonly maxBodyBytes: number;
  /** How many bytes a document of `/xapi` may hold. */
  readonly maxDocumentBytes: number;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: ServerConfig }
  /** Every problem at once, each a plain line that names the variable and what to do. */
  | { readonly ok: false; readonly problems: readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

const shortestSecretOffLoopback = 20;

/** Reads and checks the environment. Nothing is built, opened or listened on before this says ok. */
export function readConfig(env: Environment): ConfigResult {
  const problems: string[] = [];
  const host = readHost(env['HOST'], problems);
  const port = readPort(env['PORT'], problems);
  const publicOrigin =
    readOrigin('PUBLIC_ORIGIN', env['PUBLIC_ORIGIN'], problems) ?? `http://${bracketed(host)}:${port}`;
  const loopback = isLoopbackHost(host) && isLoopbackHost(new URL(publicOrigin).hostname);
  if (env['DATABASE_URL']) {
    problems.push(
      'DATABASE_URL: the PostgreSQL store is not built yet. Unset it to use the embedded store in DATA_DIR.',
    );
  }
  const config: ServerConfig = {
    host,
    port,
    publicOrigin,
    idBase: readOrigin('ID_BASE', env['ID_BASE'], problems, true) ?? publicOrigin,
    dataDir: dataDirOf(env),
    auth: readAuth(env, { loopback, publicOrigin }, problems),
    trustedProxies: readTrustedProxies(env['TRUSTED_PROXY'], problems),
    rateLimits: readRateLimits(env['RATE_LIMITS'], problems),
    clients: readClients(env['XAPI_CLIENTS'], loopback, problems),
    corsOrigins: words(env['XAPI_CORS_ORIGINS']).map((word) => readOrigin('XAPI_CORS_ORIGINS', word, problems) ?? ''),
    maxBodyBytes: readBytes('XAPI_MAX_BODY', env, 10_000_000, problems),
    maxDocumentBytes: readBytes('XAPI_MAX_DOCUMENT', env, 1_000_000, problems),
  };
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems };
}

/** The folder of the embedded store, whole. */
export function dataDirOf(env: Environment): string {
  return resolve(env['DATA_DIR'] || './data');
}

/** A name or an address to listen on, an IPv6 one with or without brackets. */
function readHost(value: string | undefined, problems: string[]): string {
  const host = (value || '127.0.0.1').replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) !== 0 || /^[a-z\d]([a-z\d.-]{0,251}[a-z\d])?$/i.test(host)) return host;
  problems.push(`HOST is "${value}": give a host name or an IP address, without a port.`);
  return '127.0.0.1';
}

function readPort(value: string | undefined, problems: string[]): number {
  if (!value) return 4321;
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) return port;
  problems.push(`PORT is "${value}": give a number from 1 to 65535.`);
  return 4321;
}

function readBytes(name: string, env: Environment, usual: number, problems: string[]): number {
  const value = env[name];
  if (!value) return usual;
  const bytes = Number(value);
  if (/^\d+$/.test(value) && bytes >= 1_000 && bytes <= 1_000_000_000) return bytes;
  problems.push(`${name} is "${value}": give a number of bytes from 1000 to 1000000000.`);
  return usual;
}

function readClients(value: string | undefined, loopback: boolean, problems: string[]): ApiClient[] {
  const clients: ApiClient[] = [];
  for (const [index, word] of words(value).entries()) {
    const [name = '', secret = '', scope = '', ...rest] = word.split(':');
    const scopes = scope.split(',');
    const place = `XAPI_CLIENTS, client ${index + 1}${name ? ` (${name})` : ''}`;
    if (!name || !secret || !scope || rest.length > 0) {
      problems.push(`${place}: write name:secret:scope, clients separated by spaces.`);
    } else if (!scopes.every(isScope)) {
      problems.push(
        `${place}: the scope "${scope}" is not known. Known: ${knownScopes.join(', ')}; several by commas.`,
      );
    } else if (!loopback && secret.length < shortestSecretOffLoopback) {
      problems.push(`${place}: the secret is too short. Give at least ${shortestSecretOffLoopback} characters.`);
    } else if (clients.some((client) => client.name === name)) {
      problems.push(`${place}: the name is used twice.`);
    } else {
      clients.push({ name, secret, scopes: scopes.filter(isScope) });
    }
  }
  return clients;
}

function isScope(scope: string): scope is Scope {
  return (knownScopes as readonly string[]).includes(scope);
}

function words(value: string | undefined): string[] {
  return (value ?? '').split(/\s+/).filter(Boolean);
}

function bracketed(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}
