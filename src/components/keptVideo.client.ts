import { dropOlder, videoStore } from './keptStores.ts';

/** Keeps a video on this device, or takes it off when it is kept; the button says what came of it. */
export async function keepOrDrop(button: HTMLButtonElement, address: string): Promise<void> {
  const { keep = '', keeping = '', kept = '', failed = '' } = button.dataset;
  const isKept = button.getAttribute('aria-pressed') === 'true';
  try {
    const cache = await caches.open(videoStore);
    if (isKept) await cache.delete(address);
    else {
      button.textContent = keeping;
      await cache.add(address);
      await dropOlder(cache, address);
    }
    button.textContent = isKept ? keep : kept;
    button.setAttribute('aria-pressed', String(!isKept));
  } catch {
    button.textContent = failed;
  }
}
