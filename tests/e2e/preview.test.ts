import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { type RunningPreview, startPreview } from '../support/runningPreview.ts';

const test = base.extend<{ preview: RunningPreview }>({
  preview: async ({}, use) => {
    const preview = await startPreview();
    await use(preview);
    await preview.dispose();
  },
});

const sectionFile = 'src/content/modules/kurssiesittely/tervetuloa.mdx';
const quizFile = 'quizzes/kurssiesittely.yaml';

/** Each typical mistake: the file, how it is broken, and what the author reads. */
const mistakes = [
  ['a missing field', sectionFile, (text: string) => text.replace(/^lead: .*\n/m, ''), /lead/],
  ['broken YAML', quizFile, (text: string) => text.replace('questions:', 'questions: ['), /YAML|merk|rakenne/i],
  ['an unknown component', sectionFile, (text: string) => `${text}\n\n<Kysymys id="x" />\n`, /Kysymys/],
  [
    'an unknown question',
    sectionFile,
    (text: string) => text.replace('kurssiesittely/viisi-minuuttia-jaljella', 'kurssiesittely/viisi-minuutia-jaljella'),
    /viisi-minuutia-jaljella/,
  ],
  ['broken MDX', sectionFile, (text: string) => `${text}\n\n<Callout type="tip">\n`, /Callout/],
] as const;

test('a mistake shows in the browser and the terminal with its place, and goes when it is mended', async ({
  page,
  preview,
}) => {
  test.setTimeout(240_000);
  await page.goto(`${preview.origin}/fi/kurssiesittely/tervetuloa/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tervetuloa kurssille');
  for (const [name, file, breakIt, words] of mistakes) {
    await test.step(name, async () => {
      const path = join(preview.folder, file);
      const whole = await readFile(path, 'utf8');
      const before = preview.output().length;
      await writeFile(path, breakIt(whole));
      await expect(page.getByRole('heading', { level: 1 }), name).toHaveText('Sisällössä on korjattavaa', {
        timeout: 20_000,
      });
      await expect(page.getByText(file), name).toBeVisible();
      await expect(page.getByText(/^Rivi \d+$/).first(), name).toBeVisible();
      await expect(page.locator('main'), name).toContainText(words);
      await expect(page.locator('main'), name).not.toContainText(/ at .*\.js|node_modules/);
      expect(preview.output().slice(before), name).toContain(`${file}:`);
      await writeFile(path, whole);
      await expect(page.getByRole('heading', { level: 1 }), name).toHaveText('Tervetuloa kurssille', {
        timeout: 20_000,
      });
    });
  }
});

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
});

test('questions can be answered without signing in, and nothing goes to the real data', async ({ page, preview }) => {
  await page.goto(`${preview.origin}/fi/kurssiesittely/tervetuloa/`);
  const form = page.locator('oppi-question').first();
  await expect(page.getByText('Koordinaattori').first()).toBeVisible();
  await form.locator('input').first().check({ force: true });
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
    await writeFile(join(preview.folder, quizFile), whole);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Työkyvyn ja työllistymisen tuki', {
      timeout: 30_000,
    });
  } finally {
    await preview.dispose();
  }
});

test('an announced module is named and has no page', async ({ page }) => {
  const preview = await startPreview(async (folder) => {
    const file = join(folder, 'src/content/modules/tyokyvyn-tuki-asiakastyossa/index.mdx');
    await writeFile(file, (await readFile(file, 'utf8')).replace('version: 1', 'version: 1\nannounced: true'));
  });
  try {
    await page.goto(`${preview.origin}/fi/`);
    await expect(page.getByText('Tulossa').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Työkyvyn tuki asiakastyössä' })).toHaveCount(0);
    const response = await page.goto(`${preview.origin}/fi/tyokyvyn-tuki-asiakastyossa/`);
    expect(response?.status()).toBe(404);
  } finally {
    await preview.dispose();
  }
});
