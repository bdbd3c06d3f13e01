import { origin, ownPage, type TestApp } from './testApp.ts';

/** A browser as far as signing in needs one: it keeps cookies by origin and goes on by itself where it is told to. */
export interface OidcBrowser {
  /** Presses the button of the sign-in page: the product's answer. */
  begin(returnTo?: string): Promise<Response>;
  /** Goes through the provider's pages as an account (none to break off): the address it sends back to. */
  choose(address: string, account: string): Promise<string>;
  /** Asks the product for a whole address or a path. */
  get(address: string): Promise<Response>;
  /** Signs out at the product: its answer. */
  signOut(lang?: string): Promise<Response>;
  /** All of it: the product's answer to the callback. */
  signIn(account: string, returnTo?: string): Promise<Response>;
  /** The headers of a request from our own pages. */
  headers(): Record<string, string>;
  /** The product's cookies, by name. */
  readonly cookies: Map<string, string>;
}

/** Where a page that moves on by itself leads. */
export function leadsTo(response: Response): string {
  return response.headers.get('refresh')?.replace(/^0; url=/, '') ?? '';
}

export function oidcBrowser(app: Pick<TestApp, 'fetch'>): OidcBrowser {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (at: string) => {
    const jar = jars.get(at) ?? new Map<string, string>();
    jars.set(at, jar);
    return jar;
  };
  const send = async (address: string, init: RequestInit = {}) => {
    const url = new URL(address, origin);
    const jar = jarOf(url.origin);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', 'accept-language': 'fi', ...(init.headers as object), cookie };
    const response =
      url.origin === origin
        ? await app.fetch(`${url.pathname}${url.search}`, { ...init, headers })
        : await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    return response;
  };

  const browser: OidcBrowser = {
    cookies: jarOf(origin),
    headers: () => ({
      ...ownPage,
      cookie: [...jarOf(origin)].map(([name, value]) => `${name}=${value}`).join('; '),
    }),
    begin: (returnTo) =>
      send('/sign-in', {
        method: 'POST',
        headers: ownPage,
        body: new URLSearchParams(returnTo === undefined ? {} : { returnTo }),
      }),
    async choose(address, account) {
      let at = address;
      let response = await send(at);
      for (let hops = 0; hops < 10; hops += 1) {
        const location = response.headers.get('location');
        if (location === null) {
          response = await send(at, { method: 'POST', body: new URLSearchParams({ account }) });
          continue;
        }
        at = new URL(location, at).href;
        if (at.startsWith(origin)) return at;
        response = await send(at);
      }
      throw new Error(`the provider does not come back from ${address}`);
    },
    get: (address) => send(address),
    signOut: (lang = 'fi') =>
      send('/sign-out', { method: 'POST', headers: ownPage, body: new URLSearchParams({ lang }) }),
    async signIn(account, returnTo) {
      return browser.get(await browser.choose(leadsTo(await browser.begin(returnTo)), account));
    },
  };
  return browser;
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const split = pair.indexOf('=');
  const [name, value] = [pair.slice(0, split), pair.slice(split + 1)];
  if (attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))) jar.delete(name);
  else jar.set(name, value);
}
