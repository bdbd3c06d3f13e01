import type { Page } from '@playwright/test';
import { type RunningServer, startServer } from '../support/runningServer.ts';
import { answer, expect, formOf, holdingTest, introduction, moduleOf, signIn, test } from './site.ts';

interface Recorded {
  readonly id: string;
  readonly actor: { readonly account: { readonly name: string } };
  readonly verb: { readonly id: string };
  readonly object: { readonly id: string };
  readonly result?: { readonly duration?: string };
}

/** What the store holds: the last part of verb and object, in the order it was stored. */
async function stored({ origin }: RunningServer): Promise<readonly string[]> {
  const statements = await storedStatements(origin);
  return statements.map(({ verb, object }) => `${verb.id.split('/').at(-1)} ${object.id.split('/').at(-1)}`).reverse();
}

async function storedStatements(origin: string): Promise<readonly Recorded[]> {
  const authorization = `Basic ${Buffer.from('tool:secret').toString('base64')}`;
  const headers = { authorization, 'x-experience-api-version': '2.0.0' };
  const response = await fetch(`${origin}/xapi/statements`, { headers });
  return ((await response.json()) as { statements: Recorded[] }).statements;
}

const saved = (page: Page) => page.getByText('tallennettu ✓').filter({ visible: true });
const waits = (page: Page) => page.getByText('odottaa yhteyttä').filter({ visible: true });

/** Chooses the first choice of a question and presses the button; what follows is the test's to see. */
async function submitFirst(page: Page, question: string): Promise<void> {
  const form = formOf(page, question);
  await form.locator('input').first().check();
  await form.locator('button[type="submit"]').click();
}

holdingTest(
  'while the server is away, learning goes on; what waited arrives once, in its order, and its feedback by itself',
  async ({ page, server, course }) => {
    const { sections } = moduleOf(course);
    const [first, second] = sections;
    const id = first!.questions[0]!;
    const name = id.split('/')[1]!;
    await signIn(page, 'learner', `/fi/${introduction}/${first!.id}/`);
    await expect(saved(page)).toBeVisible();

    await page.route(/\/(?:api|xapi)\//, (route) => route.abort());
    await submitFirst(page, id);
    const waiting = formOf(page, id).getByText('Vastauksesi on tallessa tällä laitteella').first();
    await expect(waiting).toBeFocused();
    await expect(waits(page)).toBeVisible();
    await page.locator('oppi-pager a[data-onward]').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(second!.title);
    await expect(waits(page)).toBeVisible();
    await expect(page.locator(`li[data-section="${first!.id}"].done`)).toHaveCount(1);
    await page.goBack();
    await expect(formOf(page, id).getByText('Vastauksesi on tallessa').first()).toBeVisible();
    await expect(formOf(page, id).locator('input').first()).toBeChecked();
    expect(await stored(server)).toEqual([]);

    await page.unroute(/\/(?:api|xapi)\//);
    await expect(formOf(page, id).locator('.explanation:visible').first()).toBeVisible({ timeout: 30_000 });
    await expect(saved(page)).toBeVisible();
    expect(await stored(server)).toEqual([`answered ${name}`, `experienced ${first!.id}`]);
    const took = (await storedStatements(server.origin)).at(-1)?.result?.duration;
    expect(took, 'how long the question was in sight').toMatch(/^PT\d+(?:\.\d+)?S$/);
  },
);

holdingTest(
  'a tab closed before the answer arrived loses nothing: the next page sends it',
  async ({ page, server, course }) => {
    const [first, second] = moduleOf(course).sections;
    const id = first!.questions[0]!;
    await signIn(page, 'learner', `/fi/${introduction}/${first!.id}/`);
    await expect(saved(page)).toBeVisible();
    await page.route('**/api/answers', () => undefined);
    await submitFirst(page, id);
    await expect(formOf(page, id).locator('button[type="submit"]')).toHaveText('Tarkistetaan…');
    const other = await page.context().newPage();
    await page.close();
    await other.goto(`/fi/${introduction}/${second!.id}/`);
    await expect(saved(other)).toBeVisible();
    expect(await stored(server)).toEqual([`answered ${id.split('/')[1]}`]);
  },
);

test('when the session has ended, an answer waits for its own person to sign in', async ({ page, server, course }) => {
  const [first] = moduleOf(course).sections;
  const id = first!.questions[0]!;
  await signIn(page, 'learner', `/fi/${introduction}/${first!.id}/`);
  await expect(saved(page)).toBeVisible();
  await page.context().clearCookies({ name: 'oppihetki-session' });
  await submitFirst(page, id);
  const link = formOf(page, id).getByRole('link', { name: 'Kirjaudu ja tarkista vastaus' });
  await expect(link).toBeFocused();
  await expect(page.getByText('odottaa kirjautumista').filter({ visible: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText('odottaa kirjautumista').filter({ visible: true })).toBeVisible();
  expect(await stored(server)).toEqual([]);

  await signIn(page, 'learner2', `/fi/${introduction}/${first!.id}/`);
  await expect(saved(page)).toBeVisible();
  expect(await stored(server)).toEqual([]);
  await signIn(page, 'learner', `/fi/${introduction}/${first!.id}/`);
  await expect(formOf(page, id).locator('.explanation:visible').first()).toBeVisible();
  expect(await stored(server)).toEqual([`answered ${id.split('/')[1]}`]);
});

test('a tab that still shows one person records nothing in the session of another', async ({
  page,
  server,
  course,
}) => {
  const [first] = moduleOf(course).sections;
  const id = first!.questions[0]!;
  await signIn(page, 'learner', `/fi/${introduction}/${first!.id}/`);
  await expect(saved(page)).toBeVisible();
  const other = await page.context().newPage();
  await signIn(other, 'learner2', '/fi/');
  await submitFirst(page, id);
  await expect(formOf(page, id).getByRole('link', { name: 'Kirjaudu ja tarkista vastaus' })).toBeVisible();
  expect(await stored(server)).toEqual([]);
  await signIn(other, 'learner', `/fi/${introduction}/${first!.id}/`);
  await expect(formOf(other, id).locator('.explanation:visible').first()).toBeVisible();
  await expect(formOf(page, id).locator('.explanation:visible').first()).toBeVisible();
  const accounts = new Set((await storedStatements(server.origin)).map(({ actor }) => actor.account.name));
  expect(accounts.size).toBe(1);
});

holdingTest('two tabs send each thing once', async ({ page, server, course }) => {
  const [first, second] = moduleOf(course).sections;
  await signIn(page, 'learner', `/fi/${introduction}/${first!.id}/`);
  const other = await page.context().newPage();
  await other.goto(`/fi/${introduction}/${second!.id}/`);
  await expect(saved(page)).toBeVisible();
  await expect(saved(other)).toBeVisible();
  for (const tab of [page, other]) await tab.route(/\/(?:api|xapi)\//, (route) => route.abort());
  await submitFirst(page, first!.questions[0]!);
  await submitFirst(other, second!.questions[0]!);
  await expect(formOf(other, second!.questions[0]!).getByText('Vastauksesi on tallessa').first()).toBeVisible();
  for (const tab of [page, other]) await tab.unroute(/\/(?:api|xapi)\//);
  await expect(formOf(page, first!.questions[0]!).locator('.explanation:visible').first()).toBeVisible({
    timeout: 30_000,
  });
  await expect(formOf(other, second!.questions[0]!).locator('.explanation:visible').first()).toBeVisible();
  const name = (question: string) => `answered ${question.split('/')[1]}`;
  expect(await stored(server)).toEqual([name(first!.questions[0]!), name(second!.questions[0]!)]);
});

holdingTest('signing out sends what is left, or says how much is unsent and asks', async ({ page, server, course }) => {
  const [first] = moduleOf(course).sections;
  const id = first!.questions[0]!;
  await signIn(page, 'learner', `/fi/${introduction}/${first!.id}/`);
  await expect(saved(page)).toBeVisible();
  await page.route('**/api/answers', (route) => route.abort());
  await submitFirst(page, id);
  await expect(waits(page)).toBeVisible();
  const signOut = async () => {
    await page.locator('oppi-account summary').click();
    await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
  };
  await signOut();
  const dialog = page.getByRole('dialog', { name: 'Kaikkea ei ole vielä lähetetty' });
  await expect(dialog).toContainText('Lähettämättä: 1.');
  await expect(dialog.getByRole('heading')).toBeFocused();
  await dialog.getByRole('button', { name: 'Peruuta' }).click();
  await expect(dialog).toBeHidden();
  await page.unroute('**/api/answers');
  await page.locator('oppi-account summary').press('Escape');
  await signOut();
  await expect(page.getByRole('link', { name: 'Kirjaudu sisään' }).first()).toBeVisible();
  expect(await stored(server)).toEqual([`answered ${id.split('/')[1]}`]);
  expect(await page.evaluate(() => localStorage.getItem('oppihetki-progress'))).toBeNull();
});

test('whoever signs out with something unsent is told so, and leaves nothing in the browser', async ({
  page,
  server,
  course,
}) => {
  const [first] = moduleOf(course).sections;
  const id = first!.questions[0]!;
  await signIn(page, 'learner', `/fi/${introduction}/${first!.id}/`);
  await expect(saved(page)).toBeVisible();
  await page.evaluate(() => localStorage.setItem('oppihetki-reflection:somebody:thought', 'Kirjoitin tämän.'));
  const kept = () =>
    page.evaluate(async (path) => Boolean(await caches.match(path)), `/fi/${introduction}/${first!.id}/`);
  await expect.poll(kept, { timeout: 20_000 }).toBe(true);
  await page.route('**/api/answers', (route) => route.abort());
  await submitFirst(page, id);
  await expect(waits(page)).toBeVisible();
  await page.locator('oppi-account summary').click();
  await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kirjaudu ulos ja poista ne' }).click();
  await expect(page.getByRole('link', { name: 'Kirjaudu sisään' }).first()).toBeVisible();
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => /progress|reflection|leaving/.test(key))),
  ).toEqual([]);
  expect(await kept()).toBe(false);
  await page.unroute('**/api/answers');
  await signIn(page, 'learner', `/fi/${introduction}/${first!.id}/`);
  await expect(saved(page)).toBeVisible();
  expect(await stored(server)).toEqual([]);
});

test('a server killed and started again under way loses and doubles nothing', async ({ page, server, course }) => {
  test.setTimeout(90_000);
  const module = moduleOf(course);
  await signIn(page, 'learner', `/fi/${introduction}/${module.sections[0]!.id}/`);
  let running = server;
  for (const [index, section] of module.sections.entries()) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(section.title);
    for (const id of section.questions) await answer(page, course, id, true);
    await expect(saved(page)).toBeVisible();
    if (index % 2 === 0) {
      await running.stop('SIGKILL');
      const options = { dataDir: server.dataDir, port: Number(new URL(server.origin).port) };
      running = await startServer({ ...options, env: { XAPI_CLIENTS: 'tool:secret:all/read' } });
    }
    await page.locator('oppi-pager a[data-onward]').click();
  }
  await expect(page.locator('#valmis [data-part="completed"]')).toBeVisible();
  const expected = module.sections.flatMap(({ id, questions }) => [
    ...questions.map((question) => `answered ${question.split('/')[1]}`),
    `experienced ${id}`,
  ]);
  expect(await stored(running)).toEqual([...expected, `completed ${introduction}`]);
  await running.stop();
});
