import { expectAccessible, expectToFit } from './accessible.ts';
import { answer, enter, expect, introduction, moduleOf, otherBrowser, questionOf, test } from './site.ts';

test('a learner reads everything recorded about oneself in words, from the page of own learning', async ({
  page,
  browser,
  server,
  course,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await enter(page, 'learner', '/fi/my/records/');
  await expect(page.locator('main')).toContainText('Opiskelustasi ei ole vielä tallennettu mitään.');
  await expectAccessible(page, 'nothing recorded');

  const section = moduleOf(course).sections.find(({ questions }) => questions.length > 0)!;
  const question = section.questions[0]!;
  await page.goto(`/fi/${introduction}/${section.id}/`);
  await answer(page, course, question, false);
  await answer(page, course, question, true);
  await page.locator('oppi-pager a[data-onward]').click();
  await page.waitForURL((url) => !url.pathname.includes(section.id));

  await page.goto('/fi/my/');
  await page.getByRole('link', { name: 'Katso kaikki sinusta tallennettu' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mitä minusta on tallennettu');
  const main = page.locator('main');
  await expect(main).toContainText('Aikuissosiaalityö, länsi');
  const records = main.locator('ol > li');
  await expect.poll(async () => (await page.reload(), records.count())).toBe(3);
  await expect(records.nth(0)).toContainText(`Kävit läpi osion ${section.title}`);
  await expect(records.nth(1)).toContainText(questionOf(course, question).prompt);
  await expect(records.nth(1)).toContainText('oikein');
  await expect(records.nth(2)).toContainText('ei vielä oikein');
  await expectAccessible(page, 'records');
  await expectToFit(page, 'records');

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Lataa kaikki tietosi (JSON)' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^omat-tiedot-.+\.json$/);
  await expect(main).toContainText('Kukaan ei ole katsonut suorituksiasi.');
  const manager = await otherBrowser(browser, server);
  await enter(manager, 'manager', '/fi/reports/');
  await page.reload();
  await expect(main.getByRole('row', { name: /esihenkilö, Aikuissosiaalityö, länsi katsoi yksikön/ })).toBeVisible();
  await expectAccessible(page, 'a look');

  await page.getByRole('link', { name: 'SV' }).click();
  await expect(records.nth(0)).toContainText('Du gick igenom avsnittet');
  const missing = await page.goto('/fi/my/records/?from=nonsense');
  expect(missing?.status()).toBe(404);
  await page.context().clearCookies();
  await page.goto('/fi/my/records/');
  await expect(page).toHaveURL(/\/fi\/sign-in\/\?returnTo=%2Ffi%2Fmy%2Frecords%2F$/);
});
