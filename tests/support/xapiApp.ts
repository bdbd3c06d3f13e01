import { testApp } from './testApp.ts';

/** A client for each scope. The one that may define may also store statements: definitions come in them. */
export const clients = {
  all: 'tool',
  'all/read': 'reader',
  state: 'stateful',
  profile: 'profiler',
  define: 'definer',
  'statements/write': 'writer',
  'statements/read': 'statementReader',
  'statements/read/mine': 'mineReader',
} as const;
export type ClientScope = keyof typeof clients;

const environment = {
  XAPI_CLIENTS: Object.entries(clients)
    .map(([scope, name]) => `${name}:secret:${scope === 'define' ? 'define,statements/write' : scope}`)
    .join(' '),
};

export const agent = { objectType: 'Agent', mbox: 'mailto:learner@example.org' };
export const activityId = 'https://example.org/activities/one';
export const registration = '6d1f2c8a-3f5e-4b77-9d0a-2b1c3d4e5f60';

export type Parameters = Readonly<Record<string, unknown>>;

export interface Call {
  readonly parameters?: Parameters;
  /** A value to send as JSON, or text or bytes as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** A client with this scope; `all` where nothing is said. */
  readonly as?: ClientScope;
  readonly version?: string;
}

/** The application as functions that stand alone. */
export interface XapiApp {
  /** Sends an xAPI request: parameters that are no text as JSON. */
  readonly call: (method: string, resource: string, call?: Call) => Promise<Response>;
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  readonly signIn: (persona: string) => Promise<Record<string, string>>;
  readonly restart: () => Promise<void>;
  readonly pass: (minutes: number) => void;
}

export function basic(scope: ClientScope): string {
  return `Basic ${btoa(`${clients[scope]}:secret`)}`;
}

/** The application with a client for each scope. */
export async function xapiApp(env: Record<string, string> = {}): Promise<XapiApp> {
  const app = await testApp({ env: { ...environment, ...env } });
  const call = (
    method: string,
    resource: string,
    { parameters = {}, body, headers = {}, as = 'all', version = '1.0.3' }: Call = {},
  ) => {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    return app.fetch(`/xapi/${resource}${queryOf(parameters)}`, {
      method,
      headers: {
        authorization: basic(as),
        'x-experience-api-version': version,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isRaw ? (body as BodyInit) : JSON.stringify(body) }),
    });
  };
  return { ...app, call };
}

export function queryOf(parameters: Parameters): string {
  const texts = Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
  return texts.length === 0 ? '' : `?${new URLSearchParams(texts)}`;
}
