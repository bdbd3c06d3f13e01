import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import type { Language } from '../../i18n/languages.ts';
import type { Visitor } from '../../people/sessions.ts';
import type { Services } from '../services.ts';
import { Problem } from './problem.ts';
import { sessionIdOf } from './sessionCookie.ts';

/** What the handlers of one request share. */
export interface HttpEnv {
  /** What node gave; nothing where a request did not come through a port. */
  Bindings: { readonly incoming?: IncomingMessage };
  Variables: {
    requestId: string;
    /** The language of the page the request comes from, where its address says so. */
    lang?: Language;
  };
}

export type HttpContext = Context<HttpEnv>;

export function isSecure(services: Services): boolean {
  return services.publicOrigin.startsWith('https:');
}

/** Who is signed in, or null. */
export function visitorOf(context: HttpContext, services: Services): Promise<Visitor | null> {
  return services.sessions.visitor(sessionIdOf(context, isSecure(services)));
}

/** Who is signed in. @throws Problem `not_signed_in` */
export async function requireVisitor(context: HttpContext, services: Services): Promise<Visitor> {
  const visitor = await visitorOf(context, services);
  if (!visitor) throw new Problem('not_signed_in');
  return visitor;
}
