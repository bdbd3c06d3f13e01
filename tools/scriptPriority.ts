import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Lets the scripts of built pages come after what a learner reads: the words, their typeface and the picture of a video are
 * there without them, and a browser would fetch them first (https://web.dev/articles/fetch-priority).
 */
export async function lowerScriptPriority(client: string): Promise<void> {
  const entries = await readdir(client, { recursive: true, withFileTypes: true });
  const pages = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.html'));
  await Promise.all(
    pages.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      const html = await readFile(path, 'utf8');
      await writeFile(
        path,
        html.replaceAll('<script type="module" src=', '<script type="module" fetchpriority="low" src='),
      );
    }),
  );
}
