import { forgetProgress } from './progressMemory.client.ts';
import { waitingOf } from './queue/delivery.client.ts';
import { removeFromQueue } from './queue/queueStore.client.ts';
import { reflectionKey } from './reflectionKey.ts';
import { pageStore, videoStore } from './keptStores.ts';

/**
 * Takes from this browser what tells of whoever learned here: the progress, reflections, what was not sent, the modules kept
 * for reading without a connection, and kept videos. The next one at a shared device finds nothing (OWASP ASVS 5.0 14.3).
 *
 * @param account whose unsent answers go; null where nobody's are known
 */
export async function clearBrowser(account: string | null): Promise<void> {
  forgetProgress();
  clearReflections();
  if (account !== null) for (const { id } of await waitingOf(account)) await removeFromQueue(id);
  await clearKept().catch(() => undefined);
}

function clearReflections(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(reflectionKey)) localStorage.removeItem(key);
  } catch {
    // Nothing was kept where nothing can be stored.
  }
}

/** Pages of modules and videos; what tells that there is no connection stays. */
async function clearKept(): Promise<void> {
  if (!('caches' in window)) return;
  await caches.delete(videoStore);
  if (!(await caches.has(pageStore))) return;
  const pages = await caches.open(pageStore);
  for (const { url } of await pages.keys()) {
    const { pathname } = new URL(url);
    if (pathname.endsWith('/') && !pathname.endsWith('/offline/')) await pages.delete(url);
  }
}
