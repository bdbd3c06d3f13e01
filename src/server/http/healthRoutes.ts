import { Hono } from 'hono';
import type { Services } from '../services.ts';
import type { HttpEnv } from './context.ts';

/** `/healthz`: 200 when the store can be read and written, else 503 by the error table. */
export function healthRoutes(services: Services): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/healthz', async (context) => {
    await services.checkHealth();
    return context.json({ status: 'ok' });
  });
  return routes;
}
