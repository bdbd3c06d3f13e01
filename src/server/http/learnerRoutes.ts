import { Hono } from 'hono';
import { answerRequestSchema } from '../../learning/answerRequest.ts';
import type { Services } from '../services.ts';
import { type HttpEnv, requireVisitor } from './context.ts';
import { requireExpectedAccount } from './expectedAccount.ts';
import { countWithin } from './limits.ts';
import { Problem } from './problem.ts';
import { readJson } from './readBody.ts';
import { refuseOtherSites, requireSameOrigin } from './sameOrigin.ts';

/** `/api`: the learner pages' own endpoints, by the session cookie. */
export function learnerRoutes(services: Services): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();

  routes.get('/progress', async (context) => {
    const { person } = await requireVisitor(context, services);
    return context.json(await services.progress(person));
  });

  routes.post('/answers', async (context) => {
    refuseOtherSites(context.req.raw, services.publicOrigin);
    const { person } = await requireVisitor(context, services);
    requireSameOrigin(context.req.raw, services.publicOrigin);
    requireExpectedAccount(context.req.raw, person);
    await countWithin(services, 'writes', person.id);
    const parsed = answerRequestSchema.safeParse(await readJson(context.req.raw));
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const field = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.');
      throw new Problem('invalid_request', { field: field?.slice(0, 80) || 'body' });
    }
    const outcome = await services.answer(person, parsed.data);
    if (outcome.kind === 'refused') throw new Problem(outcome.code);
    return context.json(outcome.reply);
  });

  return routes;
}
