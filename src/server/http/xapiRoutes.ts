import { type Context, Hono } from 'hono';
import { about } from '../../lrs/about.ts';
import { LrsError } from '../../lrs/errors.ts';
import { getStatements } from '../../lrs/getStatements.ts';
import { storeStatement, storeStatements } from '../../lrs/storeStatements.ts';
import { requestedVersion } from '../../lrs/versionHeader.ts';
import type { XapiVersion } from '../../xapi/types.ts';
import type { Services } from '../services.ts';
import type { HttpEnv } from './context.ts';
import { readJson } from './readBody.ts';
import { cors } from './xapiCors.ts';
import { xapiErrorResponse } from './xapiErrors.ts';
import { principalOf } from './xapiPrincipal.ts';

/** A request with statements may hold this many bytes. */
const statementsBody = 10_000_000;

interface XapiEnv {
  Variables: HttpEnv['Variables'] & { version: XapiVersion };
}

/** `/xapi`: the xAPI resources over HTTP (xAPI 1.0.3, Communication 2; 2.0.0). What they mean is in `src/lrs`. */
export function xapiRoutes(services: Services): Hono<XapiEnv> {
  const routes = new Hono<XapiEnv>();
  const { lrs } = services;

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

  routes.get('/statements', async (context) => {
    const principal = await principalOf(context, services);
    const { body, consistentThrough } = await getStatements(
      {
        parameters: new URL(context.req.url).searchParams,
        principal,
        version: context.get('version'),
        acceptLanguage: context.req.header('accept-language') ?? '',
      },
      lrs,
    );
    context.header('X-Experience-API-Consistent-Through', consistentThrough);
    if ('stored' in body) context.header('Last-Modified', new Date(body.stored).toUTCString());
    return context.json(body as object);
  });

  routes.post('/statements', async (context) => {
    const sender = { principal: await principalOf(context, services), version: context.get('version') };
    refuseParameters(context);
    return context.json(await storeStatements(await readJson(context.req.raw, statementsBody), sender, lrs));
  });

  routes.put('/statements', async (context) => {
    const sender = { principal: await principalOf(context, services), version: context.get('version') };
    const statementId = context.req.query('statementId') ?? null;
    await storeStatement(statementId, await readJson(context.req.raw, statementsBody), sender, lrs);
    return context.body(null, 204);
  });

  routes.onError((error, context) => xapiErrorResponse(error, context, services.log));
  return routes;
}

/** A POST to statements takes no parameters: what a typing error would silently leave out is refused. */
function refuseParameters(context: Context): void {
  const [name] = new URL(context.req.url).searchParams.keys();
  if (name !== undefined) {
    throw new LrsError(
      'invalid_parameter',
      `POST takes no parameters; "${name.slice(0, 80)}" is one.`,
      name.slice(0, 80),
    );
  }
}
