import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createHttpServer } from '../../src/server/http/httpServer.ts';

/** An application that is asked over a port of its own, as clients ask it. */
export interface FuzzServer {
  fetch(path: string, init: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** Listens on a free loopback port. @param answer the application, asked anew for each request: a restart makes a new one */
export async function fuzzServer(answer: (request: Request) => Response | Promise<Response>): Promise<FuzzServer> {
  const listener = getRequestListener(answer, { overrideGlobalObjects: false });
  const server = createHttpServer((request, response) => void listener(request, response), {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    fetch: (path, init) => fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
