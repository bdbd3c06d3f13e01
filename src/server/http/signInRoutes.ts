import { Hono } from 'hono';
import { isLanguage } from '../../i18n/languages.ts';
import { preferredLanguage } from '../../i18n/preferredLanguage.ts';
import type { Services } from '../services.ts';
import { type HttpEnv, isSecure } from './context.ts';
import { localPath } from './localPath.ts';
import { Problem } from './problem.ts';
import { readForm } from './readBody.ts';
import { refuseOtherSites, requireSameOrigin } from './sameOrigin.ts';
import { giveSession, sessionIdOf, takeSession } from './sessionCookie.ts';

/** `/sign-in` and `/sign-out`: forms that start and end a session. Redirects are paths, so they never leave the site. */
export function signInRoutes(services: Services): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  const languageOf = (path: string | null, acceptLanguage: string | undefined) => {
    const first = path?.split('/')[1];
    return isLanguage(first) ? first : preferredLanguage(acceptLanguage);
  };

  routes.get('/sign-in', (context) => {
    const returnTo = localPath(context.req.query('returnTo'));
    const lang = languageOf(returnTo, context.req.header('accept-language'));
    const query = returnTo ? `?returnTo=${encodeURIComponent(returnTo)}` : '';
    return context.redirect(`/${lang}/sign-in/${query}`, 303);
  });

  routes.post('/sign-in', async (context) => {
    refuseOtherSites(context.req.raw, services.publicOrigin);
    const form = await readForm(context.req.raw);
    const returnTo = localPath(form.get('returnTo'));
    const lang = languageOf(returnTo, context.req.header('accept-language'));
    const person = await services.demoPersona(form.get('persona') ?? '');
    if (!person) throw new Problem('invalid_request', { field: 'persona' });
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
    const lang = languageOf(`/${form?.get('lang')}/`, context.req.header('accept-language'));
    return context.redirect(`/${lang}/`, 303);
  });

  return routes;
}
