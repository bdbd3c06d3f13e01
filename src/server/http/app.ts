import { Hono } from 'hono';
import type { Services } from '../services.ts';
import { certificateRoutes } from './certificateRoutes.ts';
import type { HttpEnv } from './context.ts';
import { problemResponse, toProblem } from './errorResponses.ts';
import { exportRoutes } from './exportRoutes.ts';
import { healthRoutes } from './healthRoutes.ts';
import { learnerRoutes } from './learnerRoutes.ts';
import { ownDataRoutes } from './ownDataRoutes.ts';
import { limitExports } from './limits.ts';
import { Problem } from './problem.ts';
import { publicKeyRoutes } from './publicKeyRoutes.ts';
import { signInRoutes } from './signInRoutes.ts';
import { xapiRoutes } from './xapiRoutes.ts';

/** The first names of the addresses that this application answers; everything else is a page. */
const ownNames = new Set([
  'api',
  'certificates',
  'exports',
  'xapi',
  'oidc',
  'sign-in',
  'sign-out',
  'healthz',
  '.well-known',
]);

/** Whether a path (from its first slash, no query) is the application's to answer. It decides who answers, not who may. */
export function isApplicationPath(path: string): boolean {
  return ownNames.has(path.split('/', 2)[1] ?? '');
}

/**
 * Every address that is not a page: a request in, a response out. Each handler authorises for itself.
 * `requestId` names a request in its answer and in the log.
 */
export function createApp(services: Services, newRequestId: () => string): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.use(async (context, next) => {
    const requestId = newRequestId();
    context.set('requestId', requestId);
    await next();
    // Not by context.header, which makes a new response of one that is made already.
    const { headers } = context.res;
    headers.set('X-Request-Id', requestId);
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  });
  app.route('/api', learnerRoutes(services));
  app.route('/api', ownDataRoutes(services));
  app.use('/exports/*', limitExports(services));
  app.route('/exports', exportRoutes(services));
  app.route('/certificates', certificateRoutes(services));
  app.route('/.well-known', publicKeyRoutes(services));
  app.route('/xapi', xapiRoutes(services));
  app.route('/', signInRoutes(services));
  app.route('/', healthRoutes(services));

  app.notFound((context) => problemResponse(new Problem('not_found'), context.req.raw, context.var));
  app.onError((error, context) => {
    const problem = toProblem(error);
    const requestId = context.get('requestId');
    if (problem.code === 'internal') services.log.error('request failed', { requestId, error: String(error) });
    if (problem.code === 'store_unavailable')
      services.log.warn('the store did not answer', { requestId, error: String(error) });
    return problemResponse(problem, context.req.raw, context.var);
  });
  return app;
}
