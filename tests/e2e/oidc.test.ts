import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import { demoAccounts } from '../../tools/oidc/demoAccounts.ts';
import { type LocalProvider, startLocalProvider } from '../../tools/oidc/localProvider.ts';
import { oidcEnvironment } from '../support/oidcEnvironment.ts';
import { freePort, type RunningServer, startServer } from '../support/runningServer.ts';
import { expectAccessible, expectReflow } from './accessible.ts';
import { answer, expect, formOf, introduction, moduleOf } from './site.ts';

/** The product beside a real provider, each in its own origin. */
const test = base.extend<{ provider: LocalProvider; server: RunningServer; course: CourseArtefact }>({
  provider: async ({}, use) => {
    const provider = await startLocalProvider({
      productOrigin: `http://127.0.0.1:${await freePort()}`,
      accounts: demoAccounts,
    });
    await use(provider);
    await provider.close();
  },
  server: async ({ provider }, use) => {
    const port = Number(new URL(provider.productOrigin).port);
    const env = { ...oidcEnvironment(provider), XAPI_CLIENTS: 'tool:secret:all/read' };
    const server = await startServer({ port, env });
    await use(server);
    await server.dispose();
  },
  baseURL: async ({ server }, use) => use(server.origin),
  course: async ({}, use) => {
    await use(JSON.parse(await readFile(join(import.meta.dirname, '../../dist/server/course.json'), 'utf8')) as never);
  },
});

const press = (page: Page) => page.getByRole('button', { name: 'Kirjaudu työtunnuksella' }).click();
const saved = (page: Page) => page.getByText('tallennettu ✓').filter({ visible: true });

async function answered({ origin }: RunningServer): Promise<number> {
  const authorization = `Basic ${btoa('tool:secret')}`;
  const headers = { authorization, 'x-experience-api-version': '2.0.0' };
  const verb = encodeURIComponent('http://adlnet.gov/expapi/verbs/answered');
  const response = await fetch(`${origin}/xapi/statements?verb=${verb}`, { headers });
  return ((await response.json()) as { statements: unknown[] }).statements.length;
}

test('one signs in at the provider, comes back to the same section, answers, and signs out at both ends', async ({
  page,
  server,
  provider,
  course,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const isOurs = message.location().url.startsWith(server.origin);
    if (message.type() === 'error' && isOurs) complaints.push(message.text());
  });
  const [first] = moduleOf(course).sections;
  const path = `/fi/${introduction}/${first!.id}/`;
  await page.goto(path);
  await page.getByRole('link', { name: 'Kirjaudu sisään' }).first().click();
  await press(page);
  await expect(page).toHaveURL(new RegExp(`^${provider.issuer}`));
  await page.getByRole('button', { name: 'Oppija', exact: true }).click();
  await expect(page).toHaveURL(`${server.origin}${path}`);
  await expect(saved(page)).toBeVisible();
  await answer(page, course, first!.questions[0]!, true);
  expect(await answered(server)).toBe(1);

  await page.locator('summary', { hasText: 'Oppija' }).click();
  await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
  await expect(page).toHaveURL(new RegExp(`^${provider.issuer}/session/end`));
  await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
  await expect(page).toHaveURL(`${server.origin}/fi/`);
  await expect(page.getByRole('link', { name: 'Kirjaudu sisään' }).first()).toBeVisible();
  await page.goto('/fi/sign-in/');
  await press(page);
  await expect(page.getByRole('button', { name: 'Oppija', exact: true })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('an answer given after the session has ended arrives once when the same person has signed in again', async ({
  page,
  server,
  course,
}) => {
  const [first] = moduleOf(course).sections;
  const id = first!.questions[0]!;
  await page.goto(`/fi/sign-in/?returnTo=/fi/${introduction}/${first!.id}/`);
  await press(page);
  await page.getByRole('button', { name: 'Oppija', exact: true }).click();
  await expect(saved(page)).toBeVisible();
  await page.context().clearCookies({ name: 'oppihetki-session' });
  await formOf(page, id).locator('input').first().check();
  await formOf(page, id).locator('button[type="submit"]').click();
  await formOf(page, id).getByRole('link', { name: 'Kirjaudu ja tarkista vastaus' }).click();
  expect(await answered(server)).toBe(0);
  await press(page);
  await expect(formOf(page, id).locator('.explanation:visible').first()).toBeVisible();
  await expect(saved(page)).toBeVisible();
  expect(await answered(server)).toBe(1);
});

test('what went wrong is told on the sign-in page, which is as accessible then as before', async ({
  page,
  server,
  provider,
}) => {
  await page.goto('/fi/sign-in/?returnTo=/fi/my/');
  await expectAccessible(page, 'usual');
  await press(page);
  await expect(page.getByRole('button', { name: 'Peruuta' })).toBeVisible();
  await page.goBack();
  await expect(page, 'the way back leads to no page that sends on').toHaveURL(/\/fi\/sign-in\/\?returnTo=/);
  await press(page);
  await page.getByRole('button', { name: 'Peruuta' }).click();
  await expect(page).toHaveURL(new RegExp(`^${server.origin}/fi/sign-in/`));
  const told = page.getByRole('alert');
  await expect(told).toContainText('Kirjautuminen keskeytyi');
  await expect(told).toContainText(/Virheen tunnus: [\da-f-]{36}/);
  await expect(page.locator('body')).not.toContainText('words of the provider');
  await expect(page).toHaveTitle(/Kirjautuminen keskeytyi/);
  await expectAccessible(page, 'cancelled');

  await page.setViewportSize({ width: 320, height: 640 });
  await provider.close();
  await page.goto('/sv/sign-in/?problem=unavailable&requestId=6d1f2c8a-3f5e-4b77-9d0a-2b1c3d4e5f60');
  await expect(page.getByRole('alert')).toContainText('Inloggningstjänsten kan inte nås');
  await expectAccessible(page, 'unavailable');
  await expectReflow(page, 'unavailable');
});

test('signs in without JavaScript too', async ({ browser, server }) => {
  const context = await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false, locale: 'fi-FI' });
  const page = await context.newPage();
  await page.goto('/fi/my/');
  await press(page);
  await page.getByRole('button', { name: 'Oppija', exact: true }).click();
  await expect(page).toHaveURL(`${server.origin}/fi/my/`);
  await context.close();
});
