import { fill } from '../i18n/fill.ts';

/** Read by the service worker. */
const store = 'oppihetki-videos';

/** The button that keeps a video on this device, or takes it off, as the learner chooses. Hidden where nothing can be kept. */
export async function offerToKeep(button: HTMLButtonElement, address: string): Promise<void> {
  if (!import.meta.env.PROD || !('caches' in window) || !('serviceWorker' in navigator)) return;
  const cache = await caches.open(store).catch(() => null);
  if (!cache) return;
  const { keep = '', keeping = '', kept = '', failed = '' } = button.dataset;
  let isKept = (await cache.match(address)) !== undefined;
  const tell = (words: string) => (button.textContent = words);
  const tellState = () => {
    tell(isKept ? kept : keep);
    button.setAttribute('aria-pressed', String(isKept));
  };
  button.addEventListener('click', () => {
    if (isKept) {
      void cache.delete(address).then(() => ((isKept = false), tellState()));
      return;
    }
    tell(fill(keeping, {}));
    cache.add(address).then(
      () => ((isKept = true), tellState(), dropOlder(cache, address)),
      () => tell(failed),
    );
  });
  tellState();
  button.hidden = false;
}

/** Takes off what the same video was before it was built anew. */
function dropOlder(cache: Cache, address: string): void {
  const folder = address.replace(/[^/]+$/, '');
  void cache.keys().then((keys) => {
    for (const { url } of keys) {
      const { pathname } = new URL(url);
      if (pathname.startsWith(folder) && pathname !== address) void cache.delete(url);
    }
  });
}
