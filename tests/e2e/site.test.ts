import { scriptsBegun } from './begun.ts';
import { answer, expect, introduction, moduleOf, readingTest, signIn, test } from './site.ts';

test('no page asks another host for anything, logs an error or breaks its content policy', async ({
  page,
  server,
  course,
}) => {
  const hosts = new Set<string>();
  const complaints: string[] = [];
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const sections = moduleOf(course).sections;
  const paths = [
    '/',
    '/fi/',
    '/fi/glossary/',
    '/fi/sources/',
    ...sections.map(({ id }) => `/fi/${introduction}/${id}/`),
  ];
  for (const path of paths) {
    await page.goto(path);
    await scriptsBegun(page);
    await page.waitForLoadState('networkidle');
  }
  await signIn(page, 'learner', `/fi/${introduction}/${sections[0]!.id}/`);
  await answer(page, course, sections[0]!.questions[0]!, true);
  await page.goto('/fi/my/');
  await page.waitForLoadState('networkidle');
  expect([...hosts]).toEqual([server.origin]);
  expect(complaints).toEqual([]);
});

readingTest('the language switch keeps the place', async ({ page, course }) => {
  const section = moduleOf(course).sections[1]!;
  await page.goto(`/fi/${introduction}/${section.id}/`);
  await page.getByRole('link', { name: 'På svenska' }).click();
  await expect(page).toHaveURL(new RegExp(`/sv/${introduction}/${section.id}/$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'fi');
  await page.getByRole('link', { name: 'In English' }).click();
  await expect(page).toHaveURL(new RegExp(`/en/${introduction}/${section.id}/$`));
});

readingTest('the front page answers in the language the browser prefers', async ({ browser, server }) => {
  for (const [locale, lang] of [
    ['sv-FI', 'sv'],
    ['en-GB', 'en'],
    ['de-DE', 'fi'],
  ] as const) {
    const context = await browser.newContext({ baseURL: server.origin, locale });
    const page = await context.newPage();
    await page.goto('/');
    await expect(page).toHaveURL(new RegExp(`/${lang}/$`));
    await context.close();
  }
});

readingTest('without JavaScript the course can be read and walked through', async ({ browser, server, course }) => {
  const context = await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false, locale: 'fi-FI' });
  const page = await context.newPage();
  await page.goto('/fi/');
  await page
    .getByRole('link', { name: /^Aloita/ })
    .first()
    .click();
  for (const section of moduleOf(course).sections.slice(1)) {
    await page.locator('oppi-pager a[data-onward]').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(section.title);
  }
  await expect(page.locator('noscript p').first()).toBeVisible();
  await context.close();
});

readingTest('what is not there says so in the language of the address, with a way on', async ({ page }) => {
  for (const [lang, words] of [
    ['fi', 'Sivua ei löytynyt'],
    ['sv', 'hittades inte'],
    ['en', 'not found'],
  ] as const) {
    const response = await page.goto(`/${lang}/${introduction}/no-such-section/`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(words);
    await expect(page.locator('main').getByRole('link').first()).toHaveAttribute('href', `/${lang}/`);
  }
});

test('a page for another role is refused, and says what to do', async ({ page }) => {
  for (const persona of ['learner', 'coordinator']) {
    await signIn(page, persona);
    const response = await page.goto('/fi/reports/');
    expect(response?.status()).toBe(403);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('oikeutta');
    await expect(page.getByRole('link', { name: 'Suoritukset' })).toHaveCount(0);
  }
  await signIn(page, 'manager');
  expect((await page.goto('/fi/authoring/'))?.status()).toBe(403);
});

readingTest('a personal page asks to sign in and comes back', async ({ page }) => {
  await page.goto('/sv/my/');
  await expect(page).toHaveURL(/\/sv\/sign-in\/\?returnTo=/);
  await page.locator('button[value="learner"]').click();
  await expect(page).toHaveURL(/\/sv\/my\/$/);
});

readingTest('whoever changes the language while signing in comes back in that language', async ({ page }) => {
  await page.goto(`/fi/sign-in/?returnTo=${encodeURIComponent(`/fi/${introduction}/#valmis`)}`);
  await page.getByRole('navigation', { name: 'Kieli' }).getByRole('link', { name: 'SV' }).click();
  await page.locator('button[value="learner"]').click();
  await expect(page).toHaveURL(new RegExp(`/sv/${introduction}/#valmis$`));
});

readingTest('signing out ends the session and tells the next page so', async ({ page }) => {
  await signIn(page, 'learner');
  await page.locator('summary', { hasText: 'Oppija' }).click();
  await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: /Kirjaudu/ })).toBeVisible();
  await page.goto('/fi/my/');
  await expect(page).toHaveURL(/sign-in/);
});

test('the manager sees nobody of another unit', async ({ page }) => {
  await signIn(page, 'manager', '/fi/reports/');
  await expect(page.getByRole('row', { name: /^Oppija .*Kurssiesittely/ })).toHaveCount(1);
  await expect(page.getByText('Oppija 2')).toHaveCount(0);
});
