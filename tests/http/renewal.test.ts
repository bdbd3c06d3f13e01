import { describe, expect, it } from 'vitest';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import type { ModuleNode } from '../../src/course/tree.ts';
import { registrationOf } from '../../src/xapi/ids.ts';
import { completed } from '../../src/xapi/verbs.ts';
import { certificateIn } from '../support/certificates.ts';
import { smallCourse, smallModule } from '../support/course.ts';
import { type Learner, lessons } from '../support/learnerCalls.ts';
import { codeOf, json } from '../support/testApp.ts';

/** The small course with another version of its module; its sections say in which they changed. */
function inVersion(
  version: number,
  changedIn: { readonly begin?: number; readonly end?: number } = {},
): CourseArtefact {
  const sections = smallModule.sections.map((section) => ({
    ...section,
    changedIn: changedIn[section.id as 'begin' | 'end'] ?? 1,
  }));
  const module: ModuleNode = { ...smallModule, version, sections };
  return { ...smallCourse, course: { ...smallCourse.course, modules: [module] } };
}

async function takeAll(learner: Learner): Promise<void> {
  for (const section of ['begin', 'end']) await learner.goThrough('module', section);
  for (const question of ['quiz/first', 'quiz/second']) await learner.graded(question, ['right']);
}

/** A learner who has completed version 1. */
async function completedFirst() {
  const { app, signIn, stored } = await lessons(inVersion(1));
  const learner = await signIn();
  await takeAll(learner);
  const before = await learner.moduleProgress('module');
  expect(before.completedVersion).toBe(1);
  const completions = async () =>
    (await stored()).filter(({ verb }) => verb.id === completed.id).map(({ context }) => context?.revision);
  return { app, learner, before, completions };
}

describe('a module whose version rises', () => {
  it('asks for nothing where no section changed in substance', async () => {
    const { app, learner, before } = await completedFirst();
    await app.restart({ content: inVersion(2) });
    expect(await learner.moduleProgress('module')).toEqual({ ...before, version: 2 });
  });

  it('asks for the changed sections only, keeps the completion meanwhile, and then adds another', async () => {
    const { app, learner, before, completions } = await completedFirst();
    await app.restart({ content: inVersion(2, { end: 2 }) });
    const renewed = await learner.moduleProgress('module');
    expect(renewed).toMatchObject({
      completedAt: before.completedAt,
      completedVersion: 1,
      renewal: { from: 1, sections: ['end'] },
      sections: [
        { id: 'begin', done: true },
        { id: 'end', done: false },
      ],
    });
    expect(renewed.registration).not.toBe(before.registration);
    expect(renewed.questions.map(({ id }) => id)).toEqual(['quiz/first']);

    await learner.goThrough('module', 'end');
    expect((await learner.moduleProgress('module')).completedVersion).toBe(1);
    app.pass(10);
    await learner.graded('quiz/second', ['wrong']);
    const after = await learner.moduleProgress('module');
    expect(after).toMatchObject({ completedVersion: 2, renewal: null, registration: renewed.registration });
    expect(after.completedAt! > before.completedAt!).toBe(true);
    expect(await completions()).toEqual(['1', '2']);
  });

  it('goes on with the renewal that was begun when it rises once more, and asks for what changed by then', async () => {
    const { app, learner, completions } = await completedFirst();
    await app.restart({ content: inVersion(2, { end: 2 }) });
    await learner.goThrough('module', 'end');
    await learner.graded('quiz/second', ['right']);
    await app.restart({ content: inVersion(3, { begin: 3, end: 2 }) });
    expect(await learner.moduleProgress('module')).toMatchObject({ renewal: { from: 2, sections: ['begin'] } });
    await app.restart({ content: inVersion(4, { begin: 3, end: 4 }) });
    expect(await learner.moduleProgress('module')).toMatchObject({ renewal: { from: 2, sections: ['begin', 'end'] } });
    await takeAll(learner);
    expect(await completions()).toEqual(['1', '2', '4']);
  });

  it('asks somebody who has not completed it for everything, in the first registration', async () => {
    const { app, signIn } = await lessons(inVersion(1));
    const learner = await signIn();
    await learner.goThrough('module', 'begin');
    const before = await learner.moduleProgress('module');
    await app.restart({ content: inVersion(2, { begin: 2, end: 2 }) });
    expect(await learner.moduleProgress('module')).toMatchObject({
      registration: before.registration,
      renewal: null,
      sections: [
        { id: 'begin', done: true },
        { id: 'end', done: false },
      ],
    });
  });

  it('takes a mark that was still waiting under the first registration, and counts it there', async () => {
    const { app, learner, before } = await completedFirst();
    await app.restart({ content: inVersion(2, { end: 2 }) });
    expect((await mark(app, learner, before.registration)).status).toBe(200);
    expect((await learner.moduleProgress('module')).sections[1]).toEqual({ id: 'end', done: false });
  });

  it('issues no renewal to anybody who has not completed that version: less than the whole completes nothing', async () => {
    const { app, signIn, stored } = await lessons(inVersion(2, { end: 2 }));
    const learner = await signIn();
    const { idBase, actor } = await learner.progress();
    const forged = registrationOf(idBase, actor.account.name, 'module', 1);
    const refused = await mark(app, learner, forged);
    expect(refused.status).toBe(403);
    expect(await codeOf(refused)).toBe('forbidden');
    expect(await stored()).toEqual([]);
  });

  it('keeps the certificate of the earlier version valid, and gives one of the newer', async () => {
    const { app, learner } = await completedFirst();
    const certificate = async () => {
      const pdf = await app.fetch('/certificates/fi/modules/module.pdf', { headers: learner.headers });
      return certificateIn(Buffer.from(await pdf.arrayBuffer()));
    };
    const verify = (token: string) => app.services().certificates.verify(token);
    const first = await certificate();
    await app.restart({ content: inVersion(2, { end: 2 }) });
    expect(await certificate()).toBe(first);
    await learner.goThrough('module', 'end');
    await learner.graded('quiz/second', ['right']);
    expect(await verify(first)).toMatchObject({ kind: 'valid', payload: { version: 1 } });
    expect(await verify(await certificate())).toMatchObject({ kind: 'valid', payload: { version: 2 } });
  });
});

/** Sends the mark of the last section within a registration, as a browser does. */
async function mark(
  app: Awaited<ReturnType<typeof lessons>>['app'],
  learner: Learner,
  registration: string,
): Promise<Response> {
  const { idBase, actor } = await learner.progress();
  const statement = {
    actor,
    verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
    object: { id: `${idBase}/modules/module/end` },
    context: { registration },
  };
  return app.fetch('/xapi/statements', json({ ...learner.headers, 'x-experience-api-version': '1.0.3' }, statement));
}
