import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect as base, test } from '@playwright/test';
import { startPreview } from '../support/runningPreview.ts';
import { expectAccessible, expectToFit } from './accessible.ts';

/** Each save checks all of the content, which takes its time on a busy machine. */
const expect = base.configure({ timeout: 30_000 });

const sectionFile = 'src/content/modules/kurssiesittely/tervetuloa.mdx';

test('an author edits a title in a form by keyboard, sees it in the preview, and mends what is told at a field', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const preview = await startPreview();
  const text = () => readFile(join(preview.folder, sectionFile), 'utf8');
  try {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`${preview.origin}/__muokkaus/`);
    await expectAccessible(page, 'what can be edited');
    await expectToFit(page, 'what can be edited');
    const whole = await text();

    await test.step('edits the title by keyboard', async () => {
      const link = page.getByRole('link', { name: 'Tervetuloa kurssille', exact: true });
      await link.focus();
      await page.keyboard.press('Enter');
      const title = page.getByLabel('Otsikko');
      await expect(title).toHaveValue('Tervetuloa kurssille');
      await expectAccessible(page, "a section's form");
      await expectToFit(page, "a section's form");
      await title.focus();
      await page.keyboard.press('End');
      await page.keyboard.type(' nyt');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('status')).toContainText('Tallennettu');
      expect(await text()).toBe(whole.replace('title: Tervetuloa kurssille', 'title: Tervetuloa kurssille nyt'));
    });

    await test.step('sees it in the preview', async () => {
      await page.getByRole('link', { name: 'Katso sivu esikatselussa' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tervetuloa kurssille nyt', { timeout: 20_000 });
    });

    await test.step('mends what is told at a field, though the preview shows an error', async () => {
      // The preview may be loading again of itself just now.
      await expect(async () => {
        await page.goto(`${preview.origin}/__muokkaus/section/kurssiesittely/tervetuloa/`, { timeout: 10_000 });
      }).toPass({ timeout: 30_000 });
      await page.getByLabel('Ingressi').fill('');
      await page.getByRole('button', { name: 'Tallenna' }).last().click();
      await expect(page.getByRole('heading', { name: 'Yksi kohta vaatii korjausta' })).toBeVisible();
      await expect(page.getByLabel('Ingressi')).toHaveAccessibleDescription(/Tämä kenttä puuttuu/);
      await page.waitForLoadState();
      await expectAccessible(page, "a section's form with an error");
      await page.getByRole('link', { name: 'Ingressi: Tämä kenttä puuttuu.' }).click();
      await expect(page.getByLabel('Ingressi')).toBeFocused();
      const lead = /^lead: (.*)$/m.exec(whole)![1]!;
      await page.getByLabel('Ingressi').fill(lead);
      await page.getByRole('button', { name: 'Tallenna' }).last().click();
      await expect(page.getByRole('heading', { name: 'vaatii korjausta' })).toHaveCount(0);
      expect((await text()).replace(' nyt', '')).toBe(whole);
    });

    await test.step('adds a choice to a question, and is taken to it', async () => {
      await page.goto(`${preview.origin}/__muokkaus/quiz/kurssiesittely/`);
      await page.locator('summary').first().click();
      await page.getByRole('button', { name: 'Lisää vaihtoehto' }).click();
      await expect(page.getByRole('group', { name: 'Vaihtoehto 4' })).toBeFocused();
      await expect(page.getByRole('group', { name: 'Vaihtoehto 4' }).getByLabel('Tunnus')).toBeEditable();
      await expectAccessible(page, "a quiz's form");
      await expectToFit(page, "a quiz's form");
    });
  } finally {
    await preview.dispose();
  }
});
