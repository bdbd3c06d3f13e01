import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readPdf } from '../support/readPdf.ts';
import { expectAccessible, expectToFit } from './accessible.ts';
import { enter, expect, introduction, moduleOf, readingTest as test } from './site.ts';

const longest = 'asiakkaana-tasmatyokykyinen-henkilo';

test('a coordinator opens a module’s review copy, finds a place in it by its number, and it fits a phone', async ({
  page,
  course,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await enter(page, 'coordinator', '/fi/authoring/');
  const { title, sections } = moduleOf(course, longest);
  await page.getByRole('link', { name: `Avaa tarkistuskopio: ${title}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await page
    .getByRole('navigation', { name: 'Sisällys' })
    .getByRole('link', { name: `3 ${sections[2]!.title}` })
    .click();
  await expect(page.getByRole('heading', { level: 2, name: `3 ${sections[2]!.title}` })).toBeInViewport();
  await expectAccessible(page, 'the review copy');
  await expectToFit(page, 'the review copy');
});

test('a printed review copy is the document alone', async ({ page }) => {
  await enter(page, 'coordinator', `/fi/authoring/review/${introduction}/`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Päävalikko' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Tulosta' })).toBeHidden();
  await expect(page.getByText('Nimi ja tehtävä')).toBeVisible();
  const folder = await mkdtemp(join(tmpdir(), 'oppihetki-review-'));
  const out = join(folder, 'kopio.pdf');
  const root = join(import.meta.dirname, '..', '..');
  await promisify(execFile)(process.execPath, [join(root, 'tools', 'reviewCopy.ts'), introduction, '--out', out]);
  const { isTagged, lang, title, pages, tree } = await readPdf(await readFile(out));
  await rm(folder, { recursive: true });
  expect({ isTagged, lang, title }).toEqual({
    isTagged: true,
    lang: 'fi',
    title: 'Tarkistuskopio: Kurssiesittely · Oppihetki',
  });
  expect(pages).toBeGreaterThan(5);
  expect(JSON.stringify(tree)).toContain('Kurssiesittely');
});
