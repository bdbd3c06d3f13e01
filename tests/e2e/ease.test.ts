import { expectAccessible, expectReflow } from './accessible.ts';
import { answer, expect, moduleOf, readingTest, signIn, test } from './site.ts';

const reflecting = '/fi/tyokyvyn-tuki-asiakastyossa/kertaa-ja-kokeile/';

test('what a learner writes to think stays in the browser, for that learner alone, and leaves it in no request', async ({
  page,
  course,
}) => {
  const secret = 'salainen mietteeni 4711';
  const bodies: string[] = [];
  page.context().on('request', (request) => bodies.push(`${request.url()} ${request.postData() ?? ''}`));
  await signIn(page, 'learner', reflecting);
  await expect(page.getByText('tallennettu ✓').filter({ visible: true })).toBeVisible();
  const field = page.getByRole('textbox', { name: /Kenen sivulause jäi mieleesi/ });
  await field.fill(secret);
  await expect(page.getByText('Tallessa tässä selaimessa.')).toBeVisible();
  const module = moduleOf(course, 'tyokyvyn-tuki-asiakastyossa');
  await answer(page, course, module.sections.at(-1)!.questions[0]!, true);
  await page.reload();
  await expect(field).toHaveValue(secret);
  await page.goto('/fi/tyokyvyn-tuki-asiakastyossa/print/');
  await expect(field).toHaveValue(secret);
  await signIn(page, 'learner2', reflecting);
  await expect(page.getByText('tallennettu ✓').filter({ visible: true })).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue('');
  expect(bodies.some((body) => body.includes('/api/answers'))).toBe(true);
  expect(bodies.filter((body) => body.includes('4711') || body.includes(encodeURIComponent(secret)))).toEqual([]);
});

readingTest(
  'the time at hand finds the sections that fit, by keyboard, and those done are left out',
  async ({ page }) => {
    await page.goto('/fi/');
    const five = page.getByRole('button', { name: '5 min', exact: true });
    await five.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('oppi-time-fit li:visible a')).toHaveText(['Tervetuloa kurssille']);
    await expect(page.getByRole('status').filter({ hasText: 'Tämän ehdit 5 minuutissa' })).toBeVisible();
    await page.getByRole('button', { name: '25 min' }).click();
    await expect(page.locator('oppi-time-fit li:visible')).toHaveCount(4);
    await expectAccessible(page, 'what fits in 25 minutes');
    await page.setViewportSize({ width: 320, height: 700 });
    await expectReflow(page, 'what fits, on a phone');
  },
);

readingTest('a module prints as one page with every word of its videos and pictures', async ({ page }) => {
  await page.goto('/fi/asiakkaana-tasmatyokykyinen-henkilo/');
  await page.getByRole('link', { name: 'Tulosta koko moduuli' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Asiakkaana täsmätyökykyinen henkilö');
  await expect(page.locator('main section.section')).toHaveCount(6);
  await expectAccessible(page, 'a module to be printed');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await page.locator('main details:not([open])').count()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.locator('video').first()).toBeHidden();
});

readingTest('a term’s entry leads back to the sections that use it', async ({ page }) => {
  await page.goto('/fi/glossary/#omatiimi');
  const entry = page.locator('.entry', { has: page.locator('#omatiimi') });
  await entry.getByRole('link', { name: 'Verkosto ja lupa kertoa' }).click();
  await expect(page).toHaveURL(/verkosto-ja-lupa/);
});

readingTest('a mistake on a page is told to the organisation’s mailbox, the page named', async ({ page }) => {
  await page.goto('/fi/kurssiesittely/tervetuloa/');
  const href = await page.getByRole('link', { name: 'Ilmoita virheestä tällä sivulla' }).getAttribute('href');
  expect(href).toMatch(/^mailto:oppihetki@example\.org\?subject=/);
  expect(decodeURIComponent(href!)).toContain('/fi/kurssiesittely/tervetuloa/');
});

readingTest('without JavaScript a module is read and led through, and prints', async ({ browser, server }) => {
  const page = await (await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false })).newPage();
  await page.goto(reflecting);
  await expect(page.getByText('Kenen sivulause jäi mieleesi?')).toBeVisible();
  await expect(page.locator('textarea')).toBeHidden();
  await page.goto('/fi/tyokyvyn-tuki-asiakastyossa/print/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.context().close();
});
