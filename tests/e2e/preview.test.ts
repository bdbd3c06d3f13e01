import { existsSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, type Page, test as base } from '@playwright/test';
import { authorMistakes, expectedFinding, soundRoot } from '../support/contentFixture.ts';
import { axeOn, expectAccessible, expectToFit } from './accessible.ts';
import { type RunningPreview, startPreview } from '../support/runningPreview.ts';

/** One preview for the tests that share it, one after another: each leaves the content whole. */
const test = base.extend<object, { preview: RunningPreview }>({
  preview: [
    async ({}, use) => {
      const preview = await startPreview();
      await use(preview);
      await preview.dispose();
    },
    { scope: 'worker' },
  ],
});
test.describe.configure({ mode: 'default' });

const sectionFile = 'src/content/modules/kurssiesittely/tervetuloa.mdx';
const quizFile = 'quizzes/kurssiesittely.yaml';

test('every typical mistake shows in the browser and the terminal with its place and the fix', async ({ page }) => {
  test.setTimeout(480_000);
  const preview = await startPreview(teachTheSmallCourse);
  const address = `${preview.origin}/fi/alku/sanat/`;
  const errors = authorMistakes().filter((mistake) => expectedFinding(mistake).severity === 'error');
  expect(errors.length).toBeGreaterThan(20);
  try {
    await page.goto(address);
    let mend = (): Promise<void> => Promise.resolve();
    for (const mistake of errors) {
      await test.step(mistake.title, async () => {
        const path = join(preview.folder, mistake.file);
        const { at } = expectedFinding(mistake);
        const before = preview.output().length;
        // The mistake before is mended as this one is made: each is alone.
        await mend();
        const whole = await readFile(path, 'utf8');
        mend = () => writeFile(path, whole);
        await writeFile(path, whole.replaceAll(mistake.find, mistake.put));
        // The page reloads itself, perhaps while it is being read: then it is read again.
        await expect(async () => {
          const told = await toldIn(page);
          expect(told).toContain(mistake.says);
          expect(told).toContain(at);
        }).toPass({ timeout: 20_000 });
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        await expect(page.getByRole('main')).not.toContainText(/ at .*\.js|node_modules/);
        await expect.poll(() => preview.output().slice(before)).toContain(`${at}  virhe`);
      });
    }
    await mend();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sanat', { timeout: 20_000 });
  } finally {
    await preview.dispose();
  }
});

/** What a page tells its author: the message above its content, and the bar. */
async function toldIn(page: Page): Promise<string> {
  return (await page.locator('.oppi-message, .oppi-bar').allTextContents()).join('\n');
}

/** Puts the small course, of which the typical mistakes are made, in the place of the real one. */
async function teachTheSmallCourse(folder: string): Promise<void> {
  for (const room of ['quizzes', 'videos', 'src/content']) {
    await rm(join(folder, room), { recursive: true });
    if (existsSync(join(soundRoot, room))) await cp(join(soundRoot, room), join(folder, room), { recursive: true });
  }
  const settings = join(folder, 'oppihetki.config.ts');
  await writeFile(settings, (await readFile(settings, 'utf8')).replace(/course: '.*'/, "course: 'kurssi'"));
}

test('a broken page shows its message over the version that worked, the others stay, and it mends itself', async ({
  page,
  preview,
}) => {
  await page.goto(`${preview.origin}/fi/kurssiesittely/tervetuloa/`);
  const path = join(preview.folder, sectionFile);
  const whole = await readFile(path, 'utf8');
  const before = preview.output().length;
  await writeFile(path, `${whole}\n\n<Callout type="tip">\n`);
  const message = page.getByRole('region', { name: 'Sisällössä on korjattavaa' });
  await expect(message).toContainText('Komponentti <Callout> jää sulkematta.', { timeout: 20_000 });
  await expect(message).toContainText('Alla on sivun viimeksi toiminut versio.');
  await expect(message.locator('pre')).toContainText('<Callout type="tip">');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tervetuloa kurssille');
  // The page reloads itself, perhaps while it is being read: then it is read again.
  await expect(async () => expect(await violations(page)).toEqual([])).toPass({ timeout: 20_000 });
  for (const other of ['/fi/', '/fi/glossary/', '/fi/tyokyvyn-tuki-asiakastyossa/']) {
    const response = await page.goto(`${preview.origin}${other}`);
    expect(response?.status(), other).toBe(200);
    await expect(message).toHaveCount(0);
    await expect(page.locator('.oppi-bar')).toContainText('1 virhe');
  }
  await page.goto(`${preview.origin}/fi/kurssiesittely/tervetuloa/`);
  await expect(message).toBeVisible();
  await writeFile(path, whole);
  await expect(message).toHaveCount(0, { timeout: 20_000 });
  const said = preview.output().slice(before);
  expect(said).toContain('Komponentti <Callout> jää sulkematta.');
  expect(said).not.toMatch(/node_modules|MDXError|Stack trace/);
});

test('a draft’s page that cannot be shown tells why, though its mistakes are warnings', async ({ page, preview }) => {
  const front = join(preview.folder, 'src/content/modules/kurssiesittely/index.mdx');
  const section = join(preview.folder, sectionFile);
  const [frontText, sectionText] = [await readFile(front, 'utf8'), await readFile(section, 'utf8')];
  const before = preview.output().length;
  await writeFile(front, frontText.replace('version: 1', 'version: 1\ndraft: true'));
  await writeFile(
    section,
    sectionText.replace('<Source id="helsinki-loppuraportti-2022"', '<Source id="helsinki-2022"'),
  );
  await expect(async () => {
    await page.goto(`${preview.origin}/fi/kurssiesittely/tervetuloa/`, { timeout: 10_000 });
    const message = page.getByRole('region', { name: 'Sisällössä on korjattavaa' });
    await expect(message).toContainText('Lähdettä ”helsinki-2022” ei ole.', { timeout: 1000 });
    await expect(message.getByRole('listitem')).toHaveCount(1, { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await page.goto(`${preview.origin}/fi/authoring/`);
  await expect(page.getByRole('row', { name: 'Kurssiesittely Luonnos' })).toBeVisible();
  await page.goto(`${preview.origin}/fi/kurssiesittely/tervetuloa/`);
  await writeFile(section, sectionText);
  await writeFile(front, frontText);
  await expect(page.locator('.oppi-message')).toHaveCount(0, { timeout: 20_000 });
  expect(preview.output().slice(before)).not.toMatch(/node_modules|Stack trace/);
});

test('a page that is being left for another does not load again in its place', async ({ page, preview }) => {
  const section = join(preview.folder, sectionFile);
  const whole = await readFile(section, 'utf8');
  await page.goto(`${preview.origin}/fi/kurssiesittely/tervetuloa/`);
  let answer = (): void => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const told = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived', isReload));
  await page.reload();
  await page.route('**/fi/glossary/', async (route) => {
    await answered;
    await route.continue();
  });
  await page.getByRole('link', { name: 'Sanasto' }).first().click({ noWaitAfter: true });
  await writeFile(section, `${whole}\nViimeinen rivi.\n`);
  await told;
  // The page would be asked for again well within this time.
  await setTimeout(1000);
  answer();
  await expect(page).toHaveURL(`${preview.origin}/fi/glossary/`);
  await page.goBack();
  await expect(page.getByText('Viimeinen rivi.')).toBeVisible();
  await writeFile(section, whole);
  await expect(page.getByText('Viimeinen rivi.')).toHaveCount(0, { timeout: 20_000 });
});

const isReload = ({ payload }: { payload: string | Buffer }): boolean => String(payload).includes('"full-reload"');

test('the bar leads to the part of the guide that helps with its page, which is read in any window and colours', async ({
  page,
  preview,
}) => {
  await page.goto(`${preview.origin}/fi/kurssiesittely/tervetuloa/`);
  const bar = page.getByRole('complementary', { name: 'Tekijän palkki' });
  await bar.locator('summary').first().press('Enter');
  await bar.getByText('Ohje', { exact: true }).press('Enter');
  await bar.getByRole('link', { name: 'Opas: Kirjoita osion teksti' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tekijän opas' })).toBeAttached();
  await expect(page.getByRole('heading', { name: 'Kirjoita osion teksti' })).toBeInViewport();
  await expectAccessible(page, 'the guide');
  await expectToFit(page, 'the guide');
  const widths = await page.evaluate(() => [...document.images].map(({ naturalWidth }) => naturalWidth));
  expect(widths.length).toBeGreaterThanOrEqual(5);
  for (const width of widths) expect(width).toBeGreaterThan(600);
  const contents = page.getByRole('navigation', { name: 'Sisällys' });
  for (const link of await contents.getByRole('link').all()) {
    const href = (await link.getAttribute('href'))!;
    await expect(page.locator(`[id="${href.slice(1)}"]`), href).toHaveCount(1);
  }
  expect((await page.request.get(`${preview.origin}/__opas/images/front.png`)).status()).toBe(404);
});

test('the author’s bar names the files, minutes and state of a page, by keyboard, on a phone, and stays as it was left', async ({
  page,
  preview,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${preview.origin}/fi/kurssiesittely/tervetuloa/`);
  const bar = page.getByRole('complementary', { name: 'Tekijän palkki' });
  await expect(bar.getByText('Tiedostot, joista sivu tehdään')).toBeHidden();
  await bar.locator('summary').first().press('Enter');
  await expect(bar.getByRole('link', { name: sectionFile, exact: true })).toHaveAttribute(
    'href',
    /^\/__open-in-editor\?file=/,
  );
  await expect(bar.getByRole('link', { name: `lomake: ${sectionFile}` })).toHaveAttribute('href', /^\/__muokkaus\//);
  await expect(bar).toContainText(/osio \d,\d min, moduuli \d+,\d \/ 10 min/);
  await expect(bar).toContainText('tekstitys ja puhe tekstinä ovat ajan tasalla');
  await expect(bar).toContainText(/ruotsi: puuttuu \d+, vanhentunut 0/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
  await page.goto(`${preview.origin}/fi/sign-in/`);
  await expect(bar.getByText('Tämä sivu ei näytä sisältöä')).toBeVisible();
  const answer = await page.request.get(`${preview.origin}/__author?path=/fi/kurssiesittely/tervetuloa/`);
  expect(await answer.json()).toMatchObject({ here: [] });
});

/** What axe finds in the author's own parts of a page. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await (await axeOn(page)).include('.oppi-bar, .oppi-message').analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test('an edit shows at once', async ({ page, preview }) => {
  await page.goto(`${preview.origin}/fi/kurssiesittely/tervetuloa/`);
  const path = join(preview.folder, sectionFile);
  const whole = await readFile(path, 'utf8');
  await writeFile(path, whole.replace('title: Tervetuloa kurssille', 'title: Tervetuloa mukaan'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tervetuloa mukaan', { timeout: 20_000 });
  const quiz = join(preview.folder, quizFile);
  await writeFile(
    quiz,
    (await readFile(quiz, 'utf8')).replace('Mittaat potilaan verenpainetta.', 'Mittaat verenpainetta.'),
  );
  await expect(page.getByText('Mittaat verenpainetta.')).toBeVisible({ timeout: 20_000 });
  await writeFile(path, whole);
});

test('an edit shows also where the page was being loaded as it was told to load again', async ({ page, preview }) => {
  const path = join(preview.folder, sectionFile);
  const whole = await readFile(path, 'utf8');
  let connect = () => {};
  const connected = new Promise<void>((resolve) => (connect = resolve));
  await page.routeWebSocket(/./, async (socket) => {
    await connected;
    socket.connectToServer();
  });
  const address = `${preview.origin}/fi/kurssiesittely/tervetuloa/`;
  await page.goto(address);
  // Told by Vite is only who is connected at that moment; where nobody is, it waits for the first.
  const other = await page.context().newPage();
  await other.goto(address);
  await writeFile(path, whole.replace('title: Tervetuloa kurssille', 'title: Tervetuloa vielä'));
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Tervetuloa vielä', { timeout: 20_000 });
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Tervetuloa vielä');
  connect();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tervetuloa vielä', { timeout: 20_000 });
  await writeFile(path, whole);
});

test('questions can be answered without signing in, and nothing goes to the real data', async ({ page, preview }) => {
  await page.goto(`${preview.origin}/fi/kurssiesittely/tervetuloa/`);
  const form = page.locator('oppi-question').first();
  await expect(page.getByText('Koordinaattori').first()).toBeVisible();
  await form.locator('input').first().check();
  await form.locator('button[type="submit"]').click();
  await expect(form.locator('.explanation:visible').first()).toBeVisible();
  await expect(readFile(join(preview.folder, 'data-dev', 'settings.json'), 'utf8')).resolves.toContain('http');
  await expect(readFile(join(preview.folder, 'data', 'settings.json'), 'utf8')).rejects.toThrow('ENOENT');
});

test('content that is broken at the start shows its message too, and the preview begins when it is mended', async ({
  page,
}) => {
  let whole = '';
  const preview = await startPreview(async (folder) => {
    whole = await readFile(join(folder, quizFile), 'utf8');
    await writeFile(join(folder, quizFile), whole.replace('explanation:', 'explanaton:'));
  });
  try {
    await page.goto(`${preview.origin}/fi/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sisällössä on korjattavaa');
    await expect(page.locator('main')).toContainText('explanation');
    await expect(page.locator('main')).toContainText('tulevat käyttöön, kun virheet on korjattu');
    await writeFile(join(preview.folder, quizFile), whole);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Työkyvyn ja työllistymisen tuki', {
      timeout: 30_000,
    });
  } finally {
    await preview.dispose();
  }
});

test('an announced module is named and has no page', async ({ page, preview }) => {
  const file = join(preview.folder, 'src/content/modules/tyokyvyn-tuki-asiakastyossa/index.mdx');
  const whole = await readFile(file, 'utf8');
  await writeFile(file, whole.replace('version: 1', 'version: 1\nannounced: true'));
  await expect(async () => {
    await page.goto(`${preview.origin}/fi/`, { timeout: 10_000 });
    await expect(page.getByText('Tulossa').first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByRole('link', { name: 'Työkyvyn tuki asiakastyössä' })).toHaveCount(0);
  const response = await page.goto(`${preview.origin}/fi/tyokyvyn-tuki-asiakastyossa/`);
  expect(response?.status()).toBe(404);
  await writeFile(file, whole);
  await expect(async () => {
    const mended = await page.goto(`${preview.origin}/fi/tyokyvyn-tuki-asiakastyossa/`, { timeout: 10_000 });
    expect(mended?.status()).toBe(200);
  }).toPass({ timeout: 30_000 });
});
