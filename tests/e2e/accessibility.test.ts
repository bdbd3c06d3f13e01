import type { Page } from '@playwright/test';
import type { ModuleNode } from '../../src/course/tree.ts';
import { type Language, languages } from '../../src/i18n/languages.ts';
import { expectAccessible, expectToFit } from './accessible.ts';
import { answer, enter, expect, formOf, introduction, moduleOf, questionOf, readingTest, test } from './site.ts';

// Requests are held back here, which the page's service worker would let pass.
test.use({ serviceWorkers: 'block' });

const modules = [introduction, 'tyokyvyn-tuki-asiakastyossa', 'asiakkaana-tasmatyokykyinen-henkilo'];

/** The pages that stand beside the modules. */
const otherPages = [
  '/',
  '/glossary/',
  '/search/',
  '/sources/',
  '/accessibility/',
  '/privacy/',
  '/offline/',
  '/sign-in/',
  '/no-such-page/',
];
const modulePages = ({ id, sections }: ModuleNode) => [
  `/${id}/`,
  ...sections.map((section) => `/${id}/${section.id}/`),
];

/** Goes to each page: free of axe violations in light and dark colours, and whole in the smallest windows. */
async function tour(page: Page, lang: Language, paths: readonly string[]): Promise<void> {
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of paths) {
    await page.goto(`/${lang}${path}`);
    await expectAccessible(page, `/${lang}${path}`);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expectToFit(page, `/${lang}${path}`);
  }
}

for (const lang of languages) {
  readingTest(`each kind of page is accessible and fits the smallest windows, in ${lang}`, async ({ page, course }) => {
    await tour(page, lang, [...otherPages, ...modulePages(moduleOf(course)).slice(0, 2)]);
  });
}

for (const id of modules) {
  readingTest(`every page of ${id} is accessible and fits the smallest windows`, async ({ page, course }) => {
    await tour(page, 'fi', modulePages(moduleOf(course, id)));
  });
}

readingTest('the modules toured are those of the course', ({ course }) => {
  const published = course.course.modules.filter(({ announced }) => !announced);
  expect(published.map(({ id }) => id)).toEqual(modules);
});

for (const persona of ['learner', 'coordinator', 'manager'] as const) {
  test(`personal pages of the ${persona} are accessible and fit the smallest windows`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await enter(page, persona);
    for (const path of [
      '/fi/',
      '/fi/my/',
      '/fi/my/records/',
      '/sv/reports/',
      '/fi/reports/',
      '/en/authoring/',
      '/fi/authoring/',
    ]) {
      await page.goto(path);
      await expectAccessible(page, `${persona} at ${path}`);
      await expectToFit(page, `${persona} at ${path}`);
    }
  });
}

for (const type of ['single', 'multiple'] as const) {
  test(`every state of a question of type ${type} is free of axe violations`, async ({ page, course }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const sections = moduleOf(course).sections;
    const section = sections.find(({ questions }) => questions.some((id) => questionOf(course, id).type === type))!;
    const id = section.questions.find((one) => questionOf(course, one).type === type)!;
    const form = formOf(page, id);
    await page.goto(`/fi/${introduction}/${section.id}/`);
    await form.locator('button[type="submit"]').click();
    await expectAccessible(page, 'nothing chosen');
    await form.locator('input').first().check();
    await form.locator('button[type="submit"]').click();
    await form.getByRole('link', { name: 'Kirjaudu ja tarkista vastaus' }).waitFor();
    await expectAccessible(page, 'signed out');
    await page.evaluate(() => sessionStorage.clear());
    await enter(page, 'learner', `/fi/${introduction}/${section.id}/`);
    await answer(page, course, id, false);
    await expectAccessible(page, 'wrong');
    await page.reload();
    await expect(form).toContainText('Vastattu aiemmin');
    await expectAccessible(page, 'answered earlier');
    await form.getByRole('button', { name: 'Yritä uudelleen' }).click();
    await answer(page, course, id, true);
    await expectAccessible(page, 'right');
    await page.route('**/api/answers', (route) => route.abort());
    await form.getByRole('button', { name: 'Vastaa uudelleen' }).click();
    await form.locator('input').first().check();
    await form.locator('button[type="submit"]').click();
    await expect(form.getByText('Vastauksesi on tallessa').first()).toBeVisible();
    await expectAccessible(page, 'not sent');
  });
}

readingTest(
  'a term opens its explanation by mouse and by keyboard, without axe violations',
  async ({ page, course }) => {
    const section = moduleOf(course).sections[2]!;
    await page.goto(`/fi/${introduction}/${section.id}/`);
    const term = page.getByRole('button', { name: 'sote-yhteyshenkilö' }).first();
    await term.click();
    const explanation = page.locator('[popover]:popover-open');
    await expect(explanation).toBeVisible();
    await expectAccessible(page, 'an open term');
    await page.keyboard.press('Escape');
    await expect(explanation).toHaveCount(0);
    await term.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[popover]:popover-open')).toBeVisible();
  },
);

readingTest('a section on a phone is free of axe violations', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await enter(page, 'learner', `/fi/${introduction}/palvelut-asiakkaan-ymparilla/`);
  await expectAccessible(page, 'a section on a phone');
});

readingTest('targets are at least 24 px, and focus is always visible', async ({ page, course }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`/fi/${introduction}/${moduleOf(course).sections[0]!.id}/`);
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement!;
      if (element === document.body) return null;
      const row = element.closest('.choice') ?? element;
      const shown = [element, row].some((shows) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(shows);
        return outlineStyle !== 'none' && outlineWidth !== '0px';
      });
      const { height, width } = row.getBoundingClientRect();
      const inline = getComputedStyle(element).display === 'inline';
      return { name: element.outerHTML.slice(0, 120), shown, big: inline || (height >= 24 && width >= 24) };
    });
    if (focused === null) return expect(press).toBeGreaterThan(15);
    expect(focused.shown, focused.name).toBe(true);
    expect(focused.big, focused.name).toBe(true);
  }
});

test('on a phone a table shows every cell with the name of its column', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await enter(page, 'manager', '/fi/reports/');
  const table = page.getByRole('region', { name: 'Henkilöittäin' }).getByRole('table');
  await expect(table.getByRole('columnheader', { name: 'Moduuli' })).toBeAttached();
  const row = table.getByRole('row', { name: /^Oppija .*Kurssiesittely/ });
  const state = row.getByRole('cell', { name: 'ei vielä' });
  await state.scrollIntoViewIfNeeded();
  const { left, right, label } = await state.evaluate((cell) => {
    const { left, right } = cell.getBoundingClientRect();
    return { left, right, label: getComputedStyle(cell, '::before').content };
  });
  expect(label).toBe('"Tila"');
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(360);
});

readingTest('paper gets the text, and nothing to press', async ({ page, course }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(`/fi/${introduction}/${moduleOf(course).sections[0]!.id}/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const part of await page.locator('header.site-header, oppi-stepper, .pager, button[type="submit"]').all()) {
    await expect(part).toBeHidden();
  }
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
});
