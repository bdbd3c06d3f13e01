import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import type { SectionNode } from '../../src/course/tree.ts';
import type { QuestionData } from '../../src/schemas/quiz.ts';
import { createListener, type PageSteps } from '../../src/server/http/listener.ts';
import type { Services } from '../../src/server/services.ts';
import type { NewStatement } from '../../src/xapi/types.ts';
import { changedCourse } from '../support/changedCourse.ts';
import { smallCourse, smallModule } from '../support/course.ts';
import { type Learner, lessons } from '../support/learnerCalls.ts';
import { json } from '../support/testApp.ts';

const [begin, end] = smallModule.sections as [SectionNode, SectionNode];
const [first, second] = smallCourse.quizzes['quiz']!.questions as [QuestionData, QuestionData];
const renamed = (question: QuestionData, id: string): QuestionData => ({ ...question, id });
const choice = { text: 'x', correct: false, explanation: 'why' };
const other: QuestionData = {
  ...first,
  id: 'anew',
  type: 'multiple',
  prompt: 'Which ones?',
  choices: ['p', 'q', 'r'].map((id) => ({ ...choice, id, correct: id === 'p' })),
};

/** What an author can do to a course, and what the learners' pages must still show of what was done before it. */
interface Change {
  readonly what: string;
  readonly content: CourseArtefact;
  /** Today's name of the module, of the section gone through and of the question answered; null where it is gone. */
  readonly module?: string;
  readonly section?: string | null;
  readonly question?: string | null;
}

const changes: readonly Change[] = [
  { what: 'sections change places', content: changedCourse({ sections: [end, begin] }) },
  {
    what: 'everything is worded anew',
    content: changedCourse(
      { title: 'Anew', sections: [{ ...begin, title: 'Anew', lead: 'Anew.' }, end] },
      [],
      [{ ...first, prompt: 'Anew?' }, second],
    ),
  },
  {
    what: 'a section gets another id',
    content: changedCourse({ sections: [{ ...begin, id: 'start' }, end] }, [
      'section module/begin replaced by module/start',
    ]),
    section: 'start',
  },
  {
    what: 'a section gets another id twice',
    content: changedCourse({ sections: [{ ...begin, id: 'opening' }, end] }, [
      'section module/begin replaced by module/start',
      'section module/start replaced by module/opening',
    ]),
    section: 'opening',
  },
  {
    what: 'the module gets another id, and its sections with it',
    content: changedCourse({ id: 'course-2' }, ['module module version 3 replaced by course-2']),
    module: 'course-2',
  },
  {
    what: 'the module gets another id twice, and a section another one on its way',
    content: changedCourse({ id: 'course-3', sections: [{ ...begin, id: 'start' }, end] }, [
      'module module version 3 replaced by course-2',
      'module course-2 replaced by course-3',
      'section course-2/begin replaced by course-2/start',
    ]),
    module: 'course-3',
    section: 'start',
  },
  {
    what: 'a question and its choices get other ids',
    content: changedCourse(
      { sections: [{ ...begin, questions: ['quiz/one'] }, end] },
      ['question quiz/first replaced by quiz/one', 'choice quiz/first/right replaced by quiz/one/best'],
      [
        {
          ...first,
          id: 'one',
          choices: ['best', 'wrong', 'other'].map((id) => ({ ...choice, id, correct: id === 'best' })),
        } as QuestionData,
        second,
      ],
    ),
    question: 'quiz/one',
  },
  {
    what: 'another question of another type takes the place of one',
    content: changedCourse(
      { sections: [{ ...begin, questions: ['quiz/anew'] }, end] },
      ['question quiz/first replaced by quiz/anew'],
      [other, second],
    ),
    question: 'quiz/anew',
  },
  {
    what: 'a section is taken out for good',
    content: changedCourse({ sections: [{ ...end, questions: ['quiz/first', 'quiz/second'] }] }, [
      'section module/begin retired',
    ]),
    section: null,
  },
  {
    what: 'a question is taken out for good',
    content: changedCourse({ sections: [{ ...begin, questions: [] }, end] }, ['question quiz/first retired'], [second]),
    question: null,
  },
  {
    what: 'a section is added',
    content: changedCourse({ sections: [begin, { ...end, id: 'added', questions: [] }, end] }),
  },
  {
    what: 'a section is split in two, of which the first keeps the id',
    content: changedCourse({ sections: [begin, { ...begin, id: 'begin-2', questions: [] }, end] }),
  },
  {
    what: 'a section is split in two new ones',
    content: changedCourse(
      { sections: [{ ...begin, id: 'begin-1', questions: [] }, { ...begin, id: 'begin-2' }, end] },
      ['section module/begin replaced by module/begin-1'],
    ),
    section: 'begin-1',
  },
  {
    what: 'two questions become one',
    content: changedCourse(
      {
        sections: [
          { ...begin, questions: ['quiz/both'] },
          { ...end, questions: [] },
        ],
      },
      ['question quiz/first replaced by quiz/both', 'question quiz/second replaced by quiz/both'],
      [renamed(first, 'both')],
    ),
    question: 'quiz/both',
  },
];

async function takeAll(learner: Learner, module = 'module', sections = ['begin', 'end']): Promise<void> {
  for (const section of sections) await learner.goThrough(module, section);
  for (const question of ['quiz/first', 'quiz/second']) await learner.graded(question, ['right']);
}

/** Three learners of the small course: one has completed it, one is midway, one has only begun. */
async function threeLearners() {
  const { app, signIn, stored } = await lessons(smallCourse);
  const [done, midway, begun, manager] = [
    await signIn('learner'),
    await signIn('learner2'),
    await signIn('coordinator'),
    await app.signIn('manager'),
  ];
  await takeAll(done);
  await midway.goThrough('module', 'begin');
  await midway.graded('quiz/first', ['right']);
  await begun.graded('quiz/first', ['wrong']);
  const exported = async (query = '') => {
    const response = await app.fetch(`/exports/completions.json${query}`, { headers: manager });
    const { completions: rows } = (await response.json()) as {
      completions: { status: string; completedAt: string; statementId: string }[];
    };
    return rows.filter(({ status }) => status === 'completed');
  };
  return { app, stored, done, midway, begun, exported };
}

describe.each(changes)(
  'when $what',
  ({ content, module: id = 'module', section = 'begin', question = 'quiz/first' }) => {
    it('no completion changes, nor its date, statement or certificate, and nothing that is stored', async () => {
      const { app, stored, done, exported } = await threeLearners();
      const before = { own: await done.moduleProgress('module'), rows: await exported(), stored: await stored() };
      await app.restart({ content });
      const own = await done.moduleProgress(id);
      expect(own.completedAt).toBe(before.own.completedAt);
      expect(own).toMatchObject({ completedVersion: 3, renewal: null, registration: before.own.registration });
      const rows = await exported(`?module=${id}`);
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({
        completedAt: before.rows[0]!.completedAt,
        statementId: before.rows[0]!.statementId,
      });
      expect((await stored()).slice(0, before.stored.length)).toEqual(before.stored);
      const pdf = await app.fetch(`/certificates/fi/modules/${id}.pdf`, { headers: done.headers });
      expect(pdf.status).toBe(200);
    });

    it('nobody loses a mark or an answer, and whoever is midway goes on and completes it once', async () => {
      const { app, stored, midway, begun } = await threeLearners();
      await app.restart({ content });
      const own = await midway.moduleProgress(id);
      if (section !== null) expect(own.sections).toContainEqual({ id: section, done: true });
      if (question !== null) {
        expect(own.questions).toContainEqual(expect.objectContaining({ id: question, success: true, done: true }));
        const { questions } = await begun.moduleProgress(id);
        expect(questions).toContainEqual(expect.objectContaining({ id: question, success: false, done: true }));
      }
      expect((await midway.progress()).last).toMatchObject({ module: id });
      expect((await begun.progress()).last ?? { module: id }).toMatchObject({ module: id });
      const { sections, closingQuiz } = { ...own, closingQuiz: null };
      expect(closingQuiz).toBeNull();
      for (const { id: open, done } of sections) if (!done) await midway.goThrough(id, open);
      const answered = new Set(own.questions.map((one) => one.id));
      const asked = content.course.modules[0]!.sections.flatMap(({ questions }) => questions);
      for (const open of asked.filter((one) => !answered.has(one))) await midway.graded(open, ['right']);
      const { completedAt } = await midway.moduleProgress(id);
      expect(completedAt).not.toBeNull();
      await app.restart({ content });
      expect((await midway.moduleProgress(id)).completedAt).toBe(completedAt);
      const mine = (one: NewStatement) =>
        one.context?.registration === own.registration && one.verb.id.endsWith('/completed');
      expect((await stored()).filter(mine)).toHaveLength(1);
    });
  },
);

describe('what took another’s place', () => {
  const start = changedCourse({ sections: [{ ...begin, id: 'start', title: 'Start' }, end] }, [
    'section module/begin replaced by module/start',
  ]);
  const moved = changedCourse({ id: 'course-2' }, ['module module version 3 replaced by course-2']);

  it('is where one goes on from', async () => {
    const { app, begun } = await threeLearners();
    await app.restart({ content: start });
    expect((await begun.progress()).last).toEqual({ module: 'module', section: 'start' });
  });

  it('takes the marks and answers that waited in a browser under the old ids, and a repeat of one is the same', async () => {
    const { app, begun, stored } = await threeLearners();
    const { registration } = await begun.moduleProgress('module');
    const { idBase, actor } = await begun.progress();
    const answer = { id: '0d0b5d2e-6a3c-4f5c-8a51-0e6d6a9a3b11', lang: 'fi' };
    await begun.graded('quiz/first', ['right'], answer);
    await app.restart({
      content: changedCourse(
        { id: 'course-2', sections: [{ ...begin, questions: ['quiz/one'] }, end] },
        ['module module replaced by course-2', 'question quiz/first replaced by quiz/one'],
        [renamed(first, 'one'), second],
      ),
    });
    const mark = {
      actor,
      verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
      object: { id: `${idBase}/modules/module/begin` },
      context: { registration },
    };
    const headers = { ...begun.headers, 'x-experience-api-version': '1.0.3' };
    expect((await app.fetch('/xapi/statements', json(headers, mark))).status).toBe(200);
    const count = (await stored()).length;
    expect((await begun.graded('quiz/first', ['right'], answer)).success).toBe(true);
    expect(await stored()).toHaveLength(count);
    await begun.graded('quiz/first', ['wrong']);
    const { sections, questions } = await begun.moduleProgress('course-2');
    expect(sections[0]).toEqual({ id: 'begin', done: true });
    expect(questions).toEqual([expect.objectContaining({ id: 'quiz/one', response: ['wrong'], success: false })]);
  });

  it('gives its title to one’s own records', async () => {
    const { app, midway } = await threeLearners();
    await app.restart({ content: start });
    const services = app.services();
    const visitor = await services.sessions.visitor(/=([^;]+)/.exec(midway.headers['cookie']!)![1]!);
    const page = await services.ownRecords(visitor!.person, null);
    expect(page!.records.map(({ about }) => about)).toContainEqual({
      kind: 'section',
      module: 'module',
      title: 'Start',
    });
  });

  it('asks for a renewal as the old one would have', async () => {
    const { app, done } = await threeLearners();
    const content = changedCourse(
      { id: 'course-2', version: 4, sections: [begin, { ...end, id: 'finish', changedIn: 4 }] },
      ['module module version 3 replaced by course-2', 'section module/end replaced by course-2/finish'],
    );
    const before = await done.moduleProgress('module');
    await app.restart({ content });
    expect(await done.moduleProgress('course-2')).toMatchObject({
      completedAt: before.completedAt,
      renewal: { from: 3, sections: ['finish'] },
      sections: [
        { id: 'begin', done: true },
        { id: 'finish', done: false },
      ],
    });
    await done.goThrough('course-2', 'finish');
    await done.graded('quiz/second', ['right']);
    expect(await done.moduleProgress('course-2')).toMatchObject({ completedVersion: 4, renewal: null });
  });

  it('is where old addresses of exports and certificates lead', async () => {
    const { app, done, exported } = await threeLearners();
    const before = await exported();
    await app.restart({ content: moved });
    expect((await exported('?module=module')).map(({ statementId }) => statementId)).toEqual(
      before.map(({ statementId }) => statementId),
    );
    const pdf = await app.fetch('/certificates/fi/modules/module.pdf', { headers: done.headers });
    expect(pdf.status).toBe(200);
  });

  it('is where old addresses of pages lead for good, with what stands behind them, and nothing else moves', async () => {
    const { app } = await threeLearners();
    await app.restart({ content: moved });
    const get = await pagesOf(app.services());
    expect(await get('/fi/module/')).toEqual([301, '/fi/course-2/']);
    expect(await get('/sv/module/begin?a=1')).toEqual([301, '/sv/course-2/begin/?a=1']);
    for (const path of [
      '/fi/course-2/',
      '/fi/',
      '/fi/search/',
      '/de/module/',
      '/fi/module/begin/more/',
      '/fi/module/never/',
    ])
      expect(await get(path), path).toEqual([200, null]);
  });

  it('and was then taken out for good has no page to lead to', async () => {
    const { app } = await threeLearners();
    await app.restart({ content: changedCourse({ id: 'other' }, ['module module replaced by course-2 retired']) });
    const get = await pagesOf(app.services());
    expect(await get('/fi/module/')).toEqual([200, null]);
  });
});

/** The status and location that an address is answered with, where every page is there. */
async function pagesOf(services: Services): Promise<(path: string) => Promise<[number, string | null]>> {
  const page: PageSteps['staticFiles'] = (_request, response) => response.end();
  const pages = { staticFiles: page, pagesOnDemand: page, notFound: page as PageSteps['notFound'] };
  const server = createServer(createListener(services, pages));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return async (path) => {
    const { status, headers } = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
    return [status, headers.get('location')];
  };
}
