import type { Page } from '@playwright/test';
import { expectAccessible, expectToFit } from './accessible.ts';
import { scriptsBegun } from './begun.ts';
import { expect, readingTest as test } from './site.ts';

const status = (page: Page) => page.locator('oppi-search [role="status"]');
const results = (page: Page) => page.getByRole('list', { name: 'Hakutulokset' });

test('a word is looked for by keyboard from any page, the index loads then only, and the place opens', async ({
  page,
}) => {
  const ofIndex: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/pagefind/')) ofIndex.push(pathname);
  });
  await page.goto('/fi/');
  await page.getByRole('link', { name: 'Haku' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/fi/search/');
  await page.getByRole('searchbox', { name: 'Mitä etsit?' }).focus();
  await scriptsBegun(page);
  await page.waitForLoadState('networkidle');
  expect(ofIndex).toEqual([]);
  await page.keyboard.type('työkyky');
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(/^Löytyi \d+ kohtaa\.$/);
  await expect(page).toHaveURL(/\/fi\/search\/\?q=ty/);
  expect(ofIndex).toContain('/pagefind/pagefind.js');
  await expect(page).toHaveTitle('Haku: työkyky · Oppihetki');
  await expect(page.locator('mark', { hasText: /^työkyvyn$/i }).first()).toBeVisible();
  const first = results(page).getByRole('listitem').first();
  await expect(first).toContainText(/ · \d+ min/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const place = first.locator('.place a').first();
  await expect(place).toBeFocused();
  const title = await place.textContent();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: title!, exact: true })).toBeInViewport();
});

test('an address with a query searches, and back and forward go from search to search', async ({ page }) => {
  await page.goto('/fi/search/?q=tauko');
  await expect(page.locator('mark')).toHaveText('tauon');
  await page.getByRole('searchbox').fill('xyzzy');
  await page.getByRole('button', { name: 'Hae' }).click();
  await expect(status(page)).toHaveText('Haulla ”xyzzy” ei löytynyt mitään.');
  await expect(page.getByText('Kokeile yhtä sanaa')).toBeVisible();
  await expect(page.locator('oppi-search').getByRole('link', { name: 'Sanasto' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('tauko');
  await expect(status(page)).toHaveText('Löytyi 1 kohta.');
  await page.goForward();
  await expect(page.getByRole('searchbox')).toHaveValue('xyzzy');
  await expect(status(page)).toContainText('ei löytynyt');
});

test('a hit opens at its place: the video waits at the sentence without playing, the glossary shows the term', async ({
  page,
}) => {
  await page.goto('/fi/search/?q=lomakkeet');
  const place = page.getByRole('link', { name: /^Video \d+:\d\d$/ }).first();
  const said = await page.locator('.place', { has: place }).locator('p').first().textContent();
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec((await place.textContent())!)!;
  await place.click();
  const sentence = page.locator('.sentence:target');
  await expect(sentence).toBeInViewport();
  await expect(sentence).toBeFocused();
  await expect(sentence).toHaveText(said!);
  const video = page.locator('video');
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => Math.floor(element.currentTime)))
    .toBe(60 * Number(minutes) + Number(seconds));
  expect(await video.evaluate((element: HTMLVideoElement) => element.paused)).toBe(true);
  await page.goto('/fi/search/?q=kannustinloukut');
  await page.getByRole('link', { name: 'kannustinloukku', exact: true }).click();
  await expect(page).toHaveURL(/\/fi\/glossary\/#kannustinloukku$/);
  await expect(page.locator('dt:target')).toBeInViewport();
});

test('in Swedish and English the Finnish content is found, and marked as Finnish', async ({ page }) => {
  for (const lang of ['sv', 'en'] as const) {
    await page.goto(`/${lang}/search/?q=luvalla`);
    const first = page.locator('.results > li').first();
    await expect(first.locator('h2')).toHaveAttribute('lang', 'fi');
    await expect(first.locator('.place p').first()).toHaveAttribute('lang', 'fi');
    await expect(first.locator('h2 a')).toHaveAttribute('href', new RegExp(`^/${lang}/`));
    await expectAccessible(page, lang);
  }
  await page.getByRole('navigation', { name: 'Language' }).getByRole('link', { name: 'FI' }).click();
  await expect(page).toHaveURL(/\/fi\/search\/\?q=luvalla$/);
});

test('when the index does not load, the page says so and tries again', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/fi/search/?q=lupa');
  await expect(status(page)).toHaveText('Hakua ei voitu ladata. Tarkista yhteys ja yritä uudelleen.');
  await expectAccessible(page, 'failed');
  await page.unroute('**/pagefind/**');
  await page.route('**/*.pf_fragment', (route) => route.abort());
  await page.getByRole('button', { name: 'Yritä uudelleen' }).click();
  await expect(status(page)).toContainText('ei voitu ladata');
  await page.unroute('**/*.pf_fragment');
  await page.getByRole('button', { name: 'Yritä uudelleen' }).click();
  await expect(status(page)).toHaveText(/^Löytyi/);
});

test('without JavaScript the search page says so and leads on', async ({ browser, server }) => {
  const context = await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/fi/search/?q=lupa');
  await expect(page.locator('noscript p')).toContainText('Haku vaatii JavaScriptin.');
  await expect(page.getByRole('searchbox')).toBeHidden();
  await page.locator('oppi-search').getByRole('link', { name: 'Kurssiesittely' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kurssiesittely');
  await context.close();
});

test('every state of the search is free of axe violations and fits a phone, in light and dark', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const [query, words] of [
    ['', null],
    ['työkyky', /^Löytyi/],
    ['xyzzy', /ei löytynyt/],
  ] as const) {
    await page.goto(`/fi/search/?q=${query}`);
    if (words) await expect(status(page)).toHaveText(words);
    await expectAccessible(page, query);
    await expectToFit(page, query);
  }
});
