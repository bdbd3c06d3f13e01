import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import { startServer } from '../support/runningServer.ts';
import { seedAnswers } from '../support/seedAnswers.ts';
import { expectAccessible, expectToFit } from './accessible.ts';
import { enter, expect, introduction, moduleOf, test as base } from './site.ts';

/** The product on the answers of 40 learners to the first module. */
const test = base.extend({
  server: async ({}, use) => {
    const built = join(import.meta.dirname, '../../dist/server/course.json');
    const content = JSON.parse(await readFile(built, 'utf8')) as CourseArtefact;
    const dataDir = await seedAnswers(content, 'http://seeded.example', introduction, 40);
    const server = await startServer({ dataDir });
    await use(server);
    await server.dispose();
  },
});

test('a coordinator sees how each question and section teaches, and what to do', async ({ page, course }) => {
  await enter(page, 'coordinator', '/fi/authoring/');
  const { title, sections } = moduleOf(course);
  const questions = page.getByRole('region', { name: `Kysymykset: ${title}` });
  // Learner n has question q right where n is no multiple of q + 2: 20 of 40, then 26 (65 %), 30, 32 and 33 (82.5 %).
  const rows = questions.getByRole('row');
  await expect(rows.nth(1).getByRole('cell').first()).toHaveText('40');
  await expect(rows.nth(1)).toContainText('50 %');
  await expect(rows.nth(2)).toContainText('65 %');
  await expect(rows.nth(3)).toContainText('75 %');
  const ofSections = page.getByRole('region', { name: `Osiot: ${title}` });
  await expect(ofSections.getByRole('row', { name: sections[0]!.title })).toContainText('100 % (40 aloittanutta)');
  await expect(ofSections.getByRole('row', { name: sections[1]!.title })).toContainText('0 % (40 aloittanutta)');
  await expect(page.getByRole('heading', { name: 'Sisällön huomautukset' })).toBeVisible();
  const others = course.course.modules.filter(({ id, announced }) => id !== introduction && !announced);
  const waiting = page.getByText('Vielä odottavat:').locator('+ ul');
  for (const { title: other } of others) await expect(waiting).toContainText(other);
  await expectAccessible(page, 'the statistics of questions and sections');
  await rows.nth(1).getByRole('link').click();
  await expect(page.locator('oppi-question').filter({ visible: true }).first()).toBeInViewport();
});

test('the statistics fit a phone and twice the text, in every language', async ({ page }) => {
  await enter(page, 'coordinator');
  for (const lang of ['fi', 'sv', 'en']) {
    await page.goto(`/${lang}/authoring/`);
    await expectToFit(page, lang);
  }
  await page.setViewportSize({ width: 320, height: 800 });
  await expectAccessible(page, 'the statistics on a phone');
});
