import type { RequestListener, Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDrain } from '../../../src/server/http/drain.ts';
import { createHttpServer } from '../../../src/server/http/httpServer.ts';

const hello: RequestListener = (_, response) => {
  response.setHeader('X-Ours', 'yes');
  response.end('hello');
};

async function serverOf(listener: RequestListener = hello): Promise<Server> {
  const server = createHttpServer(listener, { 'X-Ours': 'yes' });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return server;
}

/** A connection on which these bytes were sent. `all` resolves with what came back, once the server has closed it. */
async function connection(server: Server, bytes: string): Promise<{ socket: Socket; all: Promise<string> }> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
  socket.on('error', () => {});
  const all = new Promise<string>((resolve) => socket.once('close', () => resolve(text)));
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write(bytes, 'latin1');
  return { socket, all };
}

const reply = async (bytes: string, listener = hello) => (await connection(await serverOf(listener), bytes)).all;
const soon = (milliseconds = 50) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('what is no HTTP', () => {
  it.each([
    ['bytes', '\u0000\u0001\r\n\r\n', 400],
    ['an unknown method', 'FOO / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['a path with bytes above ASCII', 'GET /\u00ff HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
    ['20 kB of headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ])('%s is refused in one answer with our headers, and the connection closed', async (_, bytes, status) => {
    const text = await reply(bytes);
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(text.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(text).toContain('X-Ours: yes');
    expect(text).toContain('Connection: close');
  });

  it('after a request on the same connection leaves its answer whole', async () => {
    const text = await reply('GET / HTTP/1.1\r\nHost: x\r\n\r\nrubbish\r\n\r\n');
    expect(text).toMatch(/^HTTP\/1\.1 200 [^]*hello[^]*HTTP\/1\.1 400 /);
  });

  it('in the middle of an answer cuts the connection, so that it cannot be read as part of it', async () => {
    const text = await reply(
      'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      (_, response) => {
        response.write('half');
      },
    );
    expect(text).not.toContain(' 400 ');
  });
});

describe('what node would answer by itself', () => {
  it('goes to the listener: a missing Host', async () => {
    expect(await reply('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toContain('X-Ours: yes');
  });

  it('goes to the listener: an Expect that nobody knows', async () => {
    expect(await reply('GET / HTTP/1.1\r\nHost: x\r\nExpect: y\r\nConnection: close\r\n\r\n')).toContain('X-Ours: yes');
  });
});

describe('the end of a server', () => {
  it.each([
    ['never sent anything', ''],
    ['sent half a head', 'GET / HT'],
    ['is kept alive after its answer', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ])('does not wait for a connection that %s', async (_, bytes) => {
    const server = await serverOf();
    const drain = createDrain(server);
    const { all } = await connection(server, bytes);
    await soon();
    const from = performance.now();
    await drain(10_000);
    await all;
    expect(performance.now() - from).toBeLessThan(2_000);
  });

  it('waits for a request under way, answers it whole, and then closes its connection', async () => {
    let answer = () => {};
    const server = await serverOf((_, response) => {
      answer = () => response.end('late');
    });
    const drain = createDrain(server);
    const { all } = await connection(server, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await soon();
    const from = performance.now();
    let drained = false;
    const end = drain(10_000).then(() => (drained = true));
    await soon();
    expect(drained).toBe(false);
    answer();
    expect(await all).toContain('late');
    await end;
    expect(performance.now() - from).toBeLessThan(2_000);
  });

  it('cuts at the limit what does not end', async () => {
    const server = await serverOf(() => {});
    const drain = createDrain(server);
    const { all } = await connection(server, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await soon();
    await drain(100);
    expect(await all).toBe('');
  });

  it('takes no new connection', async () => {
    const server = await serverOf();
    const { port } = server.address() as AddressInfo;
    await createDrain(server)(100);
    const socket = connect(port, '127.0.0.1');
    expect(await new Promise((resolve) => socket.once('error', (error) => resolve(error.message)))).toContain(
      'REFUSED',
    );
  });
});
