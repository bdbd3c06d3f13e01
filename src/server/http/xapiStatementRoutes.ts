import { Hono, type MiddlewareHandler } from 'hono';
import { getStatements } from '../../lrs/getStatements.ts';
import { allowParameters } from '../../lrs/statementParameters.ts';
import { storeStatement, storeStatements } from '../../lrs/storeStatements.ts';
import type { Services } from '../services.ts';
import { multipartAnswer } from './multipartAnswer.ts';
import type { XapiEnv } from './xapiRoutes.ts';
import { principalOf } from './xapiPrincipal.ts';
import { readStatementBody } from './xapiStatementBody.ts';

/**
 * The header X-Experience-API-Consistent-Through on every answer of the resource, refusals too (xAPI 1.0.3, Communication
 * 2.1.3). The time is asked for before the work, so that it claims no more than the work saw.
 */
export function consistentThrough({ lrs }: Services): MiddlewareHandler {
  return async (context, next) => {
    const through = await lrs.store.consistentThrough();
    await next();
    context.res.headers.set('X-Experience-API-Consistent-Through', through);
  };
}

/** `/xapi/statements` (xAPI 1.0.3, Communication 2.1). */
export function xapiStatementRoutes(services: Services): Hono<XapiEnv> {
  const routes = new Hono<XapiEnv>();
  const { lrs } = services;

  routes.get('/', async (context) => {
    const principal = await principalOf(context, services);
    const { body, lastModified, attachments } = await getStatements(
      {
        parameters: new URL(context.req.url).searchParams,
        principal,
        version: context.get('version'),
        acceptLanguage: context.req.header('accept-language') ?? '',
      },
      lrs,
    );
    if (lastModified !== null) context.header('Last-Modified', new Date(lastModified).toUTCString());
    if (attachments === null) return context.json(body as object);
    const multipart = multipartAnswer(JSON.stringify(body), attachments, lrs.attachments);
    return context.body(multipart.body, 200, { 'Content-Type': multipart.contentType });
  });

  routes.post('/', async (context) => {
    const sender = { principal: await principalOf(context, services), version: context.get('version') };
    if (context.req.url.includes('?')) allowParameters(new URL(context.req.url).searchParams, []);
    const { value, parts } = await readStatementBody(context.req.raw, services.maxBodyBytes);
    return context.json(await storeStatements(value, sender, lrs, parts));
  });

  routes.put('/', async (context) => {
    const sender = { principal: await principalOf(context, services), version: context.get('version') };
    const { searchParams } = new URL(context.req.url);
    allowParameters(searchParams, ['statementId']);
    const { value, parts } = await readStatementBody(context.req.raw, services.maxBodyBytes);
    await storeStatement(searchParams.get('statementId'), value, sender, lrs, parts);
    return context.body(null, 204);
  });

  return routes;
}
