import type { HookParameters } from 'astro';

/** Where a page asks how often pages have been told to load again: `newestPage.ts`. */
export const reloadsPath = '/__reloads';

/**
 * How long (ms) a page that is being left does not load again: that would take its author back from where they go. One that is still
 * there then was not left: its link was a file to save, or a mail address.
 */
export const leavingTakes = 10_000;

/** How often the pages of the preview have been told to load again: names the state that a page was made in. */
export interface Reloads {
  readonly count: number;
}

/**
 * Counts them. Vite and Astro tell the pages that are connected at that moment: one that is being loaded then does not hear it,
 * and would show its old content until the next change.
 */
export function countReloads(server: HookParameters<'astro:server:setup'>['server']): Reloads {
  const { client } = server.environments;
  let count = 0;
  const send = client.hot.send.bind(client.hot);
  client.hot.send = (...message: [unknown, unknown?]) => {
    const [payload] = message;
    if (typeof payload === 'object' && payload !== null && 'type' in payload && payload.type === 'full-reload')
      count += 1;
    send(...(message as Parameters<typeof send>));
  };
  return {
    get count() {
      return count;
    },
  };
}
