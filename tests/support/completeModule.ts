import { randomUUID } from 'node:crypto';
import { json, type TestApp } from './testApp.ts';

const version = { 'x-experience-api-version': '1.0.3' };

/** Takes a persona through the small course's module, as the learner's pages do. @returns the headers of its session */
export async function completeModule(app: TestApp, persona: string): Promise<Record<string, string>> {
  const learner = await app.signIn(persona);
  const progress = (await (await app.fetch('/api/progress', { headers: learner })).json()) as {
    idBase: string;
    actor: unknown;
    modules: { registration: string }[];
  };
  for (const section of ['begin', 'end']) {
    const statement = {
      actor: progress.actor,
      verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
      object: { id: `${progress.idBase}/modules/module/${section}` },
      context: { registration: progress.modules[0]!.registration },
    };
    await app.fetch('/xapi/statements', json({ ...learner, ...version }, statement));
  }
  for (const question of ['quiz/first', 'quiz/second']) {
    const body = { id: randomUUID(), question, response: ['right'], lang: 'fi' };
    await app.fetch('/api/answers', json(learner, body));
  }
  return learner;
}
