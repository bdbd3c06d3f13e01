import type { Context, MiddlewareHandler } from 'hono';
import type { RateLimits } from '../config/rateLimits.ts';
import type { Services } from '../services.ts';
import { addressKey, clientAddress } from './clientAddress.ts';
import { type HttpEnv, visitorOf } from './context.ts';
import { Problem } from './problem.ts';

/** The address a request came from, as limits count it. */
export function addressKeyOf(context: Context, { trustedProxies }: Services): string {
  const { incoming } = (context.env ?? {}) as HttpEnv['Bindings'];
  return incoming ? addressKey(clientAddress(incoming, trustedProxies)) : 'no address';
}

/** Counts a request under a limit. @throws Problem `too_many_requests` when it is one too many */
export async function countWithin({ rateLimiting }: Services, limit: keyof RateLimits, key: string): Promise<void> {
  refuseWhen(await rateLimiting.count(limit, key));
}

/** Lets a request pass where a limit is not reached, without counting it. @throws Problem `too_many_requests` */
export async function requireWithin({ rateLimiting }: Services, limit: keyof RateLimits, key: string): Promise<void> {
  refuseWhen(await rateLimiting.reached(limit, key));
}

/** Counts exports under the person who asks for them. Who may export what, each handler decides. */
export function limitExports(services: Services): MiddlewareHandler<HttpEnv> {
  return async (context, next) => {
    const visitor = await visitorOf(context, services);
    if (visitor) await countWithin(services, 'exports', visitor.person.id);
    await next();
  };
}

function refuseWhen(seconds: number | null): void {
  if (seconds !== null) throw new Problem('too_many_requests', { seconds });
}
