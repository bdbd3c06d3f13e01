import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test as base, type Browser, type Locator, type Page } from '@playwright/test';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import type { ProgressReply } from '../../src/learning/readProgress.ts';
import type { QuestionData } from '../../src/schemas/quiz.ts';
import { responseTo } from '../support/responses.ts';
import { type RunningServer, startServer } from '../support/runningServer.ts';

export { expect } from '@playwright/test';

interface Site {
  readonly server: RunningServer;
  readonly course: CourseArtefact;
}

/** A product of one's own for each test: a new process on new data, and the course with its answer keys. */
export const test = base.extend<Site, { readonly readServer: RunningServer }>({
  readServer: [({}, use) => serving(use), { scope: 'worker' }],
  server: ({}, use) => serving(use),
  baseURL: async ({ server }, use) => use(server.origin),
  course: async ({}, use) => {
    await use(JSON.parse(await readFile(join(import.meta.dirname, '../../dist/server/course.json'), 'utf8')) as never);
  },
});

/**
 * For tests that only read: each has a browser of its own, and one product serves them, one after another. A test of these
 * must leave no record: no answer, no way on to the next section while signed in, no look at a report.
 */
export const readingTest = test.extend({ server: async ({ readServer }, use) => use(readServer) });

/** For tests that hold requests of a page back: its service worker would now and then let one past. */
export const holdingTest = test.extend({ serviceWorkers: 'block' });

async function serving(use: (server: RunningServer) => Promise<void>): Promise<void> {
  const server = await startServer({ env: { XAPI_CLIENTS: 'tool:secret:all/read' } });
  await use(server);
  await server.dispose();
}

export const introduction = 'kurssiesittely';

/** The module under test as the course has it. */
export function moduleOf(course: CourseArtefact, id = introduction) {
  const module = course.course.modules.find((candidate) => candidate.id === id);
  if (!module) throw new Error(`no module ${id}`);
  return module;
}

/** A question with its key, by `quiz/question`. */
export function questionOf(course: CourseArtefact, id: string): QuestionData {
  const [quiz = '', name = ''] = id.split('/');
  const question = course.quizzes[quiz]?.questions.find((candidate) => candidate.id === name);
  if (!question) throw new Error(`no question ${id}`);
  return question;
}

/** Signs in as a demo persona through the page, and comes back to `path`. */
export async function signIn(page: Page, persona: string, path = '/fi/'): Promise<void> {
  await page.goto(`/fi/sign-in/?returnTo=${encodeURIComponent(path)}`);
  await page.locator(`button[value="${persona}"]`).click();
  await page.waitForURL(`**${path}`);
}

/**
 * Opens `path` as a demo persona, signed in by the request that the form of the sign-in page makes: for tests that are about
 * something else.
 */
export async function enter(page: Page, persona: string, path = '/fi/'): Promise<void> {
  const sent = await page.request.post('/sign-in', { form: { persona }, maxRedirects: 0 });
  expect(sent.status()).toBe(303);
  await page.goto(path);
}

/** A browser of its own: no cookie and no storage in common. */
export async function otherBrowser(browser: Browser, server: RunningServer): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, locale: 'fi-FI' });
  return context.newPage();
}

/** The form of a question on the page. */
export function formOf(page: Page, question: string): Locator {
  return page.locator(`oppi-question[data-question="${question}"]`);
}

/** Answers a question of any type rightly, or wrongly, by mouse. */
export async function answer(page: Page, course: CourseArtefact, id: string, right: boolean): Promise<void> {
  const question = questionOf(course, id);
  const form = formOf(page, id);
  const response = responseTo(question, right);
  const submit = form.locator('button[type="submit"]');
  const again = form.locator('[data-part="again"]');
  if (await again.isVisible()) await again.click();
  if (question.type === 'branching') {
    for (const [index, choice] of response.entries()) {
      await form.locator(`input[value="${choice}"]`).check();
      await submit.click();
      await expect(form.locator('.passed')).toHaveCount(index + 1);
    }
    return;
  }
  if (question.type === 'ordering') await putInOrder(form, response);
  else if (question.type === 'matching') {
    for (const pair of response) {
      const [left, chosen] = pair.split(':') as [string, string];
      await form.locator(`select[data-left="${left}"]`).selectOption(chosen);
    }
  } else for (const choice of response) await form.locator(`input[value="${choice}"]`).check();
  await submit.click();
  await form.locator('.explanation:visible').first().waitFor();
}

/** Moves items up by their buttons until they stand in this order. */
async function putInOrder(form: Locator, ids: readonly string[]): Promise<void> {
  for (const [place, id] of ids.entries()) {
    const placeOf = () =>
      form
        .locator('li')
        .evaluateAll((items, wanted) => items.findIndex((item) => item.getAttribute('data-choice') === wanted), id);
    for (let at = await placeOf(); at > place; at -= 1)
      await form.locator(`li[data-choice="${id}"] [data-move="up"]`).click();
  }
}

/** The choices of a question in which choices are taken. */
export function choicesOf(question: QuestionData) {
  if (!('choices' in question)) throw new Error(`question ${question.id} is of type ${question.type}`);
  return question.choices;
}

/** Records, as the page's own requests would, that the one signed in went through a module and answered all of it rightly. */
export async function completeAtOnce(page: Page, course: CourseArtefact, id = introduction): Promise<void> {
  const module = moduleOf(course, id);
  const headers = { origin: new URL(page.url()).origin, 'x-experience-api-version': '2.0.0' };
  const progress = (await (await page.request.get('/api/progress')).json()) as ProgressReply;
  const { registration } = progress.modules.find((own) => own.id === id)!;
  const questions = new Set([
    ...module.sections.flatMap((section) => section.questions),
    ...(module.closingQuiz?.questions ?? []),
  ]);
  for (const question of questions) {
    const response = responseTo(questionOf(course, question), true);
    const data = { id: randomUUID(), question, response, lang: 'fi' };
    expect((await page.request.post('/api/answers', { headers, data })).status()).toBe(200);
  }
  const data = module.sections.map((section) => ({
    actor: progress.actor,
    verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
    object: { id: `${progress.idBase}/modules/${id}/${section.id}` },
    context: { registration },
  }));
  expect((await page.request.post('/xapi/statements', { headers, data })).status()).toBe(200);
}
