import { hash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import type { Principal } from '../../lrs/principal.ts';
import type { ApiClient } from '../config.ts';
import type { Services } from '../services.ts';
import { isSecure } from './context.ts';
import { requireExpectedAccount } from './expectedAccount.ts';
import { addressKeyOf, requireWithin, countWithin } from './limits.ts';
import { Problem } from './problem.ts';
import { refuseOtherSites, requireSameOrigin } from './sameOrigin.ts';
import { sessionIdOf } from './sessionCookie.ts';

/**
 * Who calls `/xapi`: an API client by its Basic credentials, which never reads cookies, or else the learner of the
 * session, for whom a cross-site request is refused.
 *
 * Writes are counted under the client or the person, refused credentials under the address they came from.
 *
 * @throws Problem `not_signed_in` without valid credentials or session, `cross_site`, `other_person`, `too_many_requests`
 */
export async function principalOf(context: Context, services: Services): Promise<Principal> {
  const authorization = context.req.header('authorization');
  if (authorization !== undefined) return clientOf(context, services, authorization);
  refuseOtherSites(context.req.raw, services.publicOrigin);
  const visitor = await services.sessions.visitor(sessionIdOf(context, isSecure(services)));
  if (!visitor) throw new Problem('not_signed_in');
  requireSameOrigin(context.req.raw, services.publicOrigin);
  requireExpectedAccount(context.req.raw, visitor.person);
  if (isWrite(context)) await countWithin(services, 'writes', visitor.person.id);
  return { kind: 'learner', account: visitor.person.id, idBase: services.idBase };
}

/**
 * HTTP Basic (RFC 7617), compared in constant time; a wrong name takes as long as a wrong secret. Where too many came from
 * an address, right ones are refused from there too: guessing does not go on.
 */
async function clientOf(context: Context, services: Services, authorization: string): Promise<Principal> {
  const guesses = `client ${addressKeyOf(context, services)}`;
  await requireWithin(services, 'failures', guesses);
  const [scheme = '', token = ''] = authorization.split(' ');
  const credentials = scheme.toLowerCase() === 'basic' ? Buffer.from(token, 'base64').toString('utf8') : '';
  const given = digest(credentials);
  const client = services.clients.filter((known) => timingSafeEqual(given, digestOf(known)))[0];
  if (!client) {
    await countWithin(services, 'failures', guesses);
    throw new Problem('not_signed_in');
  }
  if (isWrite(context)) await countWithin(services, 'client-writes', client.name);
  return { kind: 'client', name: client.name, scopes: new Set(client.scopes) };
}

function isWrite({ req: { method } }: Context): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

/** Made once for each client. */
const digests = new WeakMap<ApiClient, Buffer>();

function digestOf(client: ApiClient): Buffer {
  const known = digests.get(client) ?? digest(`${client.name}:${client.secret}`);
  digests.set(client, known);
  return known;
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
