import { Hono } from 'hono';
import type { Services } from '../services.ts';
import type { HttpEnv } from './context.ts';

/** `/.well-known/jwks.json`: the public keys of certificates (RFC 7517), for anybody's page or program to verify with. */
export function publicKeyRoutes(services: Services): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/jwks.json', async (context) =>
    context.json({ keys: await services.certificates.publicKeys() }, 200, {
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'public, max-age=300',
    }),
  );
  return routes;
}
