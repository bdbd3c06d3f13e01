import { Hono } from 'hono';
import type { SignInByOidc } from '../../people/oidc/signInByOidc.ts';
import { SignInProblem } from '../../people/oidc/signInProblem.ts';
import type { Services } from '../services.ts';
import { type HttpContext, type HttpEnv, isSecure } from './context.ts';
import { leavingPage } from './leavingPage.ts';
import { addressKeyOf, countWithin, requireWithin } from './limits.ts';
import { localPath } from './localPath.ts';
import { Problem } from './problem.ts';
import { readForm } from './readBody.ts';
import { refuseOtherSites, requireSameOrigin } from './sameOrigin.ts';
import { giveSession, sessionIdOf, takeSession } from './sessionCookie.ts';
import { signInLanguage } from './signInLanguage.ts';
import { giveTransaction, takeTransaction } from './transactionCookies.ts';

/** The longest way back that a cookie carries, in characters; a longer one leads to the front page. */
const longestReturn = 600;

/**
 * Signing in and out by the identity provider. Browsers are sent there by a page that moves on by itself, not by a
 * redirect, so that `form-action` stays `'self'`: see docs/decisions/0017. Every address is made of the public origin.
 */
export function oidcRoutes(services: Services, oidc: SignInByOidc): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  const secure = isSecure(services);
  const cookies = { transactions: oidc.transactions, secure };

  routes.post('/sign-in', async (context) => {
    refuseOtherSites(context.req.raw, services.publicOrigin);
    const address = addressKeyOf(context, services);
    await requireWithin(services, 'failures', address);
    await countWithin(services, 'sign-ins', address);
    const path = localPath((await readForm(context.req.raw)).get('returnTo'));
    const returnTo = path !== null && path.length <= longestReturn ? path : null;
    try {
      const begun = await oidc.begin(returnTo);
      giveTransaction(context, begun, cookies);
      return leavingPage(
        context,
        'sign-in',
        signInLanguage(path, context.req.header('accept-language')),
        begun.address,
      );
    } catch (error) {
      return backToSignIn(context, error, returnTo);
    }
  });

  routes.get('/oidc/callback', async (context) => {
    if (context.req.method === 'HEAD') throw new Problem('not_found');
    const address = addressKeyOf(context, services);
    await requireWithin(services, 'failures', address);
    const { searchParams, search } = new URL(context.req.url);
    const transaction = takeTransaction(context, searchParams.get('state') ?? '', cookies);
    try {
      if (!transaction) throw new SignInProblem('expired', { cause: new Error('no transaction of this browser') });
      const callback = new URL(`/oidc/callback${search}`, services.publicOrigin);
      const { sessionId, personId, link } = await oidc.finish(callback, transaction, sessionIdOf(context, secure));
      if (link === 'refused') services.log.warn("a roster row is somebody else's", { ...idOf(context), personId });
      giveSession(context, sessionId, secure);
      const lang = signInLanguage(null, context.req.header('accept-language'));
      return context.redirect(transaction.returnTo ?? `/${lang}/`, 303);
    } catch (error) {
      const answer = backToSignIn(context, error, transaction?.returnTo ?? null);
      if (error instanceof SignInProblem && isFailure(error)) await countWithin(services, 'failures', address);
      return answer;
    }
  });

  routes.post('/sign-out', async (context) => {
    requireSameOrigin(context.req.raw, services.publicOrigin);
    const form = context.req.header('content-type') ? await readForm(context.req.raw) : null;
    const lang = signInLanguage(`/${form?.get('lang')}/`, context.req.header('accept-language'));
    const address = await oidc.signOut(sessionIdOf(context, secure), {
      address: `${services.publicOrigin}/sign-out`,
      state: lang,
    });
    takeSession(context, secure);
    return address === null ? context.redirect(`/${lang}/`, 303) : leavingPage(context, 'sign-out', lang, address);
  });

  // Where the provider sends back to after its own end of the session.
  routes.get('/sign-out', (context) => {
    const lang = signInLanguage(`/${context.req.query('state')}/`, context.req.header('accept-language'));
    return context.redirect(`/${lang}/`, 303);
  });

  /** Tells on the sign-in page what came of it. What is no problem of signing in travels up. */
  function backToSignIn(context: HttpContext, error: unknown, returnTo: string | null): Response {
    if (!(error instanceof SignInProblem)) throw error;
    const { kind, reason } = error;
    services.log.warn('a sign-in came to nothing', { ...idOf(context), kind, reason });
    const lang = signInLanguage(returnTo, context.req.header('accept-language'));
    const query = new URLSearchParams({ ...(returnTo && { returnTo }), problem: kind, ...idOf(context) });
    return context.redirect(`/${lang}/sign-in/?${query}`, 303);
  }

  return routes;
}

function idOf(context: HttpContext): { readonly requestId: string } {
  return { requestId: context.get('requestId') };
}

/** What somebody who guesses would cause; not a change of mind, nor a provider that is away. */
function isFailure({ kind }: SignInProblem): boolean {
  return kind === 'failed' || kind === 'expired';
}
