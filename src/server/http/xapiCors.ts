import type { MiddlewareHandler } from 'hono';
import { cors as honoCors } from 'hono/cors';

/**
 * Lets pages of the configured origins call `/xapi` with client credentials. Cookies are never allowed along, and an
 * origin that is not configured gets no CORS header at all.
 */
export function cors(origins: readonly string[]): MiddlewareHandler {
  const allow = honoCors({
    origin: (origin) => (origins.includes(origin) ? origin : null),
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    allowHeaders: [
      'Accept-Language',
      'Authorization',
      'Content-Type',
      'If-Match',
      'If-None-Match',
      'X-Experience-API-Version',
    ],
    exposeHeaders: [
      'ETag',
      'Last-Modified',
      'X-Experience-API-Consistent-Through',
      'X-Experience-API-Version',
      'X-Request-Id',
    ],
    maxAge: 600,
  });
  return async (context, next) => {
    if (origins.includes(context.req.header('origin') ?? '')) return allow(context, next);
    await next();
  };
}
