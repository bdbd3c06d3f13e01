import { Hono } from 'hono';
import { LrsError } from '../../lrs/errors.ts';
import { getStatements } from '../../lrs/getStatements.ts';
import { storeStatement, storeStatements } from '../../lrs/storeStatements.ts';
import type { Services } from '../services.ts';
import { readJson } from './readBody.ts';
import type { XapiEnv } from './xapiRoutes.ts';
import { principalOf } from './xapiPrincipal.ts';

/** A request with statements may hold this many bytes. */
const statementsBody = 10_000_000;

/** `/xapi/statements` (xAPI 1.0.3, Communication 2.1). */
export function xapiStatementRoutes(services: Services): Hono<XapiEnv> {
  const routes = new Hono<XapiEnv>();
  const { lrs } = services;

  routes.get('/', async (context) => {
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

  routes.post('/', async (context) => {
    const sender = { principal: await principalOf(context, services), version: context.get('version') };
    refuseParameters(context.req.url);
    return context.json(await storeStatements(await readJson(context.req.raw, statementsBody), sender, lrs));
  });

  routes.put('/', async (context) => {
    const sender = { principal: await principalOf(context, services), version: context.get('version') };
    const statementId = context.req.query('statementId') ?? null;
    await storeStatement(statementId, await readJson(context.req.raw, statementsBody), sender, lrs);
    return context.body(null, 204);
  });

  return routes;
}

/** A POST to statements takes no parameters: what a typing error would silently leave out is refused. */
function refuseParameters(url: string): void {
  const [name] = new URL(url).searchParams.keys();
  if (name === undefined) return;
  const short = name.slice(0, 80);
  throw new LrsError('invalid_parameter', `POST takes no parameters; "${short}" is one.`, short);
}
