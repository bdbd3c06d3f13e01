import type { ModuleNode } from '../../src/course/tree.ts';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import { responseTo } from '../support/responses.ts';
import type { RunningServer } from '../support/runningServer.ts';
import { answer, enter, expect, questionOf, test } from './site.ts';

const published = ({ course }: CourseArtefact) => course.modules.filter(({ announced }) => !announced);

for (const [manner, attempts] of [
  ['all right', [true]],
  ['all wrong, then right', [false, true]],
] as const) {
  test(`a learner who answers ${manner} completes every module, and just that is recorded`, async ({
    page,
    server,
    course,
  }) => {
    test.setTimeout(300_000);
    await enter(page, 'learner');
    const expected: string[] = [];
    for (const module of published(course)) {
      await page.goto(`/fi/${module.id}/${module.sections[0]!.id}/`);
      for (const section of module.sections) {
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(section.title);
        for (const question of section.questions) {
          for (const right of attempts) await answer(page, course, question, right);
        }
        await page.locator('oppi-pager a[data-onward]').click();
      }
      await expect(page.locator('#valmis [data-part="completed"]')).toBeVisible();
      expected.push(...expectedOf(module, course, attempts));
    }
    await expect.poll(async () => (await stored(server)).sort()).toEqual(expected.sort());
  });
}

/** What a module's learner leaves behind, as `verb activity`: each choice of a case is an answer of its own. */
function expectedOf(module: ModuleNode, course: CourseArtefact, attempts: readonly boolean[]): string[] {
  const answered = module.sections.flatMap(({ questions }) =>
    questions.flatMap((id) => {
      const question = questionOf(course, id);
      return attempts.flatMap((right) => {
        const times = question.type === 'branching' ? responseTo(question, right).length : 1;
        return Array.from({ length: times }, () => `answered quizzes/${id}`);
      });
    }),
  );
  return [
    ...module.sections.map(({ id }) => `experienced modules/${module.id}/${id}`),
    ...answered,
    ...(module.closingQuiz ? [`passed modules/${module.id}`] : []),
    `completed modules/${module.id}`,
  ];
}

async function stored({ origin }: RunningServer): Promise<string[]> {
  const headers = {
    authorization: `Basic ${Buffer.from('tool:secret').toString('base64')}`,
    'x-experience-api-version': '2.0.0',
  };
  const found: string[] = [];
  let more: string | undefined = '/xapi/statements?limit=200';
  while (more) {
    const response = await fetch(new URL(more, origin), { headers });
    const page = (await response.json()) as {
      statements: { verb: { id: string }; object: { id: string } }[];
      more?: string;
    };
    found.push(
      ...page.statements.map(({ verb, object }) => {
        return `${verb.id.split('/').at(-1)} ${new URL(object.id).pathname.slice(1)}`;
      }),
    );
    more = page.more === '' ? undefined : page.more;
  }
  return found;
}
