import { leavingTakes, reloadsPath } from './reloads.ts';

/** Ends when the page is not, or no more, being left for another. */
let stays: Promise<void> = Promise.resolve();

/** Runs in the browser, on every page of the preview: loads it again when what it shows has changed while it was being loaded. */
async function loadNewest(): Promise<void> {
  const own = document.querySelector<HTMLElement>('.oppi-bar')?.dataset['reloads'];
  const answer = await fetch(reloadsPath).catch(() => null);
  if (own !== undefined && answer?.ok && (await answer.text()) !== own) await loadAgain();
}

/** Never ends: Vite, which waits for it, would load the page once more a little later, perhaps when it is being left. */
async function loadAgain(): Promise<never> {
  await stays;
  location.reload();
  return new Promise(() => {});
}

addEventListener('beforeunload', () => {
  stays = new Promise((resolve) => setTimeout(resolve, leavingTakes));
});
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  stays = Promise.resolve();
  void loadNewest();
});
// Vite waits for its listeners, though their type does not say so.
import.meta.hot?.on('vite:beforeFullReload', (): unknown => loadAgain());
// From the moment it is connected, Vite tells the page itself.
import.meta.hot?.on('vite:ws:connect', () => void loadNewest());
void loadNewest();
