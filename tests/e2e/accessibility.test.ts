import type { CourseArtefact } from '../../src/course/artefact.ts';
import { expectAccessible, expectReflow } from './accessible.ts';
import { answer, expect, formOf, introduction, moduleOf, questionOf, signIn, test } from './site.ts';

/** Every page of the other modules too: their pictures, videos and questions. */
const modulePages = (course: CourseArtefact) =>
  course.course.modules
    .filter(({ id, announced }) => id !== introduction && !announced)
    .flatMap(({ id, sections }) => [`/${id}/`, ...sections.map((section) => `/${id}/${section.id}/`)]);

const staticPages = (sections: readonly { id: string }[]) => [
  '/',
  `/${introduction}/`,
  ...sections.map(({ id }) => `/${introduction}/${id}/`),
  '/glossary/',
  '/search/',
  '/sources/',
  '/accessibility/',
  '/privacy/',
  '/offline/',
  '/sign-in/',
  '/no-such-page/',
];

/** Every page in Finnish in both colour schemes, and each kind of page in the other languages. */
const tours = [
  ['fi', 'light'],
  ['fi', 'dark'],
  ['sv', 'light'],
  ['en', 'light'],
] as const;

for (const [lang, colorScheme] of tours) {
  test(`every page is free of axe violations in ${colorScheme} colours, in ${lang}`, async ({ page, course }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { sections } = moduleOf(course);
    const pages =
      lang === 'fi' ? [...staticPages(sections), ...modulePages(course)] : staticPages(sections.slice(0, 1));
    for (const path of pages) {
      await page.goto(`/${lang}${path}`);
      await expectAccessible(page, `/${lang}${path}`);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    }
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`personal pages are free of axe violations in ${colorScheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const persona of ['learner', 'coordinator', 'manager']) {
      await signIn(page, persona);
      for (const path of ['/fi/', '/fi/my/', '/sv/reports/', '/fi/reports/', '/en/authoring/', '/fi/authoring/']) {
        await page.goto(path);
        await expectAccessible(page, `${persona} at ${path}`);
      }
    }
  });

  test(`every state of a question is free of axe violations in ${colorScheme} colours`, async ({ page, course }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const sections = moduleOf(course).sections;
    for (const type of ['single', 'multiple'] as const) {
      const section = sections.find(({ questions }) => questions.some((id) => questionOf(course, id).type === type))!;
      const id = section.questions.find((one) => questionOf(course, one).type === type)!;
      const form = formOf(page, id);
      await page.context().clearCookies();
      await page.goto(`/fi/${introduction}/${section.id}/`);
      await form.locator('button[type="submit"]').click();
      await expectAccessible(page, `${type}: nothing chosen`);
      await form.locator('input').first().check({ force: true });
      await form.locator('button[type="submit"]').click();
      await form.getByRole('link', { name: 'Kirjaudu ja tarkista vastaus' }).waitFor();
      await expectAccessible(page, `${type}: signed out`);
      await page.evaluate(() => sessionStorage.clear());
      await signIn(page, 'learner', `/fi/${introduction}/${section.id}/`);
      await answer(page, course, id, false);
      await expectAccessible(page, `${type}: wrong`);
      await page.reload();
      await expect(form).toContainText('Vastattu aiemmin');
      await expectAccessible(page, `${type}: answered earlier`);
      await form.getByRole('button', { name: 'Yritä uudelleen' }).click();
      await answer(page, course, id, true);
      await expectAccessible(page, `${type}: right`);
      await page.route('**/api/answers', (route) => route.abort());
      await form.getByRole('button', { name: 'Vastaa uudelleen' }).click();
      await form.locator('input').first().check({ force: true });
      await form.locator('button[type="submit"]').click();
      await expect(form.getByText('Vastauksesi on tallessa').first()).toBeVisible();
      await expectAccessible(page, `${type}: not sent`);
      await page.unroute('**/api/answers');
    }
  });
}

test('a term opens its explanation by mouse and by keyboard, without axe violations', async ({ page, course }) => {
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
});

test('every page fits a window 320 px wide, which is 1280 px at 400 %', async ({ page, course }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, 'manager');
  const personal = ['/my/', '/reports/', '/authoring/'];
  for (const path of [...staticPages(moduleOf(course).sections), ...modulePages(course), ...personal]) {
    await page.goto(`/fi${path}`);
    await expectReflow(page, path);
  }
  await page.goto(`/fi/${introduction}/palvelut-asiakkaan-ymparilla/`);
  await expectAccessible(page, 'a section on a phone');
});

test('text at twice its size loses nothing', async ({ page, course }) => {
  await page.setViewportSize({ width: 640, height: 450 });
  for (const path of [...staticPages(moduleOf(course).sections), ...modulePages(course)]) {
    await page.goto(`/fi${path}`);
    await expectReflow(page, path);
  }
});

test('targets are at least 24 px, and focus is always visible', async ({ page, course }) => {
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
  await signIn(page, 'manager', '/fi/reports/');
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

test('paper gets the text, and nothing to press', async ({ page, course }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(`/fi/${introduction}/${moduleOf(course).sections[0]!.id}/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const part of await page.locator('header.site-header, oppi-stepper, .pager, button[type="submit"]').all()) {
    await expect(part).toBeHidden();
  }
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
});
