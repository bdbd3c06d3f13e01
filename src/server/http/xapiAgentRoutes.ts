import { Hono } from 'hono';
import { getPerson } from '../../lrs/agents.ts';
import type { Services } from '../services.ts';
import { answerJson } from './xapiAnswers.ts';
import { principalOf } from './xapiPrincipal.ts';
import type { XapiEnv } from './xapiRoutes.ts';

/** `/xapi/agents` (xAPI 1.0.3, Communication 2.4). */
export function xapiAgentRoutes(services: Services): Hono<XapiEnv> {
  const routes = new Hono<XapiEnv>();
  routes.get('/agents', async (context) => {
    const principal = await principalOf(context, services);
    const parameters = new URL(context.req.url).searchParams;
    return answerJson(context, getPerson(parameters, principal, context.get('version')));
  });
  return routes;
}
