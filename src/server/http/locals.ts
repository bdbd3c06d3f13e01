import type { IncomingMessage } from 'node:http';
import { isSecure } from './context.ts';
import type { Services } from '../services.ts';
import { sessionIdIn } from './sessionCookie.ts';

/** What a page made on demand gets: who is signed in, and the services it may ask. Pages import none of them. */
export async function localsFor(request: IncomingMessage, services: Services): Promise<App.Locals> {
  const sessionId = sessionIdIn(request.headers.cookie, isSecure(services));
  const visitor = await services.sessions.visitor(sessionId);
  return { visitor, services };
}
