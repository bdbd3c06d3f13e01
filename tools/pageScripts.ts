import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { isErrorPage } from './errorPages.ts';
import { loadLate } from './loadLate.ts';

const script = /<script type="module" src="(\/_astro\/[^"]+\.js)"><\/script>/g;
/** A script that does nothing but ask for another one beside it. */
const pointer = /^import ?["']\.\/([^"']+\.js)["'];?\s*$/;

/** What pages load their scripts with: the function, as the browser runs it. */
const loader = `(${loadLate.toString().replace(/\s+/g, ' ')})()`;

/**
 * Lets built pages ask for few scripts, once a learner sees the words, the typeface and the picture of a video: a browser would fetch
 * scripts beside them. Astro writes a script for each component; where the bundler put several in one file, what is left of them only
 * points there: pages name that file, once. Pages of errors, which may come without their own policy, name their scripts themselves.
 * Out: the hash of the script that stands in the pages, as a content security policy names it (CSP 3, 2.3.1).
 */
export async function settleScripts(client: string): Promise<string> {
  const entries = await readdir(client, { recursive: true, withFileTypes: true });
  const pages = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.html'));
  const targets = await pointedAt(join(client, '_astro'));
  for (const { parentPath, name } of pages) {
    const path = join(parentPath, name);
    const named = new Set<string>();
    const html = (await readFile(path, 'utf8')).replace(script, (_whole, address: string) => {
      named.add(targets.get(address) ?? address);
      return '';
    });
    if (named.size === 0) continue;
    const [end, text] = isErrorPage(relative(client, path))
      ? ['</body>', [...named].map((address) => `<script type="module" src="${address}"></script>`).join('')]
      : ['</head>', `<script data-modules="${[...named].join(' ')}">${loader}</script>`];
    await writeFile(
      path,
      html.replace(end, () => text + end),
    );
  }
  return `sha256-${createHash('sha256').update(loader).digest('base64')}`;
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
