import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const script = /<script type="module" src="(\/_astro\/[^"]+\.js)"><\/script>/g;
/** A script that does nothing but ask for another one beside it. */
const pointer = /^import ?["']\.\/([^"']+\.js)["'];?\s*$/;

/**
 * Lets built pages ask for few scripts, late. Astro writes a script for each component; where the bundler put several in one
 * file, what is left of them only points there: pages name that file, once. And they ask for it after what a learner reads:
 * the words, their typeface and the picture of a video are there without scripts, and a browser would fetch scripts first
 * (https://web.dev/articles/fetch-priority).
 */
export async function settleScripts(client: string): Promise<void> {
  const entries = await readdir(client, { recursive: true, withFileTypes: true });
  const pages = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.html'));
  const targets = await pointedAt(join(client, '_astro'));
  for (const { parentPath, name } of pages) {
    const path = join(parentPath, name);
    const named = new Set<string>();
    const html = (await readFile(path, 'utf8')).replace(script, (_whole, address: string) => {
      const target = targets.get(address) ?? address;
      if (named.has(target)) return '';
      named.add(target);
      return `<script type="module" fetchpriority="low" src="${target}"></script>`;
    });
    await writeFile(path, html);
  }
}

/** Where each script leads that only points to another, by its address. */
async function pointedAt(folder: string): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.js'))) {
    const target = pointer.exec(await readFile(join(folder, name), 'utf8'))?.[1];
    if (target !== undefined) targets.set(`/_astro/${name}`, `/_astro/${target}`);
  }
  return targets;
}
