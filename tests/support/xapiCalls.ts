import { createHash, randomUUID } from 'node:crypto';
import type { Attachment, Statement, StoredStatement, XapiVersion } from '../../src/xapi/types.ts';
import { testApp, type TestApp } from './testApp.ts';

/** A record store for one test, and an API client of it. */
export interface XapiCalls {
  readonly app: TestApp;
  /** A request to `/xapi`, as a client with every scope unless `headers` say otherwise. */
  call(path: string, init?: RequestInit): Promise<Response>;
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
  put(id: string, body: unknown): Promise<Response>;
  /** Sends a multipart/mixed request of these parts. */
  sendParts(parts: readonly Part[], init?: RequestInit & { readonly path?: string }): Promise<Response>;
  /** The body of a GET of statements that is answered 200. */
  query(parameters: Record<string, string>, headers?: Record<string, string>): Promise<Found>;
}

export interface Found {
  readonly statements: readonly StoredStatement[];
  readonly more: string;
}

export interface Part {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export async function xapiCalls(version: XapiVersion = '1.0.3'): Promise<XapiCalls> {
  const clients = 'tool:secret:all writer:secret:statements/write';
  const app = await testApp({ env: { XAPI_CLIENTS: clients } });
  const call = (path: string, init: RequestInit = {}) =>
    app.fetch(`/xapi/${path}`, {
      ...init,
      headers: { ...basic('tool'), 'x-experience-api-version': version, ...(init.headers as Record<string, string>) },
    });
  const send = (path: string, method: string, body: unknown, headers: Record<string, string> = {}) =>
    call(path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    app,
    call,
    post: (body, headers) => send('statements', 'POST', body, headers),
    put: (id, body) => send(`statements?statementId=${id}`, 'PUT', body),
    sendParts: (parts, { path = 'statements', headers, ...init } = {}) =>
      call(path, {
        method: 'POST',
        ...init,
        headers: { 'content-type': `multipart/mixed; boundary="${boundary}"`, ...(headers as Record<string, string>) },
        body: new Uint8Array(multipartOf(parts)),
      }),
    async query(parameters, headers = {}) {
      const response = await call(`statements?${new URLSearchParams(parameters)}`, { headers });
      if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
      return (await response.json()) as Found;
    },
  };
}

export function basic(client: string): Record<string, string> {
  return { authorization: `Basic ${btoa(`${client}:secret`)}` };
}

/** A statement of a field's own; `change` replaces or adds members. */
export function statementOf(change: Record<string, unknown> = {}): Statement & { id: string } {
  return {
    id: randomUUID(),
    actor: { objectType: 'Agent', mbox: 'mailto:learner@example.org' },
    verb: { id: 'https://example.org/verbs/tried', display: { en: 'tried' } },
    object: { objectType: 'Activity', id: 'https://example.org/activities/one' },
    ...change,
  };
}

/** The characters that may stand in a boundary (RFC 2046, 5.1.1). */
export const boundary = "abcABC0123'()+_,-./:=?";

export function multipartOf(parts: readonly Part[]): Buffer {
  const pieces = parts.flatMap(({ headers, body }) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\r\n`);
    return [Buffer.from(`--${boundary}\r\n${lines.join('')}\r\n`), Buffer.from(body as string), Buffer.from('\r\n')];
  });
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}

export function sha2Of(octets: string | Uint8Array, algorithm = 'sha256'): string {
  return createHash(algorithm).update(octets).digest('hex');
}

/** What a statement says of these octets; `change` replaces members. */
export function attachmentOf(octets: string | Uint8Array, change: Partial<Attachment> = {}): Attachment {
  return {
    usageType: 'https://example.org/usage',
    display: { en: 'An attachment' },
    contentType: 'text/plain; charset=utf-8',
    length: Buffer.byteLength(octets),
    sha2: sha2Of(octets),
    ...change,
  };
}

/** The part with the statements. */
export function jsonPart(value: unknown, headers: Record<string, string> = {}): Part {
  return { headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

/** The part with an attachment's octets; `headers` replaces some, and an empty value leaves one out. */
export function octetsPart(octets: string | Uint8Array, headers: Record<string, string> = {}): Part {
  const all = {
    'Content-Type': 'text/plain',
    'Content-Transfer-Encoding': 'binary',
    'X-Experience-API-Hash': sha2Of(octets),
    ...headers,
  };
  return { headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')), body: octets };
}
