import type { Page } from '@playwright/test';
import type { Statement } from '../../src/xapi/types.ts';
import type { RunningServer } from '../support/runningServer.ts';
import { brokenVideoRules } from '../support/videoProfileRules.ts';
import { enter, expect, otherBrowser, test } from './site.ts';

const path = '/fi/tyokyvyn-tuki-asiakastyossa/mita-tyokyky-on/';

async function videoStatements({ origin }: RunningServer): Promise<readonly Statement[]> {
  const headers = {
    authorization: `Basic ${Buffer.from('tool:secret').toString('base64')}`,
    'x-experience-api-version': '2.0.0',
  };
  const response = await fetch(`${origin}/xapi/statements?ascending=true`, { headers });
  const { statements } = (await response.json()) as { statements: Statement[] };
  return statements.filter(({ object }) => 'id' in object && String(object.id).includes('/videos/'));
}

const verbs = (statements: readonly Statement[]) => statements.map(({ verb }) => verb.id.split('/').at(-1));

const player = (page: Page) => page.locator('oppi-video video').first();
const play = (page: Page, speed = 1) =>
  player(page).evaluate((video: HTMLVideoElement, rate) => {
    video.muted = true;
    video.playbackRate = rate;
    return video.play();
  }, speed);
const timeOf = (page: Page) => player(page).evaluate((video: HTMLVideoElement) => video.currentTime);

test('a video that is told to play before anything of it has come is told whole once it plays', async ({
  page,
  server,
}) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.mp4', async (route) => {
    await released;
    await route.continue();
  });
  await enter(page, 'learner', path);
  await expect(page.getByText('tallennettu ✓').filter({ visible: true })).toBeVisible();
  const loaded = page.waitForResponse(/videoTracking.*\.js$/);
  const begun = play(page);
  await (await loaded).finished();
  // The learner's progress is known, and the video has neither a length nor a picture.
  await page.waitForTimeout(500);
  release();
  await begun;
  await expect.poll(() => timeOf(page)).toBeGreaterThan(1);
  await player(page).evaluate((video: HTMLVideoElement) => video.pause());
  await expect.poll(async () => verbs(await videoStatements(server))).toEqual(['initialized', 'played', 'paused']);
  expect(brokenVideoRules(await videoStatements(server))).toEqual([]);
});

test('a video as it is really played is told by the rules of the Video Profile, and goes on where it was left', async ({
  page,
  server,
  browser,
}) => {
  await enter(page, 'learner', path);
  await expect(page.getByText('tallennettu ✓').filter({ visible: true })).toBeVisible();
  await play(page);
  await expect.poll(() => timeOf(page)).toBeGreaterThan(1);
  await page.locator('oppi-video .chapters button').nth(2).click();
  await expect.poll(() => timeOf(page)).toBeGreaterThan(53.5);
  await page.getByLabel('Nopeus').selectOption('1.5');
  await player(page).evaluate((video: HTMLVideoElement) => video.pause());
  await expect.poll(async () => verbs(await videoStatements(server))).toContain('paused');
  await play(page);
  await expect.poll(() => timeOf(page)).toBeGreaterThan(56);
  await page.goto('/fi/');
  await expect.poll(async () => verbs(await videoStatements(server))).toContain('terminated');

  const statements = await videoStatements(server);
  expect(brokenVideoRules(statements)).toEqual([]);
  const names = verbs(statements);
  expect(names[0]).toBe('initialized');
  expect(names.filter((name) => name === 'seeked')).toHaveLength(1);
  expect(names.filter((name) => name === 'played')).toHaveLength(2);
  expect(names.slice(-2)).toEqual(['paused', 'terminated']);
  expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);

  const other = await otherBrowser(browser, server);
  await enter(other, 'learner', path);
  await expect.poll(() => timeOf(other)).toBeGreaterThan(56);
  await other.context().close();
});

test('a video seen to its end is completed once, however often it is seen', async ({ page, server }) => {
  test.setTimeout(120_000);
  await enter(page, 'learner', path);
  await expect(page.getByText('tallennettu ✓').filter({ visible: true })).toBeVisible();
  for (const [round, from] of [0, 115].entries()) {
    await player(page).evaluate((video: HTMLVideoElement, time) => (video.currentTime = time), from);
    await play(page, 16);
    await expect
      .poll(() => player(page).evaluate((video: HTMLVideoElement) => video.ended), { timeout: 40_000 })
      .toBe(true);
    await expect
      .poll(async () => verbs(await videoStatements(server)).filter((name) => name === 'paused').length)
      .toBeGreaterThanOrEqual(round + 1);
  }
  const statements = await videoStatements(server);
  expect(verbs(statements).filter((name) => name === 'completed')).toHaveLength(1);
  expect(brokenVideoRules(statements)).toEqual([]);
});

test('somebody not signed in plays a video without a statement', async ({ page, server }) => {
  await page.goto(path);
  await play(page);
  await expect.poll(() => timeOf(page)).toBeGreaterThan(0.5);
  await page.goto('/fi/');
  expect(await videoStatements(server)).toEqual([]);
});
