import type { Progress } from './progress.client.ts';

const key = 'oppihetki-progress';

/** Keeps the progress last seen, so that learning goes on without a connection. Signing out forgets it. */
export function rememberProgress(progress: Progress): void {
  try {
    localStorage.setItem(key, JSON.stringify(progress));
  } catch {
    // Without storage there is no progress to show while the server is away.
  }
}

/** The progress last seen in this browser, or null. */
export function rememberedProgress(): Progress | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Progress | null;
  } catch {
    return null;
  }
}

/** Whoever comes next to this browser does not see it. */
export function forgetProgress(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept where nothing can be stored.
  }
}
