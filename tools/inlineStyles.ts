import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { isErrorPage } from './errorPages.ts';

const link = /<link rel="stylesheet" href="(\/_astro\/[^"]+\.css)">/g;

/**
 * Writes the style sheets of built pages into the pages: a phone on a slow network shows the words with the first answer, and
 * need not ask again before it may paint. Pages of errors and pages made on demand, which come uncompressed, keep the links.
 * Out: the hash of every sheet, as a content security policy names it (CSP 3, 2.3.1: `sha256-` and Base64), sorted.
 */
export async function inlineStyles(client: string): Promise<string[]> {
  const entries = await readdir(client, { recursive: true, withFileTypes: true });
  const pages = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.html'));
  const sheets = await readSheets(client);
  const used = new Set<string>();
  for (const { parentPath, name } of pages) {
    const path = join(parentPath, name);
    if (isErrorPage(relative(client, path))) continue;
    const html = (await readFile(path, 'utf8')).replace(link, (whole, address: string) => {
      const sheet = sheets.get(address);
      if (sheet === undefined) return whole;
      used.add(sheet);
      return `<style>${sheet}</style>`;
    });
    await writeFile(path, html);
  }
  return [...used].map((sheet) => `sha256-${createHash('sha256').update(sheet).digest('base64')}`).sort();
}

/** The built style sheets by their addresses. One that would end a style element early is left to its link. */
async function readSheets(client: string): Promise<Map<string, string>> {
  const names = (await readdir(join(client, '_astro'))).filter((name) => name.endsWith('.css'));
  const read = names.map(async (name) => {
    return [`/_astro/${name}`, await readFile(join(client, '_astro', name), 'utf8')] as const;
  });
  return new Map((await Promise.all(read)).filter(([, text]) => !/<\/style/i.test(text)));
}
