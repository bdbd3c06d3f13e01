import { describe, expect, it } from 'vitest';
import { serverAgent } from '../../src/xapi/actors.ts';
import { completionStatementId } from '../../src/xapi/ids.ts';
import { completed, passed } from '../../src/xapi/verbs.ts';
import { type Learner, type Lessons, lessons } from '../support/learnerCalls.ts';
import { everyTypeCourse } from '../support/everyType.ts';
import { idBase } from '../support/statements.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];

/** Answers the closing quiz's questions in order, rightly those that `right` names, and answers the last reply. */
async function attempt(learner: Learner, right: string, asked = ids) {
  const replies = [];
  for (const id of asked) replies.push(await learner.graded(`final/${id}`, [right.includes(id) ? 'right' : 'wrong']));
  return replies.at(-1)!;
}

/** The verbs of what the server stored of itself, in order. */
async function derived({ stored }: Lessons): Promise<readonly string[]> {
  const statements = await stored();
  return statements.map(({ verb }) => verb.id).filter((verb) => verb === passed.id || verb === completed.id);
}

describe('a closing quiz', () => {
  it('below its mastery score leaves the module open, however far everything else is', async () => {
    const opened = await lessons();
    const learner = await opened.signIn();
    await learner.goThrough('tested');
    expect((await attempt(learner, 'abc')).module).toMatchObject({
      completed: false,
      completedAt: null,
      sections: [{ id: 'part', done: true }],
      closingQuiz: { mastery: 0.8, best: 0.6, passed: false, right: 3, total: 5 },
    });
    expect((await learner.moduleProgress('tested')).closingQuiz).toMatchObject({ best: 0.6, passed: false });
    expect(await derived(opened)).toEqual([]);
  });

  it('may be tried again for as long as it takes, question by question, and is passed with the one that was missing', async () => {
    const opened = await lessons();
    const learner = await opened.signIn();
    await learner.goThrough('tested');
    for (let round = 0; round < 3; round += 1) await attempt(learner, 'abc');
    expect(await derived(opened)).toEqual([]);
    const { module } = await learner.graded('final/d', ['right']);
    expect(module).toMatchObject({ completed: true, closingQuiz: { best: 0.8, passed: true, right: 4, total: 5 } });
    expect(await derived(opened)).toEqual([passed.id, completed.id]);
  });

  it('counts the best attempt: right answers of different attempts are not added up, later wrong ones take nothing away', async () => {
    const opened = await lessons();
    const learner = await opened.signIn();
    await attempt(learner, 'abc');
    expect((await attempt(learner, 'de')).module.closingQuiz).toMatchObject({ best: 0.6, passed: false, right: 2 });
    for (const right of ['', 'abcd']) await attempt(learner, right);
    const after = await attempt(learner, '');
    expect(after.module.closingQuiz).toEqual({ mastery: 0.8, best: 0.8, passed: true, right: 0, total: 5 });
    expect(await derived(opened)).toEqual([passed.id]);
  });

  it('is completed only when every question of it is answered, passed though it may be', async () => {
    const opened = await lessons();
    const learner = await opened.signIn();
    await learner.goThrough('tested');
    expect((await attempt(learner, 'abcd', ['a', 'b', 'c', 'd'])).module).toMatchObject({
      completed: false,
      closingQuiz: { passed: true },
    });
    expect((await learner.graded('final/e', ['wrong'])).module.completed).toBe(true);
    expect(await derived(opened)).toEqual([passed.id, completed.id]);
  });

  it('stores passed to the letter with the answer that brings it, and completed with the section that was still open', async () => {
    const opened = await lessons();
    const learner = await opened.signIn();
    const { actor, modules } = await learner.progress();
    const { registration } = modules.find(({ id }) => id === 'tested')!;
    await attempt(learner, 'abcd');
    expect(await derived(opened)).toEqual([passed.id]);
    await learner.goThrough('tested');
    const own = (verb: typeof passed, result: object) => ({
      id: completionStatementId(registration, verb.id, 2),
      actor,
      verb,
      object: { objectType: 'Activity', id: `${idBase}/modules/tested` },
      result,
      context: {
        registration,
        contextActivities: { parent: [{ objectType: 'Activity', id: `${idBase}/courses/course` }] },
        revision: '2',
        language: 'fi',
      },
      timestamp: expect.stringMatching(/^2026-11-21T10:00:00/) as unknown,
      stored: expect.stringMatching(/^2026-11-21T10:00:00/) as unknown,
      authority: serverAgent(idBase),
      version: '1.0.0',
    });
    const statements = (await opened.stored()).filter(({ verb }) => [passed.id, completed.id].includes(verb.id));
    expect(statements).toEqual([own(passed, { success: true }), own(completed, { completion: true })]);
  });

  it('is passed once and completed once however often it is answered afterwards, over restarts too', async () => {
    const opened = await lessons();
    const learner = await opened.signIn();
    await learner.goThrough('tested');
    await attempt(learner, 'abcde');
    const before = await learner.moduleProgress('tested');
    await opened.app.restart();
    const again = await opened.signIn();
    await attempt(again, 'ab');
    await attempt(again, 'abcde');
    expect((await again.moduleProgress('tested')).completedAt).toBe(before.completedAt);
    expect(await derived(opened)).toEqual([passed.id, completed.id]);
  });

  it('is passed once and completed once when two devices send its last answers and the section at the same moment', async () => {
    const opened = await lessons();
    const [one, two] = [await opened.signIn(), await opened.signIn()];
    await attempt(one, 'ab', ['a', 'b']);
    await Promise.all([
      ...['c', 'd', 'e'].flatMap((id) => [one, two].map((device) => device.graded(`final/${id}`, ['right']))),
      two.goThrough('tested'),
      one.goThrough('tested'),
    ]);
    expect((await derived(opened)).toSorted()).toEqual([completed.id, passed.id]);
    expect((await two.moduleProgress('tested')).completedAt).toBe((await one.moduleProgress('tested')).completedAt);
  });

  it('that somebody else passes is theirs alone', async () => {
    const opened = await lessons();
    await attempt(await opened.signIn('learner'), 'abcde');
    const other = await opened.signIn('learner2');
    expect((await other.moduleProgress('tested')).closingQuiz).toMatchObject({ best: 0, passed: false, right: 0 });
  });

  it('is the only thing that is passed: a module without one is completed and never passed', async () => {
    const opened = await lessons();
    const learner = await opened.signIn();
    await learner.goThrough('meeting');
    await learner.graded('kinds/case', ['listen']);
    expect((await learner.moduleProgress('meeting')).closingQuiz).toBeNull();
    expect(await derived(opened)).toEqual([completed.id]);
  });

  it('whose mastery score is lowered passes at the next start those who have reached it', async () => {
    const opened = await lessons();
    const learner = await opened.signIn();
    await learner.goThrough('tested');
    await attempt(learner, 'abc');
    const { course } = everyTypeCourse;
    const modules = course.modules.map((module) => {
      return module.closingQuiz ? { ...module, closingQuiz: { ...module.closingQuiz, mastery: 0.6 } } : module;
    });
    await opened.app.restart({ content: { ...everyTypeCourse, course: { ...course, modules } } });
    expect(await derived(opened)).toEqual([passed.id, completed.id]);
  });
});
