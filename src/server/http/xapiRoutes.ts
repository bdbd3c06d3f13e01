import { Hono } from 'hono';
import { about } from '../../lrs/about.ts';
import { LrsError } from '../../lrs/errors.ts';
import { requestedVersion, supportedVersion } from '../../lrs/versionHeader.ts';
import type { XapiVersion } from '../../xapi/types.ts';
import type { Services } from '../services.ts';
import type { HttpEnv } from './context.ts';
import { xapiActivityRoutes } from './xapiActivityRoutes.ts';
import { xapiAgentRoutes } from './xapiAgentRoutes.ts';
import { isAlternateRequest, translateAlternateRequest } from './xapiAlternateSyntax.ts';
import { answerJson } from './xapiAnswers.ts';
import { cors } from './xapiCors.ts';
import { xapiDocumentRoutes } from './xapiDocumentRoutes.ts';
import { xapiErrorResponse } from './xapiErrors.ts';
import { consistentThrough, xapiStatementRoutes } from './xapiStatementRoutes.ts';

/** What the handlers of one xAPI request share. */
export interface XapiEnv {
  Bindings: HttpEnv['Bindings'];
  Variables: HttpEnv['Variables'] & { version: XapiVersion };
}

/** The resources and the methods that each of them knows (xAPI 1.0.3, Communication 2); a GET has a HEAD (1.1). */
const resources: Readonly<Record<string, string>> = {
  '/about': 'GET, HEAD',
  '/statements': 'GET, HEAD, POST, PUT',
  '/activities': 'GET, HEAD',
  '/activities/state': 'GET, HEAD, POST, PUT, DELETE',
  '/activities/profile': 'GET, HEAD, POST, PUT, DELETE',
  '/agents': 'GET, HEAD',
  '/agents/profile': 'GET, HEAD, POST, PUT, DELETE',
};

const versionHeader = 'X-Experience-API-Version';

/** `/xapi`: the xAPI resources over HTTP (xAPI 1.0.3, Communication 2; 2.0.0). What they mean is in `src/lrs`. */
export function xapiRoutes(services: Services): Hono<XapiEnv> {
  const routes = new Hono<XapiEnv>();

  /** Requests that alternate ones stand for, and their ids. */
  const translations = new WeakMap<Request, string>();

  routes.onError((error, context) => xapiErrorResponse(error, context, services.log));
  routes.use(cors(services.corsOrigins));
  routes.use('/statements', consistentThrough(services));
  routes.use(async (context, next) => {
    const request = context.req.raw;
    const translatedFrom = translations.get(request);
    if (translatedFrom !== undefined) context.set('requestId', translatedFrom);
    context.header(versionHeader, supportedVersion(context.req.header(versionHeader)) ?? '2.0.0');
    if (translatedFrom !== undefined || !isAlternateRequest(request)) return next();
    const translation = await translateAlternateRequest(request, '/xapi', services.maxBodyBytes);
    translations.set(translation, context.get('requestId'));
    const response = await routes.fetch(translation, context.env);
    context.header(versionHeader, response.headers.get(versionHeader) ?? undefined);
    return response;
  });

  for (const path of Object.keys(resources).filter((resource) => resource !== '/about')) {
    routes.use(path, async (context, next) => {
      context.set('version', requestedVersion(context.req.header(versionHeader)));
      await next();
    });
  }
  routes.get('/about', (context) => {
    return answerJson(context, about(new URL(context.req.url).searchParams));
  });
  routes.route('/statements', xapiStatementRoutes(services));
  routes.route('/', xapiActivityRoutes(services));
  routes.route('/', xapiAgentRoutes(services));
  routes.route('/', xapiDocumentRoutes(services));
  refuseTheRest(routes);
  return routes;
}

function refuseTheRest(routes: Hono<XapiEnv>): void {
  for (const [path, methods] of Object.entries(resources)) {
    routes.all(path, (context) => {
      context.header('Allow', methods);
      throw new LrsError('method_not_allowed', `This resource knows the methods ${methods}.`);
    });
  }
  routes.all('*', () => {
    throw new LrsError('not_found', 'There is no such resource.');
  });
}
