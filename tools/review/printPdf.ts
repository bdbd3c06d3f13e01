import { chromium } from '@playwright/test';

/**
 * A document as a PDF, laid out by its own print styles; tagged, with its headings as bookmarks.
 * @param browser path of a Chromium
 */
export async function printPdf(html: string, browser: string): Promise<Buffer> {
  const isRoot = process.getuid?.() === 0;
  const args = [
    '--disable-background-networking',
    '--disable-gpu',
    '--no-first-run',
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
  const running = await chromium.launch({ executablePath: browser, args });
  try {
    const page = await running.newPage();
    await page.setContent(html);
    await page.evaluate(() => document.fonts.ready);
    return await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  } finally {
    await running.close();
  }
}
