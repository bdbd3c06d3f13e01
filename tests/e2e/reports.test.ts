import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import { type RunningServer, startServer } from '../support/runningServer.ts';
import { seedReports } from '../support/seedReports.ts';
import { expectAccessible, expectReflow } from './accessible.ts';
import { enter, expect, signIn, test as base } from './site.ts';

/** The product on the records of 60 people in the manager's units. One serves these tests, which all only read reports. */
const test = base.extend<object, { reportServer: RunningServer }>({
  reportServer: [
    async ({}, use) => {
      const built = join(import.meta.dirname, '../../dist/server/course.json');
      const { course } = JSON.parse(await readFile(built, 'utf8')) as CourseArtefact;
      const modules = course.modules.filter(({ announced, draft }) => !announced && !draft);
      const { dataDir } = await seedReports('http://seeded.example', modules, 60);
      const server = await startServer({ dataDir });
      await use(server);
      await server.dispose();
    },
    { scope: 'worker' },
  ],
  server: async ({ reportServer }, use) => use(reportServer),
});

test('from the overview two clicks lead to a person, and back to the same view', async ({ page }) => {
  await enter(page, 'manager', '/fi/reports/');
  await page.getByRole('region', { name: 'Yksiköittäin' }).getByRole('link', { name: 'Työkykyselvitys' }).click();
  await expect(page).toHaveURL(/\?unit=tyokykyselvitys$/);
  await expect(page.getByLabel('Yksikkö', { exact: true })).toHaveValue('tyokykyselvitys');
  const people = page.getByRole('region', { name: 'Henkilöittäin' });
  await expect(people.getByText('Kuntouttava työtoiminta')).toHaveCount(0);
  await people.getByRole('link', { name: 'Henkilö 002' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Henkilö 002');
  const modules = page.getByRole('region', { name: 'Moduulit' });
  await expect(modules.getByRole('columnheader')).toHaveText(['Moduuli', 'Tila', 'Suoritettu', 'Versio']);
  await expect(modules.getByRole('row', { name: /suorittanut \d+\.\d+\.2026 \d+$/ })).toHaveCount(1);
  await expectAccessible(page, 'a person');
  await page.getByRole('link', { name: 'Takaisin suorituksiin' }).click();
  await expect(page).toHaveURL(/\?unit=tyokykyselvitys$/);
});

test('a person whose name was forgotten has a page all the same', async ({ page }) => {
  await enter(page, 'manager', '/fi/reports/');
  await page.goto('/fi/reports/?unit=tyokykyselvitys');
  await page.getByRole('link', { name: 'Nimi poistettu' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nimi poistettu');
});

test('filters work by keyboard, without JavaScript, and their address shows the same view again', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ baseURL: server.origin, locale: 'fi-FI', javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, 'manager', '/fi/reports/');
  await page.getByLabel('Yksikkö', { exact: true }).focus();
  await page.keyboard.type('Työkyky');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.getByLabel('Suoritettu aikaisintaan').fill('2026-02-01');
  await page.getByLabel('Suoritettu aikaisintaan').press('Enter');
  await page.waitForURL(/unit=tyokykyselvitys/);
  const tiles = await page.locator('dl.tiles').innerText();
  const rows = await page.getByRole('region', { name: 'Henkilöittäin' }).innerText();
  const address = page.url();
  expect(new URL(address).searchParams.get('from')).toBe('2026-02-01');
  await page.goto('/fi/reports/');
  expect(await page.locator('dl.tiles').innerText()).not.toBe(tiles);
  await page.goto(address);
  expect(await page.locator('dl.tiles').innerText()).toBe(tiles);
  expect(await page.getByRole('region', { name: 'Henkilöittäin' }).innerText()).toBe(rows);
  await expect(page.getByLabel('Suoritettu aikaisintaan')).toHaveValue('2026-02-01');
  await page.getByRole('link', { name: 'SV', exact: false }).first().click();
  await expect(page).toHaveURL(new RegExp(`/sv/reports/\\?unit=tyokykyselvitys.*from=2026-02-01`));
  await context.close();
});

test('a saved address asks to sign in and comes back to the same view', async ({ page }) => {
  await page.goto('/fi/reports/?unit=nuoret&sort=-completed');
  await page.locator('button[value="manager"]').click();
  await expect(page).toHaveURL(/\/fi\/reports\/\?unit=nuoret&sort=-completed$/);
  await expect(page.getByRole('navigation', { name: 'Yksikön paikka' })).toContainText('Kuntouttava työtoiminta');
});

test('a column heading sorts, says so, and sorts the other way', async ({ page }) => {
  await enter(page, 'manager', '/fi/reports/');
  const people = page.getByRole('region', { name: 'Henkilöittäin' });
  const heading = people.getByRole('columnheader', { name: /^Nimi/ });
  const names = () => people.locator('tbody th').allInnerTexts();
  await expect(heading).not.toHaveAttribute('aria-sort');
  await heading.getByRole('link').click();
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  expect((await names())[0]).toBe('Nimi poistettu');
  await heading.getByRole('link').click();
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  expect((await names())[0]).toBe('Oppija');
  const units = page.getByRole('region', { name: 'Yksiköittäin' });
  await units
    .getByRole('columnheader', { name: /^Henkilöitä/ })
    .getByRole('link')
    .click();
  await expect(units.locator('tbody th').first()).toHaveText('Kuntouttava työtoiminta');
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
});

test('who has not yet is a click away, a page at a time', async ({ page }) => {
  await enter(page, 'manager', '/fi/reports/');
  const people = page.getByRole('region', { name: 'Henkilöittäin' });
  await expect(people.locator('tbody tr')).toHaveCount(100);
  await expect(page.getByText(/^Rivit 1–100 \/ \d+$/)).toBeVisible();
  await page.getByRole('navigation', { name: 'Sivut' }).getByRole('link', { name: 'Seuraava sivu' }).click();
  await expect(page.getByRole('navigation', { name: 'Sivut' }).locator('[aria-current]')).toHaveText('2');
  await page.getByRole('link', { name: /^Ei vielä \(/ }).click();
  await expect(page).toHaveURL(/\?state=not-completed#by-person$/);
  await expect(people.getByText('suorittanut', { exact: true })).toHaveCount(0);
  expect(await people.getByText('ei vielä', { exact: true }).count()).toBeGreaterThan(50);
});

test('the chart and its table say the same', async ({ page }) => {
  await enter(page, 'manager', '/fi/reports/');
  const total = Number((await page.locator('dl.tiles dd').nth(1).innerText()).split(' /')[0]);
  await page.getByText('Samat luvut taulukkona').click();
  const counts = await page
    .getByRole('region', { name: 'Samat luvut taulukkona' })
    .locator('tbody td:nth-child(2)')
    .allInnerTexts();
  expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(total);
  const chart = page.getByRole('img', { name: 'Suoritukset ajan mukaan' });
  await expect(chart).toBeVisible();
  expect(await chart.locator('rect').count()).toBe(counts.length);
});

test('a filter that makes no sense is named in the page’s language, and the others are kept', async ({ page }) => {
  await enter(page, 'manager', '/fi/reports/');
  const response = await page.goto('/fi/reports/?unit=nowhere&from=tammikuu&module=kurssiesittely');
  expect(response?.status()).toBe(400);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Yksikköä ”nowhere” ei ole yksiköidesi joukossa');
  await expect(alert).toContainText('Suoritettu aikaisintaan: ”tammikuu” ei ole päivä');
  await expect(page.getByLabel('Moduuli', { exact: true })).toHaveValue('kurssiesittely');
  await expect(page.getByLabel('Yksikkö', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Henkilö 002')).toHaveCount(0);
  await expectAccessible(page, 'a filter that makes no sense');
  for (const [path, status, words] of [
    ['/sv/reports/?version=x', 400, 'heltal'],
    ['/en/reports/?score=100', 400, 'not known'],
    ['/fi/reports/?person=30000000-0000-4000-8000-000000000000', 404, 'ei löydy yksiköistäsi'],
  ] as const) {
    expect((await page.goto(path))?.status(), path).toBe(status);
    await expect(page.locator('main')).toContainText(words);
  }
});

test('where nothing is completed yet, and where nobody is, the page says what to do', async ({ page }) => {
  await enter(page, 'manager', '/fi/reports/');
  await page.goto('/fi/reports/?to=2020-01-01');
  await expect(page.getByText('ei ole vielä yhtään suoritusta')).toBeVisible();
  await expectAccessible(page, 'nothing completed');
  await page.goto('/fi/reports/?to=2020-01-01&state=completed');
  await expect(page.getByText('Kukaan ei ole vielä suorittanut')).toBeVisible();
});

test('the present view downloads in each format', async ({ page }) => {
  await enter(page, 'manager', '/fi/reports/');
  await page.goto('/fi/reports/?unit=nuoret&module=kurssiesittely&page=1&sort=name');
  for (const [name, file] of [
    ['Excel (XLSX)', /^suoritukset-\d{4}-\d\d-\d\d\.xlsx$/],
    ['CSV', /^suoritukset-.*\.csv$/],
    ['JSON', /^suoritukset-.*\.json$/],
    ['Suoritusmerkinnät (xAPI)', /^suoritusmerkinnat-.*\.json$/],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(file);
    expect(new URL(download.url()).search).toBe('?unit=nuoret&module=kurssiesittely');
    if (name !== 'CSV') continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n')).toHaveLength(1 + 20);
  }
});

test('the report is free of axe violations at 1280 and 320 px', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await enter(page, 'manager', '/fi/reports/');
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of [
      '/fi/reports/?unit=kuntouttava&sort=-completed',
      '/sv/reports/?from=2026-03-01&to=2026-04-15',
    ]) {
      await page.goto(path);
      await page.locator('.over-time summary').click();
      await expectAccessible(page, `${path} at ${width}`);
      await expectReflow(page, `${path} at ${width}`);
    }
  }
});

test('on paper the report has its numbers and nothing to press', async ({ page }) => {
  await enter(page, 'manager', '/fi/reports/');
  await page.goto('/fi/reports/?unit=nuoret&from=2026-02-01');
  await expect(page.locator('.printed-filters')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.printed-filters')).toContainText(/Tilanne.*Yksikkö\s*Nuorten palvelut.*1\.2\.2026/s);
  await expect(page.getByRole('region', { name: 'Yksiköittäin' })).toBeVisible();
  for (const part of await page.locator('form, .downloads, .states, .pagination nav').all())
    await expect(part).toBeHidden();
});
