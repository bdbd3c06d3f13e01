import { Problem } from './problem.ts';

const safeMethods = new Set(['GET', 'HEAD']);

/**
 * Refuses a cross-site request to a route that goes by the session cookie (OWASP ASVS 5.0 3.5): an unsafe method needs
 * `Sec-Fetch-Site: same-origin` or our own `Origin`. The content type plays no part, so none slips through.
 *
 * @throws Problem `cross_site`
 */
export function requireSameOrigin(request: Request, publicOrigin: string): void {
  if (safeMethods.has(request.method)) return;
  if (request.headers.get('sec-fetch-site') === 'same-origin') return;
  if (request.headers.get('origin') === publicOrigin) return;
  throw new Problem('cross_site');
}

/**
 * The same for signing in, which no cookie carries yet: what a browser marks as another site's is refused, while a
 * client that sends neither header (no browser does) may sign in.
 *
 * @throws Problem `cross_site`
 */
export function refuseOtherSites(request: Request, publicOrigin: string): void {
  const unmarked = !request.headers.has('sec-fetch-site') && !request.headers.has('origin');
  if (!unmarked) requireSameOrigin(request, publicOrigin);
}
