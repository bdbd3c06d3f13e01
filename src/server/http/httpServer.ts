import { createServer, type RequestListener, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** What node's parser refuses before there is a request, by its error code; anything else is a 400. */
const parserStatuses: ReadonlyMap<string | undefined, number> = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', 413],
  ['HPE_HEADER_OVERFLOW', 431],
]);

/**
 * An HTTP server whose every response comes from the listener or carries the given headers: node's own answers to a
 * missing Host, an unknown Expect and bytes that are no HTTP would go out bare (OWASP ASVS 5.0 3.4).
 */
export function createHttpServer(listener: RequestListener, headers: Readonly<Record<string, string>>): Server {
  const server = createServer({ requireHostHeader: false }, listener);
  const underWay = new WeakMap<Duplex, ServerResponse>();
  server.on('request', (request, response) => underWay.set(request.socket, response));
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const response = underWay.get(socket);
    const isHalfSent = response?.headersSent === true && !response.writableEnded;
    if (!socket.writable || isHalfSent) return socket.destroy();
    return socket.end(refusal(parserStatuses.get(error.code) ?? 400, headers), () => socket.destroy());
  });
  return server;
}

function refusal(status: number, headers: Readonly<Record<string, string>>): string {
  const all = { ...headers, 'Cache-Control': 'no-store', 'Content-Length': '0', Connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', ''].join('\r\n');
}
