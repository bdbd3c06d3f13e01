import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { certificateIn } from '../support/certificates.ts';
import { startServer } from '../support/runningServer.ts';
import { expectAccessible, expectReflow } from './accessible.ts';
import { answer, completeAtOnce, enter, expect, introduction, moduleOf, test } from './site.ts';
import type { CourseArtefact } from '../../src/course/artefact.ts';

/** Takes the introduction as the learner, to its end. */
async function takeIntroduction(page: Page, course: CourseArtefact): Promise<void> {
  const module = moduleOf(course);
  await enter(page, 'learner', `/fi/${introduction}/${module.sections[0]!.id}/`);
  for (const section of module.sections) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(section.title);
    for (const question of section.questions) await answer(page, course, question, true);
    await page.locator('oppi-pager a[data-onward]').click();
  }
  await expect(page.locator('#valmis [data-part="completed"]')).toBeVisible();
}

/** Opens the end of the introduction as a learner who completed it. */
async function endOfCompleted(page: Page, course: CourseArtefact): Promise<void> {
  await enter(page, 'learner');
  await completeAtOnce(page, course);
  await page.goto(`/fi/${introduction}/#valmis`);
  await expect(page.locator('#valmis [data-part="completed"]')).toBeVisible();
}

/** Presses a link that gives a certificate. @returns what its QR code holds, and the name of the file */
async function download(page: Page, press: () => Promise<void>): Promise<{ token: string; fileName: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return { token: await certificateIn(Buffer.concat(chunks)), fileName: file.suggestedFilename() };
}

test('a completed module ends in a certificate, which anybody verifies, and whose name only the browser compares', async ({
  page,
  browser,
  server,
  course,
}) => {
  await takeIntroduction(page, course);
  const link = page.locator('#valmis').getByRole('link', { name: 'Lataa todistus (PDF)' });
  await expectAccessible(page, 'the end of a module');
  const { token, fileName } = await download(page, () => link.click());
  expect(fileName).toBe(`todistus-${introduction}.pdf`);

  await page.goto('/fi/my/');
  await expectAccessible(page, 'own learning with a certificate');
  const ofRow = page.getByRole('link', { name: 'Lataa todistus (PDF) Kurssiesittely' });
  expect((await download(page, () => ofRow.click())).token).toBe(token);
  await expect(page.getByRole('link', { name: /koko kurssin todistus/ })).toHaveCount(0);

  const context = await browser.newContext({ baseURL: server.origin, viewport: { width: 360, height: 800 } });
  const stranger = await context.newPage();
  const requests: string[] = [];
  stranger.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
  await stranger.goto(`/fi/verify/?c=${token}`);
  const main = stranger.locator('main');
  await expect(main).toContainText('Todistus on aito ja voimassa');
  await expect(main).toContainText(moduleOf(course).title);
  await expect(main).not.toContainText('Oppija');
  await expectAccessible(stranger, 'a valid certificate');
  await expectReflow(stranger, 'a valid certificate');
  requests.length = 0;
  const name = stranger.getByLabel('Nimi todistuksessa');
  const outcome = stranger.getByRole('status').filter({ hasText: /nimelle|nimi/ });
  await stranger.getByRole('button', { name: 'Vertaa nimeä' }).click();
  await expect(outcome).toHaveText('Kirjoita ensin nimi.');
  await expect(name).toBeFocused();
  await name.fill('Joku muu');
  await name.press('Enter');
  await expect(outcome).toContainText('Todistusta ei ole annettu tälle nimelle.');
  await expectAccessible(stranger, 'another name');
  await name.fill(' Oppija ');
  await name.press('Enter');
  await expect(outcome).toHaveText('Todistus on annettu tälle nimelle.');
  await expectAccessible(stranger, 'the same name');
  expect(requests).toEqual([]);
  expect(stranger.url()).not.toContain('Oppija');
  await stranger.getByRole('link', { name: 'SV' }).click();
  await expect(stranger.locator('main')).toContainText('Intyget är äkta och gäller');
  await context.close();
});

test('what is no certificate of ours is told so at 360 px, in every language', async ({ page, course }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await endOfCompleted(page, course);
  const link = page.locator('#valmis').getByRole('link', { name: 'Lataa todistus (PDF)' });
  const { token } = await download(page, () => link.click());
  await page.context().clearCookies();
  await page.setViewportSize({ width: 360, height: 800 });
  const [head, payload, signature] = token.split('.') as [string, string, string];
  const unknown = Buffer.from(JSON.stringify({ alg: 'EdDSA', typ: 'oppihetki-certificate', kid: 'another1' }));
  const states = {
    '': 'Näin tarkistat todistuksen',
    [`?c=${head}.${payload.slice(0, -8)}${payload.slice(-8).replace(/./g, 'A')}.${signature}`]: 'Todistus ei ole aito',
    [`?c=${unknown.toString('base64url')}.${payload}.${signature}`]: 'Todistusta ei voi tarkistaa täällä',
    [`?c=${token.slice(0, 60)}`]: 'Tämä ei ole todistus',
    '?c=%3Cscript%3E': 'Tämä ei ole todistus',
  };
  for (const [query, told] of Object.entries(states)) {
    for (const lang of ['fi', 'sv', 'en']) {
      const response = await page.goto(`/${lang}/verify/${query}`);
      expect(response?.status()).toBe(200);
      expect(response?.headers()['cache-control']).toBe('no-store');
      if (lang === 'fi') await expect(page.locator('main')).toContainText(told);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expectReflow(page, `${lang} ${query}`);
      await expectAccessible(page, `${lang} ${query}`);
    }
  }
});

test('verifying needs no JavaScript: a pasted address is enough, and no name can be sent', async ({
  page,
  browser,
  server,
  course,
}) => {
  await endOfCompleted(page, course);
  const link = page.locator('#valmis').getByRole('link', { name: 'Lataa todistus (PDF)' });
  const { token } = await download(page, () => link.click());
  const context = await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto('/fi/verify/');
  await plain.getByLabel('Tai liitä linkin osoite tähän').fill(`${server.origin}/fi/verify/?c=${token}`);
  await plain.getByRole('button', { name: 'Tarkista' }).click();
  await expect(plain.locator('main')).toContainText('Todistus on aito ja voimassa');
  await expect(plain.locator('main')).toContainText('Nimen vertailu vaatii JavaScriptin');
  await expect(plain.getByLabel('Nimi todistuksessa')).toBeHidden();
  await context.close();
});

test('the certificate of an erased person is told to be genuine, and the record not kept', async ({
  page,
  server,
  course,
}) => {
  await endOfCompleted(page, course);
  const link = page.locator('#valmis').getByRole('link', { name: 'Lataa todistus (PDF)' });
  const { token } = await download(page, () => link.click());
  const progress = (await (await page.request.get('/api/progress')).json()) as { actor: { account: { name: string } } };
  await server.stop();
  const erase = join(import.meta.dirname, '..', '..', 'tools', 'erase.ts');
  const env = { ...process.env, DATA_DIR: server.dataDir };
  const { status } = spawnSync(process.execPath, [erase, progress.actor.account.name, '--yes'], { env });
  expect(status).toBe(0);
  const again = await startServer({ dataDir: server.dataDir });
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${again.origin}/fi/verify/?c=${token}`);
  await expect(page.locator('main')).toContainText('Todistus on aito, mutta suoritusta ei enää ole tiedoissa');
  await expectAccessible(page, 'a record that is not kept');
  await expectReflow(page, 'a record that is not kept');
  await again.stop();
});
