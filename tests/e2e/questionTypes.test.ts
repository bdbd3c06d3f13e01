import type { Page } from '@playwright/test';
import type { QuestionType } from '../../src/schemas/quiz.ts';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import { responseTo } from '../support/responses.ts';
import { expectAccessible, expectReflow } from './accessible.ts';
import { answer, enter, expect, formOf, otherBrowser, questionOf, readingTest, test } from './site.ts';

/** The first question of a type, and the page that asks it. */
function placeOf(course: CourseArtefact, type: QuestionType): { id: string; path: string } {
  for (const module of course.course.modules) {
    for (const section of module.sections) {
      const id = section.questions.find((question) => questionOf(course, question).type === type);
      if (id) return { id, path: `/fi/${module.id}/${section.id}/` };
    }
  }
  throw new Error(`the course has no question of type ${type}`);
}

/** Holds a script back. @returns how to let it come */
async function holdScript(page: Page, address: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

const types = ['true-false', 'ordering', 'matching', 'branching'] as const;

for (const type of types) {
  test(`every state of a question of type ${type} is free of axe violations on a phone`, async ({ page, course }) => {
    const { id, path } = placeOf(course, type);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 320, height: 800 });
    await enter(page, 'learner', path);
    await expectAccessible(page, 'open');
    for (const right of [false, true]) {
      await answer(page, course, id, right);
      await expectAccessible(page, right ? 'right' : 'wrong');
      await expectReflow(page, type);
    }
  });
}

test('items are put in order by keyboard alone, the focus staying on the item and its place being told', async ({
  page,
  course,
}) => {
  const { id, path } = placeOf(course, 'ordering');
  const form = formOf(page, id);
  await enter(page, 'learner', path);
  const wanted = responseTo(questionOf(course, id), true);
  for (const [place, item] of wanted.entries()) {
    const button = form.locator(`li[data-choice="${item}"] [data-move="up"]`);
    for (;;) {
      const at = await form
        .locator('li')
        .evaluateAll((items, own) => items.findIndex((one) => one.getAttribute('data-choice') === own), item);
      if (at <= place) break;
      await button.focus();
      await page.keyboard.press('Enter');
      await expect(button).toBeFocused();
      await expect(form.locator('[data-part="live"]')).toContainText(`Sija ${at}/${wanted.length}`);
    }
  }
  await form.locator('button[type="submit"]').focus();
  await page.keyboard.press('Enter');
  await expect(form).toContainText('Oikein.');
});

readingTest('what is pressed before a question’s own code has come waits for it: a move', async ({ page, course }) => {
  const { id, path } = placeOf(course, 'ordering');
  const come = await holdScript(page, '**/orderingForm*.js');
  await enter(page, 'learner', path);
  const second = (await formOf(page, id).locator('li').nth(1).getAttribute('data-choice'))!;
  const button = formOf(page, id).locator(`li[data-choice="${second}"] [data-move="up"]`);
  await button.focus();
  await page.keyboard.press('Enter');
  come();
  await expect(formOf(page, id).locator('[data-part="live"]')).toContainText('Sija 1/');
  await expect(button).toBeFocused();
});

readingTest(
  'what is pressed before a question’s own code has come waits for it: an answer',
  async ({ page, course }) => {
    const { id, path } = placeOf(course, 'matching');
    const come = await holdScript(page, '**/matchingForm*.js');
    await enter(page, 'learner', path);
    await formOf(page, id).locator('button[type="submit"]').click();
    come();
    await expect(formOf(page, id).locator('[data-part="error"]')).toHaveText('Valitse ensin jokaiselle pari.');
    expect(new URL(page.url()).search).toBe('');
  },
);

readingTest('a question’s own code that does not come is told, with what to do', async ({ page, course }) => {
  const { id, path } = placeOf(course, 'matching');
  await page.route('**/matchingForm*.js', (route) => route.abort());
  await enter(page, 'learner', path);
  const error = formOf(page, id).locator('[data-part="error"]');
  await expect(error).toHaveText('Kysymys ei latautunut kokonaan. Tarkista yhteys ja lataa sivu uudelleen.');
  await formOf(page, id).locator('button[type="submit"]').click();
  await expect(error).toBeVisible();
  await page.unroute('**/matchingForm*.js');
  await page.reload();
  await formOf(page, id).locator('button[type="submit"]').click();
  await expect(error).toHaveText('Valitse ensin jokaiselle pari.');
});

readingTest('an answer that no script takes reaches no address', async ({ browser, server, course }) => {
  const { id, path } = placeOf(course, 'single');
  const context = await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(path);
  const first = formOf(page, id).locator('input').first();
  await first.press('Space');
  await first.press('Enter');
  await expect(first).toBeChecked();
  expect(new URL(page.url()).search).toBe('');
  await context.close();
});

readingTest('a pair chosen twice, or a missing one, is told plainly and not sent', async ({ page, course }) => {
  const { id, path } = placeOf(course, 'matching');
  const form = formOf(page, id);
  await enter(page, 'learner', path);
  await form.locator('button[type="submit"]').click();
  await expect(form.locator('[data-part="error"]')).toHaveText('Valitse ensin jokaiselle pari.');
  for (const select of await form.locator('select').all()) await select.selectOption({ index: 1 });
  await form.locator('button[type="submit"]').click();
  await expect(form.locator('[data-part="error"]')).toContainText('kahdelle');
});

test('a case goes on in another browser from the step it had come to', async ({ page, browser, server, course }) => {
  const { id, path } = placeOf(course, 'branching');
  const question = questionOf(course, id);
  if (question.type !== 'branching') throw new Error('not a case');
  const [first] = question.steps[0]!.choices!;
  await enter(page, 'learner', path);
  const form = formOf(page, id);
  await form.locator(`input[value="${first!.id}"]`).check();
  await page.keyboard.press('Enter');
  await form.locator('button[type="submit"]').click();
  await expect(form.locator('.passed')).toHaveCount(1);
  await expect(form.locator('[data-part="scene"]')).toBeFocused();
  const next = question.steps.find(({ id: step }) => step === first!.next)!;
  await expect(form.locator('[data-part="scene"]')).toHaveText(next.text);

  const other = await otherBrowser(browser, server);
  await enter(other, 'learner', path);
  const resumed = formOf(other, id);
  await expect(resumed).toContainText(first!.explanation);
  await expect(resumed.locator('[data-part="scene"]')).toHaveText(next.text);
  await resumed.getByRole('button', { name: 'Aloita tilanne alusta' }).click();
  await expect(resumed.locator('.passed')).toHaveCount(0);
  await expect(resumed.locator('[data-part="scene"]')).toHaveText(question.steps[0]!.text);
});
