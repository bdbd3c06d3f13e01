import { Hono } from 'hono';
import { helsinkiDate } from '../../reports/helsinkiTime.ts';
import type { Services } from '../services.ts';
import { type HttpEnv, requireVisitor } from './context.ts';

/** `/api/my-data`: everything that is recorded of whoever asks, as a file, by the session cookie. */
export function ownDataRoutes(services: Services): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();

  routes.get('/my-data', async (context) => {
    const { person } = await requireVisitor(context, services);
    const data = await services.ownData(person);
    return context.body(`${JSON.stringify(data, null, 2)}\n`, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="omat-tiedot-${helsinkiDate(services.clock())}.json"`,
    });
  });

  return routes;
}
