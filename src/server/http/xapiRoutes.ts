import { Hono } from 'hono';
import { about } from '../../lrs/about.ts';
import { requestedVersion } from '../../lrs/versionHeader.ts';
import type { XapiVersion } from '../../xapi/types.ts';
import type { Services } from '../services.ts';
import type { HttpEnv } from './context.ts';
import { cors } from './xapiCors.ts';
import { xapiErrorResponse } from './xapiErrors.ts';
import { xapiStatementRoutes } from './xapiStatementRoutes.ts';

/** What the handlers of one xAPI request share. */
export interface XapiEnv {
  Variables: HttpEnv['Variables'] & { version: XapiVersion };
}

/** `/xapi`: the xAPI resources over HTTP (xAPI 1.0.3, Communication 2; 2.0.0). What they mean is in `src/lrs`. */
export function xapiRoutes(services: Services): Hono<XapiEnv> {
  const routes = new Hono<XapiEnv>();

  routes.use(cors(services.corsOrigins));
  routes.use(async (context, next) => {
    context.header('X-Experience-API-Version', '2.0.0');
    if (!context.req.path.endsWith('/about')) {
      const version = requestedVersion(context.req.header('x-experience-api-version'));
      context.header('X-Experience-API-Version', version);
      context.set('version', version);
    }
    await next();
  });
  routes.get('/about', (context) => context.json(about()));
  routes.route('/statements', xapiStatementRoutes(services));
  routes.onError((error, context) => xapiErrorResponse(error, context, services.log));
  return routes;
}
