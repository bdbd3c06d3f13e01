import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes `offline.json` into the built site: every style, script and typeface of its pages, for the service worker to keep, and
 * a name of this build, so that it notices a new one. Their names carry hashes of their content.
 */
export async function writeOfflineList(client: string): Promise<void> {
  const names = await readdir(join(client, '_astro'));
  const files = ['/favicon.svg', ...names.map((name) => `/_astro/${name}`).sort()];
  const build = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
  await writeFile(join(client, 'offline.json'), JSON.stringify({ build, files }));
}
