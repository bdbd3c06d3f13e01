import { describe, expect, it } from 'vitest';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import type { SectionNode } from '../../src/course/tree.ts';
import { smallCourse } from '../support/course.ts';
import { lessons } from '../support/learnerCalls.ts';

const [begin, end] = smallCourse.course.modules[0]!.sections as [SectionNode, SectionNode];
const added: SectionNode = { ...begin, id: 'added', title: 'Added', questions: [], videos: [] };

/** The small course with other sections in its one module. */
function withSections(...sections: readonly SectionNode[]): CourseArtefact {
  const [module, ...others] = smallCourse.course.modules;
  return { ...smallCourse, course: { ...smallCourse.course, modules: [{ ...module!, sections }, ...others] } };
}

/** A learner of the small course, and what the progress is once the course has other sections. */
async function underWay() {
  const { app, signIn, stored } = await lessons(smallCourse);
  const learner = await signIn();
  return {
    learner,
    stored,
    afterChange: async (content: CourseArtefact) => {
      await app.restart({ content });
      const module = await learner.moduleProgress('module');
      return {
        module,
        done: module.sections.filter(({ done }) => done).map(({ id }) => id),
        last: (await learner.progress()).last,
      };
    },
  };
}

const answerAll = async (learner: Awaited<ReturnType<typeof underWay>>['learner']) => {
  for (const question of [...begin.questions, ...end.questions]) await learner.graded(question, ['right']);
};

describe('when the content changes under a learner', () => {
  it('a moved section keeps its mark, and so do the answers in it', async () => {
    const { learner, afterChange } = await underWay();
    await learner.goThrough('module', 'begin');
    await learner.graded(begin.questions[0]!, ['right']);
    const { module, done } = await afterChange(withSections(end, begin));
    expect(module.sections.map(({ id }) => id)).toEqual(['end', 'begin']);
    expect(done).toEqual(['begin']);
    expect(module.questions).toMatchObject([{ id: begin.questions[0], success: true }]);
  });

  it('an added section is open, and the module needs it', async () => {
    const { learner, afterChange } = await underWay();
    await learner.goThrough('module', 'begin');
    await answerAll(learner);
    const { module, done } = await afterChange(withSections(begin, added, end));
    expect(done).toEqual(['begin']);
    await learner.goThrough('module', 'end');
    expect((await learner.moduleProgress('module')).completedAt).toBeNull();
    await learner.goThrough('module', 'added');
    expect((await learner.moduleProgress('module')).completedAt).not.toBeNull();
    expect(module.completedAt).toBeNull();
  });

  it('a completion stays as it is where a section is added: no date changes, and nothing is asked again', async () => {
    const { learner, stored, afterChange } = await underWay();
    await learner.goThrough('module', 'begin');
    await learner.goThrough('module', 'end');
    await answerAll(learner);
    const before = await learner.moduleProgress('module');
    expect(before.completedAt).not.toBeNull();
    const count = (await stored()).length;
    const { module, done } = await afterChange(withSections(begin, added, end));
    expect(module.completedAt).toBe(before.completedAt);
    expect(done).toEqual(['begin', 'end']);
    expect(await stored()).toHaveLength(count);
  });

  it('a removed section takes its mark out of sight, and a module that lacks nothing else is completed at the start', async () => {
    const { learner, afterChange } = await underWay();
    await learner.goThrough('module', 'begin');
    for (const question of begin.questions) await learner.graded(question, ['right']);
    const { module, done } = await afterChange(withSections(begin));
    expect(done).toEqual(['begin']);
    expect(module.completedAt).not.toBeNull();
  });

  it('one goes on from a place that is still there', async () => {
    const { learner, afterChange } = await underWay();
    await learner.goThrough('module', 'begin');
    await learner.graded(end.questions[0] ?? begin.questions[0]!, ['right']);
    const { last } = await afterChange(withSections(begin, added));
    expect(last?.module).toBe('module');
    expect(['begin', 'added']).toContain(last?.section);
  });

  it('a question that moved to another section is answered there, and one that went is asked no more', async () => {
    const { learner, afterChange } = await underWay();
    const question = begin.questions[0]!;
    await learner.graded(question, ['right']);
    const moved = await afterChange(withSections({ ...begin, questions: [] }, { ...end, questions: [question] }));
    expect(moved.module.questions.map(({ id }) => id)).toEqual([question]);
    const gone = await afterChange(withSections({ ...begin, questions: [] }, { ...end, questions: [] }));
    expect(gone.module.questions).toEqual([]);
  });
});
