/** The cache of the pages that can be read without a connection. The service worker writes it, under the same name. */
export const pageStore = 'oppihetki-pages';

/** The cache of the videos that learners chose to keep. The service worker reads it by the same name. */
export const videoStore = 'oppihetki-videos';

/** Takes off what the same video was before it was built anew. */
export async function dropOlder(cache: Cache, address: string): Promise<void> {
  const folder = address.replace(/[^/]+$/, '');
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname.startsWith(folder) && pathname !== address) await cache.delete(url);
  }
}
