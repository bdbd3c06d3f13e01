import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { completionStatementId } from '../../src/xapi/ids.ts';
import { completed } from '../../src/xapi/verbs.ts';
import { smallCourse, smallModule } from '../support/course.ts';
import { codeOf, json, testApp } from '../support/testApp.ts';

const answer = (change: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  question: 'quiz/first',
  response: ['wrong'],
  lang: 'fi',
  ...change,
});

interface Reply {
  id: string;
  success: boolean;
  explanations: { choice: string; text: string }[];
  module: { completed: boolean; completedAt: string | null };
}
interface Progress {
  modules: {
    id: string;
    questions: { id: string; response: string[]; success: boolean }[];
    completedAt: string | null;
  }[];
  last: { module: string; section: string } | null;
}

describe('an answer', () => {
  it('is graded by the server, explained and recorded', async () => {
    const app = await testApp();
    const learner = await app.signIn('learner');
    const response = await app.fetch('/api/answers', json(learner, answer()));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      success: false,
      explanations: [{ choice: 'wrong', text: 'why wrong' }],
      module: {
        id: 'module',
        completed: false,
        completedAt: null,
        sections: [{ id: 'begin', done: false }, { id: 'end' }],
      },
    });
    const progress = (await (await app.fetch('/api/progress', { headers: learner })).json()) as Progress;
    expect(progress.modules[0]?.questions).toMatchObject([{ id: 'quiz/first', response: ['wrong'], success: false }]);
    expect(progress.last).toEqual({ module: 'module', section: 'begin' });
  });

  it('sent again after a lost reply gets the same reply and is stored once', async () => {
    const app = await testApp();
    const learner = await app.signIn('learner');
    const body = answer();
    const first = await (await app.fetch('/api/answers', json(learner, body))).json();
    app.pass(60);
    const again = await app.fetch('/api/answers', json(learner, body));
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(first);
    await app.restart();
    expect(await (await app.fetch('/api/answers', json(learner, body))).json()).toEqual(first);
    const own = (await (await app.fetch('/xapi/statements', { headers: { ...learner, ...version } })).json()) as {
      statements: unknown[];
    };
    expect(own.statements).toHaveLength(1);
  });

  it('sent twice at once is stored once', async () => {
    const app = await testApp();
    const learner = await app.signIn('learner');
    const body = answer();
    const replies = await Promise.all(Array.from({ length: 8 }, () => app.fetch('/api/answers', json(learner, body))));
    expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(200));
  });

  it.each([
    ['another choice', { response: ['right'] }],
    ['another question', { question: 'quiz/second' }],
    ['another language', { lang: 'sv' }],
    ['another time', { timestamp: '2026-11-21T08:00:00Z' }],
    ['another duration', { duration: 'PT3S' }],
  ])('under the id of an earlier one, with %s, is refused', async (_, change) => {
    const app = await testApp();
    const learner = await app.signIn('learner');
    const body = answer();
    await app.fetch('/api/answers', json(learner, body));
    const response = await app.fetch('/api/answers', json(learner, { ...body, ...change }));
    expect(response.status).toBe(409);
    expect(await codeOf(response)).toBe('answer_conflict');
  });

  it('under the id of somebody else’s is refused', async () => {
    const app = await testApp();
    const body = answer();
    await app.fetch('/api/answers', json(await app.signIn('learner'), body));
    expect((await app.fetch('/api/answers', json(await app.signIn('learner2'), body))).status).toBe(409);
  });

  it.each([
    ['an unknown question', answer({ question: 'quiz/third' }), 404, 'unknown_question'],
    ['a question named after a part of every object', answer({ question: '__proto__/first' }), 404, 'unknown_question'],
    ['an unknown choice', answer({ response: ['perhaps'] }), 400, 'unknown_choice'],
    ['no choice', answer({ response: [] }), 400, 'invalid_response'],
    ['two choices of one', answer({ response: ['right', 'wrong'] }), 400, 'invalid_response'],
    ['no id', answer({ id: undefined }), 400, 'invalid_request'],
    ['an id that is no UUID', answer({ id: '1' }), 400, 'invalid_request'],
    ['an unknown language', answer({ lang: 'de' }), 400, 'invalid_request'],
    ['a timestamp that is none', answer({ timestamp: '21.11.2026' }), 400, 'invalid_request'],
    ['a duration that is none', answer({ duration: '3 s' }), 400, 'invalid_request'],
    ['free text', answer({ response: 'my own words' }), 400, 'invalid_request'],
    ['a score of its own', answer({ score: 1 }), 400, 'invalid_request'],
    ['an actor of its own', answer({ actor: {} }), 400, 'invalid_request'],
    ['malformed JSON', '{', 400, 'invalid_json'],
    ['a list', [answer()], 400, 'invalid_request'],
  ])('with %s is refused and nothing is stored', async (_, body, status, code) => {
    const app = await testApp();
    const learner = await app.signIn('learner');
    const response = await app.fetch('/api/answers', json(learner, body));
    expect(response.status).toBe(status);
    expect(await codeOf(response)).toBe(code);
    const progress = (await (await app.fetch('/api/progress', { headers: learner })).json()) as Progress;
    expect(progress.modules[0]?.questions).toEqual([]);
  });

  it('over the limit is refused', async () => {
    const app = await testApp();
    const learner = await app.signIn('learner');
    const response = await app.fetch('/api/answers', json(learner, `"${'x'.repeat(1_000_001)}"`));
    expect(response.status).toBe(413);
    expect(await codeOf(response)).toBe('body_too_large');
  });

  it('of the wrong type is refused', async () => {
    const app = await testApp();
    const learner = await app.signIn('learner');
    const response = await app.fetch('/api/answers', json({ ...learner, 'content-type': 'text/plain' }, answer()));
    expect(response.status).toBe(415);
  });

  it('without a session is refused', async () => {
    const app = await testApp();
    const response = await app.fetch('/api/answers', json({ origin: 'http://127.0.0.1:4321' }, answer()));
    expect(response.status).toBe(401);
    expect(await codeOf(response)).toBe('not_signed_in');
  });

  it.each<Record<string, string>>([
    { origin: 'https://other.example' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
  ])('from another site is refused: %o', async (marks) => {
    const app = await testApp();
    const { cookie } = await app.signIn('learner');
    const response = await app.fetch('/api/answers', json({ cookie: cookie!, ...marks }, answer()));
    expect(response.status).toBe(403);
    expect(await codeOf(response)).toBe('cross_site');
  });

  it('that a browser kept for one person is refused in the session of another, as is a statement', async () => {
    const app = await testApp();
    const own = await app.fetch('/api/progress', { headers: await app.signIn('learner') });
    const { actor } = (await own.json()) as { actor: { account: { name: string } } };
    const other = await app.signIn('learner2');
    const named = { ...other, 'oppihetki-account': actor.account.name };
    const refused = await app.fetch('/api/answers', json(named, answer()));
    expect([refused.status, await codeOf(refused)]).toEqual([401, 'other_person']);
    const statement = await app.fetch('/xapi/statements', json({ ...named, ...version }, {}));
    expect([statement.status, await codeOf(statement)]).toEqual([401, 'other_person']);
    expect(statement.headers.has('www-authenticate')).toBe(false);
    const stored = await app.fetch('/xapi/statements', { headers: { ...other, ...version } });
    expect(await stored.json()).toMatchObject({ statements: [] });
  });

  it('is answered in the language the browser prefers when it fails', async () => {
    const app = await testApp();
    const messages = await Promise.all(
      ['fi', 'sv', 'en'].map(async (lang) => {
        const response = await app.fetch('/api/progress', { headers: { 'accept-language': lang } });
        return ((await response.json()) as { error: { message: string; requestId: string } }).error.message;
      }),
    );
    expect(messages[0]).toContain('Kirjaudu');
    expect(messages[1]).toContain('Logga in');
    expect(messages[2]).toContain('Sign in');
  });
});

const version = { 'x-experience-api-version': '1.0.3' };

describe('completing a module', () => {
  const experienced = (
    progress: { idBase: string; actor: unknown; modules: { registration: string }[] },
    section: string,
  ) => ({
    id: randomUUID(),
    actor: progress.actor,
    verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
    object: { id: `${progress.idBase}/modules/module/${section}` },
    context: { registration: progress.modules[0]!.registration },
    timestamp: '2026-11-21T09:59:00Z',
  });

  it('happens with whatever comes last, and every reply says so', async () => {
    const app = await testApp();
    const learner = await app.signIn('learner');
    const progress = (await (await app.fetch('/api/progress', { headers: learner })).json()) as never;
    const send = (section: string) =>
      app.fetch('/xapi/statements', json({ ...learner, ...version }, experienced(progress, section)));
    expect((await send('begin')).status).toBe(200);
    expect((await send('end')).status).toBe(200);
    const first = (await (await app.fetch('/api/answers', json(learner, answer()))).json()) as Reply;
    expect(first.module.completed).toBe(false);
    const last = answer({ question: 'quiz/second' });
    const second = (await (await app.fetch('/api/answers', json(learner, last))).json()) as Reply;
    expect(second.module).toMatchObject({ completed: true, completedAt: expect.stringMatching(/^2026-11-21T10:00/) });
    const after = (await (await app.fetch('/api/progress', { headers: learner })).json()) as Progress;
    expect(after.modules[0]?.completedAt).toBe(second.module.completedAt);
  });

  it('happens once when two devices send the last part at the same moment', async () => {
    const app = await testApp({ env: { XAPI_CLIENTS: 'tool:secret:all' } });
    const [one, two] = [await app.signIn('learner'), await app.signIn('learner')];
    const progress = (await (await app.fetch('/api/progress', { headers: one })).json()) as never;
    const section = (headers: Record<string, string>, name: string) =>
      app.fetch('/xapi/statements', json({ ...headers, ...version }, experienced(progress, name)));
    await Promise.all([
      section(one, 'begin'),
      section(two, 'begin'),
      section(two, 'end'),
      app.fetch('/api/answers', json(one, answer())),
      app.fetch('/api/answers', json(two, answer({ question: 'quiz/second' }))),
    ]);
    const authorization = `Basic ${Buffer.from('tool:secret').toString('base64')}`;
    const query = `verb=${encodeURIComponent('http://adlnet.gov/expapi/verbs/completed')}`;
    const found = await app.fetch(`/xapi/statements?${query}`, { headers: { authorization, ...version } });
    expect(((await found.json()) as { statements: unknown[] }).statements).toHaveLength(1);
  });

  it('cannot be blocked by an answer that takes the id of the completion', async () => {
    const app = await testApp();
    const learner = await app.signIn('learner');
    const progress = (await (await app.fetch('/api/progress', { headers: learner })).json()) as never;
    const [{ registration }] = (progress as { modules: [{ registration: string }] }).modules;
    for (const section of ['begin', 'end'])
      await app.fetch('/xapi/statements', json({ ...learner, ...version }, experienced(progress, section)));
    const taking = answer({ id: completionStatementId(registration, completed.id, 3) });
    expect((await app.fetch('/api/answers', json(learner, taking))).status).toBe(400);
    await app.fetch('/api/answers', json(learner, answer()));
    const last = await app.fetch('/api/answers', json(learner, answer({ question: 'quiz/second' })));
    expect(((await last.json()) as Reply).module.completed).toBe(true);
  });

  it('is made good at the next start where the course lost the part that was missing', async () => {
    const app = await testApp();
    const learner = await app.signIn('learner');
    const progress = (await (await app.fetch('/api/progress', { headers: learner })).json()) as never;
    await app.fetch('/xapi/statements', json({ ...learner, ...version }, experienced(progress, 'begin')));
    await app.fetch('/api/answers', json(learner, answer()));
    const shorter = { ...smallModule, sections: smallModule.sections.slice(0, 1) };
    await app.restart({ content: { ...smallCourse, course: { ...smallCourse.course, modules: [shorter] } } });
    const after = (await (await app.fetch('/api/progress', { headers: learner })).json()) as Progress;
    expect(after.modules[0]?.completedAt).not.toBeNull();
  });
});
