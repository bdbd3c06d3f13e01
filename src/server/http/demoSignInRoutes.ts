import { Hono } from 'hono';
import type { Services } from '../services.ts';
import { type HttpEnv, isSecure } from './context.ts';
import { addressKeyOf, countWithin, requireWithin } from './limits.ts';
import { localPath } from './localPath.ts';
import { Problem } from './problem.ts';
import { readForm } from './readBody.ts';
import { refuseOtherSites, requireSameOrigin } from './sameOrigin.ts';
import { giveSession, sessionIdOf, takeSession } from './sessionCookie.ts';
import { signInLanguage } from './signInLanguage.ts';

/** The demo sign-in: forms that start and end a session. Redirects are paths, so they never leave the site. */
export function demoSignInRoutes(services: Services): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();

  routes.post('/sign-in', async (context) => {
    refuseOtherSites(context.req.raw, services.publicOrigin);
    const address = addressKeyOf(context, services);
    await requireWithin(services, 'failures', address);
    await countWithin(services, 'sign-ins', address);
    const form = await readForm(context.req.raw);
    const returnTo = localPath(form.get('returnTo'));
    const lang = signInLanguage(returnTo, context.req.header('accept-language'));
    const person = await services.demoPersona(form.get('persona') ?? '');
    if (!person) {
      await countWithin(services, 'failures', address);
      throw new Problem('invalid_request', { field: 'persona' });
    }
    const secure = isSecure(services);
    await services.sessions.end(sessionIdOf(context, secure));
    giveSession(context, await services.sessions.start(person.id), secure);
    return context.redirect(returnTo ?? `/${lang}/`, 303);
  });

  routes.post('/sign-out', async (context) => {
    requireSameOrigin(context.req.raw, services.publicOrigin);
    const secure = isSecure(services);
    await services.sessions.end(sessionIdOf(context, secure));
    takeSession(context, secure);
    const form = context.req.header('content-type') ? await readForm(context.req.raw) : null;
    const lang = signInLanguage(`/${form?.get('lang')}/`, context.req.header('accept-language'));
    return context.redirect(`/${lang}/`, 303);
  });

  return routes;
}
