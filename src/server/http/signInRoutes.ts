import { Hono } from 'hono';
import type { Services } from '../services.ts';
import type { HttpEnv } from './context.ts';
import { demoSignInRoutes } from './demoSignInRoutes.ts';
import { localPath } from './localPath.ts';
import { oidcRoutes } from './oidcRoutes.ts';
import { signInLanguage } from './signInLanguage.ts';

/** `/sign-in`, `/sign-out` and `/oidc`: what starts and ends a session, by the way of signing in that is configured. */
export function signInRoutes(services: Services): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();

  routes.get('/sign-in', (context) => {
    const returnTo = localPath(context.req.query('returnTo'));
    const lang = signInLanguage(returnTo, context.req.header('accept-language'));
    const query = returnTo ? `?returnTo=${encodeURIComponent(returnTo)}` : '';
    return context.redirect(`/${lang}/sign-in/${query}`, 303);
  });
  routes.route('/', services.oidc ? oidcRoutes(services, services.oidc) : demoSignInRoutes(services));

  return routes;
}
