import { Hono } from 'hono';
import { getActivity } from '../../lrs/activities.ts';
import type { Services } from '../services.ts';
import { answerJson } from './xapiAnswers.ts';
import { principalOf } from './xapiPrincipal.ts';
import type { XapiEnv } from './xapiRoutes.ts';

/** `/xapi/activities` (xAPI 1.0.3, Communication 2.5). */
export function xapiActivityRoutes(services: Services): Hono<XapiEnv> {
  const routes = new Hono<XapiEnv>();
  routes.get('/activities', async (context) => {
    const principal = await principalOf(context, services);
    const parameters = new URL(context.req.url).searchParams;
    const { definitionOf } = services.lrs;
    return answerJson(context, await getActivity(parameters, principal, context.get('version'), definitionOf));
  });
  return routes;
}
