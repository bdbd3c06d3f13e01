import type { Page } from '@playwright/test';
import { startServer } from '../support/runningServer.ts';
import type { RunningServer } from '../support/runningServer.ts';
import { expectAccessible } from './accessible.ts';
import { expect, formOf, introduction, moduleOf, readingTest, signIn, test } from './site.ts';

const env = { XAPI_CLIENTS: 'tool:secret:all/read' };

const again = ({ origin, dataDir }: RunningServer) => startServer({ dataDir, port: Number(new URL(origin).port), env });

/** Waits until the service worker keeps a path. */
async function kept(page: Page, path: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(async (wanted) => Boolean(await caches.match(wanted)), path), { timeout: 20_000 })
    .toBe(true);
}

async function stored(origin: string): Promise<readonly string[]> {
  const authorization = `Basic ${Buffer.from('tool:secret').toString('base64')}`;
  const headers = { authorization, 'x-experience-api-version': '2.0.0' };
  const response = await fetch(`${origin}/xapi/statements?ascending=true`, { headers });
  const { statements } = (await response.json()) as { statements: { verb: { id: string }; object: { id: string } }[] };
  return statements.map(({ verb, object }) => `${verb.id.split('/').at(-1)} ${object.id.split('/').at(-1)}`);
}

test('an opened module is taken to its end without a connection, and all of it arrives when there is one', async ({
  page,
  server,
  course,
}) => {
  test.setTimeout(120_000);
  const module = moduleOf(course);
  const [first] = module.sections;
  await signIn(page, 'learner', `/fi/${introduction}/${first!.id}/`);
  await expect(page.getByText('tallennettu ✓').filter({ visible: true })).toBeVisible();
  await kept(page, `/fi/${introduction}/${module.sections.at(-1)!.id}/`);
  await kept(page, '/offline.json');

  await server.stop('SIGKILL');
  for (const section of module.sections) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(section.title);
    for (const id of section.questions) {
      const form = formOf(page, id);
      await form.locator('input').first().check();
      await form.locator('button[type="submit"]').click();
      await expect(form.getByText('Vastauksesi on tallessa').first()).toBeVisible();
    }
    await page.reload();
    for (const id of section.questions) await expect(formOf(page, id).locator('input').first()).toBeChecked();
    await page.locator('oppi-pager a[data-onward]').click();
  }
  await expect(page.locator('#valmis')).toBeVisible();
  await page.goto('/fi/glossary/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ei yhteyttä');
  await expect(page.getByRole('main').getByRole('link', { name: module.title })).toBeVisible();
  await expectAccessible(page, 'no connection');

  const running = await again(server);
  await page.goto(`/fi/${introduction}/#valmis`);
  const expected = module.sections.flatMap(({ id, questions }) => [
    ...questions.map((question) => `answered ${question.split('/')[1]}`),
    `experienced ${id}`,
  ]);
  await expect
    .poll(() => stored(running.origin), { timeout: 30_000 })
    .toEqual([...expected, `completed ${introduction}`]);
  await expect(page.locator('#valmis [data-part="completed"]')).toBeVisible();
  await running.stop();
});

test('a video plays without a connection when the learner chose to keep it', async ({ page, server }) => {
  const path = `/fi/${introduction}/tervetuloa/`;
  await signIn(page, 'learner', path);
  const button = page.locator('oppi-video [data-part="keep"]').first();
  await expect(button).toHaveText(/Tallenna video tälle laitteelle \(\d,\d Mt\)/);
  await kept(page, path);
  await button.click();
  await expect(button).toHaveText('Poista video tältä laitteelta');
  await server.stop();
  await page.reload();
  await expect(button).toHaveText('Poista video tältä laitteelta');
  const player = page.locator('oppi-video video').first();
  await player.evaluate(async (video: HTMLVideoElement) => {
    video.muted = true;
    video.currentTime = 60;
    await video.play();
  });
  await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(60.5);
  await button.click();
  await expect(button).toHaveText(/Tallenna video/);
});

readingTest(
  'a new build is read as soon as there is a connection: what is kept never hides it',
  async ({ page, course }) => {
    const [first] = moduleOf(course).sections;
    const path = `/fi/${introduction}/${first!.id}/`;
    await page.goto(path);
    await kept(page, path);
    await page.evaluate(async (kept) => {
      const cache = await caches.open('oppihetki-pages');
      await cache.put(kept, new Response('<h1>Eilinen</h1>', { headers: { 'content-type': 'text/html' } }));
    }, path);
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(first!.title);
  },
);
