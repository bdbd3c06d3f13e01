import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readBuiltCourse } from '../../src/server/openServices.ts';
import { type RunningServer, startServer } from '../support/runningServer.ts';
import { responseTo } from '../support/responses.ts';

interface Progress {
  idBase: string;
  actor: unknown;
  modules: {
    id: string;
    registration: string;
    sections: { id: string; done: boolean }[];
    questions: { id: string; response: string[] }[];
    completedAt: string | null;
  }[];
}

async function cookieOf(server: RunningServer, persona: string): Promise<string> {
  const init = { method: 'POST', body: new URLSearchParams({ persona }), redirect: 'manual' } as const;
  return (await fetch(`${server.origin}/sign-in`, init)).headers.getSetCookie()[0]!.split(';')[0]!;
}

const progressOf = async (server: RunningServer, cookie: string) =>
  (await (await fetch(`${server.origin}/api/progress`, { headers: { cookie } })).json()) as Progress;

/** Everything that completes the first module, as the requests a browser makes of it. */
async function everythingOf(server: RunningServer, cookie: string) {
  const { idBase, actor, modules } = await progressOf(server, cookie);
  const module = modules[0]!;
  const sections = module.sections.map(({ id }) => ({
    path: '/xapi/statements',
    body: {
      id: randomUUID(),
      actor,
      verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
      object: { id: `${idBase}/modules/${module.id}/${id}` },
      context: { registration: module.registration },
    },
  }));
  const { course, quizzes } = await readBuiltCourse(join(import.meta.dirname, '..', '..', 'dist'));
  const answers = course.modules
    .find(({ id }) => id === module.id)!
    .sections.flatMap((section) => section.questions)
    .map((question) => {
      const [quiz = '', name] = question.split('/');
      const asked = quizzes[quiz]!.questions.find(({ id }) => id === name)!;
      const body = { id: randomUUID(), question, response: responseTo(asked, true), lang: 'fi' };
      return { path: '/api/answers', body };
    });
  return [...sections, ...answers];
}

it('killed while two devices send the last parts, it has lost nothing it acknowledged and completes once', async () => {
  let server = await startServer();
  onTestFinished(() => server.dispose());
  const cookie = await cookieOf(server, 'learner');
  const parts = await everythingOf(server, cookie);
  const acknowledged = new Set<string>();
  const refused: string[] = [];
  const send = async ({ path, body }: (typeof parts)[number]) => {
    const response = await fetch(`${server.origin}${path}`, {
      method: 'POST',
      headers: {
        cookie,
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        'x-experience-api-version': '2.0.0',
      },
      body: JSON.stringify(body),
    });
    if (response.status === 200) acknowledged.add(body.id);
    else refused.push(`${path}: ${response.status}`);
  };

  for (const killAfter of [1, parts.length - 1, parts.length + 2]) {
    let replies = 0;
    const sending = [...parts, ...parts].map((part) =>
      send(part).then(
        () => (replies += 1),
        () => {},
      ),
    );
    while (replies < killAfter) await new Promise((resolve) => setTimeout(resolve, 1));
    await server.stop('SIGKILL');
    await Promise.all(sending);
    expect(refused).toEqual([]);
    server = await startServer({ dataDir: server.dataDir });
    const headers = { cookie, 'x-experience-api-version': '2.0.0' };
    const stored = (await (await fetch(`${server.origin}/xapi/statements`, { headers })).json()) as {
      statements: { id: string; verb: { id: string } }[];
    };
    const ids = stored.statements.map(({ id }) => id);
    expect([...acknowledged].filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    const completions = stored.statements.filter(({ verb }) => verb.id.endsWith('/completed'));
    const isWhole = parts.every(({ body }) => ids.includes(body.id));
    expect(completions).toHaveLength(isWhole ? 1 : 0);
    expect((await progressOf(server, cookie)).modules[0]!.completedAt !== null).toBe(isWhole);
  }
  await Promise.all(parts.map(send));

  const manager = await cookieOf(server, 'manager');
  const csv = await (await fetch(`${server.origin}/exports/completions.csv`, { headers: { cookie: manager } })).text();
  expect(csv.match(/;completed;/g)).toHaveLength(1);
}, 120_000);
