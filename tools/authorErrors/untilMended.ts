import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { ContentWatch } from './contentWatch.ts';

/** How often the content is looked at again while it has errors. */
const pause = 700;

/**
 * Astro ends at its start when content is not valid. So, while there are errors, this serves them at Astro's address itself;
 * resolves when they are mended and the address is free again. Resolves at once when there are none.
 * @param announce is told the port where the errors can be read: the wanted one, or the next free one.
 */
export async function untilMended(
  watch: ContentWatch,
  address: { readonly host: string; readonly port: number },
  announce: (port: number) => void,
): Promise<void> {
  await watch.check();
  if (!watch.hasErrors) return;
  const server = createServer((request, response) => {
    if (!watch.answerAlone(request, response)) response.writeHead(503, { 'content-type': 'text/plain' }).end();
  });
  announce(await listen(server, address.host, address.port));
  while (watch.hasErrors) {
    await wait(pause);
    await watch.check();
  }
  await close(server);
}

const portsToTry = 20;

async function listen(server: Server, host: string, port: number): Promise<number> {
  for (let candidate = port; ; candidate++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(candidate, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      const bound = server.address();
      return typeof bound === 'object' && bound ? bound.port : candidate;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || candidate === port + portsToTry) throw error;
    }
  }
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
