import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { preferredLanguage } from '../../i18n/preferredLanguage.ts';
import { isLoopbackHost } from '../config.ts';
import type { Services } from '../services.ts';
import { createApp, isApplicationPath } from './app.ts';
import { securityHeaders } from './securityHeaders.ts';

type Next = () => void;
type Step = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

/** What answers the addresses that the application leaves: static files, pages on demand, the page for nothing found. */
export interface PageSteps {
  readonly staticFiles: Step;
  readonly pagesOnDemand: Step;
  readonly notFound: (request: IncomingMessage, response: ServerResponse) => void;
}

/**
 * Every request's way through the process: headers, then the application, a static file, a page made on demand, or the
 * page that says there is nothing here.
 */
export function createListener(services: Services, pages: PageSteps): RequestListener {
  const headers = Object.entries(securityHeaders(services.publicOrigin));
  const own = new URL(services.publicOrigin);
  const app = createApp(services, randomUUID);
  const isDemo = services.signInBy === 'demo';
  const application = getRequestListener(app.fetch);

  return (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    const path = pathOf(request);
    const host = request.headers.host === own.host ? own.hostname : hostOf(request);
    if (path === null || host === null || request.method === 'TRACE')
      return refuse(response, 400, 'The request cannot be understood.');
    if (isDemo && !isLoopbackHost(host))
      return refuse(response, 403, 'Demo sign-in answers on loopback addresses only.');
    if (isApplicationPath(path)) return void application(request, response);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead) return pages.notFound(request, response);
    if (path === '/') return redirectToLanguage(request, response);
    const moved = services.movedPage(path);
    if (moved !== null) return redirectForGood(request, response, moved);
    pages.staticFiles(request, response, () =>
      pages.pagesOnDemand(request, response, () => pages.notFound(request, response)),
    );
  };
}

/** The path of a request; null where the target is not one that can be decoded. */
function pathOf(request: IncomingMessage): string | null {
  const path = request.url?.split('?', 1)[0] ?? '';
  if (!path.startsWith('/')) return null;
  try {
    decodeURIComponent(path);
    return path;
  } catch {
    return null;
  }
}

/**
 * The host name a request asks for, without its port; null where there is none or it is malformed (RFC 9112 3.2).
 * Demo sign-in lets anybody in, so a name that is not loopback (DNS rebinding) is refused.
 */
function hostOf({ headers: { host } }: IncomingMessage): string | null {
  return host && URL.canParse(`http://${host}`) ? host.replace(/:\d+$/, '') : null;
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${reason}\n`);
}

/** Asked again each time, like every page: an author may take an id back. */
function redirectForGood(request: IncomingMessage, response: ServerResponse, to: string): void {
  const query = request.url?.slice(request.url.split('?', 1)[0]!.length) ?? '';
  response.writeHead(301, { Location: `${to}${query}`, 'Cache-Control': 'public, max-age=0, must-revalidate' });
  response.end();
}

function redirectToLanguage(request: IncomingMessage, response: ServerResponse): void {
  const lang = preferredLanguage(request.headers['accept-language']);
  response.writeHead(302, { Location: `/${lang}/`, Vary: 'Accept-Language', 'Cache-Control': 'no-store' });
  response.end();
}
