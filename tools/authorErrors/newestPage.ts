import { reloadsPath } from './reloads.ts';

/** Runs in the browser, on every page of the preview: loads it again when what it shows has changed while it was being loaded. */
async function loadNewest(): Promise<void> {
  const own = document.querySelector<HTMLElement>('.oppi-bar')?.dataset['reloads'];
  const answer = await fetch(reloadsPath).catch(() => null);
  if (own !== undefined && answer?.ok && (await answer.text()) !== own) location.reload();
}

// From the moment it is connected, Vite tells the page itself.
import.meta.hot?.on('vite:ws:connect', () => void loadNewest());
void loadNewest();
