import { randomUUID } from 'node:crypto';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import type { AnswerReply } from '../../src/learning/answerQuestion.ts';
import type { ModuleReply, ProgressReply } from '../../src/learning/readProgress.ts';
import type { StoredStatement } from '../../src/xapi/types.ts';
import { everyTypeCourse } from './everyType.ts';
import { json, testApp, type TestApp } from './testApp.ts';

/** A learner at one device: what its pages send and read. */
export interface Learner {
  readonly headers: Record<string, string>;
  /** Sends an answer; `change` replaces or adds members of the body. */
  answer(question: string, response: unknown, change?: Record<string, unknown>): Promise<Response>;
  /** The reply to an answer that is taken. */
  graded(question: string, response: readonly string[], change?: Record<string, unknown>): Promise<AnswerReply>;
  /** Marks a section as gone through. */
  goThrough(module: string, section?: string): Promise<void>;
  progress(): Promise<ProgressReply>;
  moduleProgress(module: string): Promise<ModuleReply>;
}

/** A course under way, as functions that stand alone. */
export interface Lessons {
  readonly app: TestApp;
  /** Signs a persona in; each time is another device. */
  readonly signIn: (persona?: string) => Promise<Learner>;
  /** Everything the record store holds, in the order it was stored, as a client reads it. */
  readonly stored: () => Promise<readonly StoredStatement[]>;
  /** What `/xapi` answers a client that may read everything. */
  readonly read: (path: string) => Promise<unknown>;
}

const xapi = { 'x-experience-api-version': '1.0.3' };
const reader = { ...xapi, authorization: `Basic ${btoa('reader:secret')}` };

/** The application with a course of every type of question, its learners, and a client that reads the record store. */
export async function lessons(content: CourseArtefact = everyTypeCourse): Promise<Lessons> {
  const app = await testApp({ env: { XAPI_CLIENTS: 'reader:secret:all/read' }, content });
  const read = async (path: string): Promise<unknown> => (await app.fetch(`/xapi/${path}`, { headers: reader })).json();
  return {
    app,
    read,
    signIn: async (persona = 'learner') => learnerOf(app, await app.signIn(persona)),
    async stored() {
      const { statements } = (await read('statements?ascending=true')) as { statements: StoredStatement[] };
      return statements;
    },
  };
}

function learnerOf(app: TestApp, headers: Record<string, string>): Learner {
  const answer: Learner['answer'] = (question, response, change = {}) => {
    const body = { id: randomUUID(), question, response, lang: 'fi', ...change };
    return app.fetch('/api/answers', json({ ...headers, 'accept-language': 'en' }, body));
  };
  const progress = async () =>
    (await (await app.fetch('/api/progress', { headers })).json()) as unknown as ProgressReply;
  const moduleProgress = async (id: string) => (await progress()).modules.find((module) => module.id === id)!;
  return {
    headers,
    answer,
    progress,
    moduleProgress,
    async graded(question, response, change) {
      const reply = await answer(question, response, change);
      if (reply.status !== 200) throw new Error(`${reply.status}: ${await reply.text()}`);
      return (await reply.json()) as AnswerReply;
    },
    async goThrough(module, section = 'part') {
      const { idBase, actor, modules } = await progress();
      const statement = {
        id: randomUUID(),
        actor,
        verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
        object: { id: `${idBase}/modules/${module}/${section}` },
        context: { registration: modules.find(({ id }) => id === module)!.registration },
      };
      const reply = await app.fetch('/xapi/statements', json({ ...headers, ...xapi }, statement));
      if (reply.status !== 200) throw new Error(`${reply.status}: ${await reply.text()}`);
    },
  };
}
