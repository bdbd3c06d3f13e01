import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { holdResponse } from '../../../tools/authorErrors/heldResponse.ts';

type Change = Parameters<typeof holdResponse>[1];

/** Asks a server that holds what `write` answers and sends what `change` makes of it. */
async function answered(write: (response: ServerResponse) => void, change: Change) {
  const server = createServer((_, response) => {
    holdResponse(response, change);
    write(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return { status: response.status, headers: response.headers, body: await response.text() };
}

const inParts = (response: ServerResponse) => {
  response.writeHead(203, { 'content-type': 'text/plain; charset=utf-8', etag: '"a"', 'x-own': 'yes' });
  response.flushHeaders();
  response.write('Hyvää ');
  response.write(Buffer.from('päi'));
  response.end('vää');
};

it('is sent as it was written where nothing is to change, status, headers and letters', async () => {
  const { status, headers, body } = await answered(inParts, () => Promise.resolve(null));
  expect([status, headers.get('x-own'), headers.get('etag'), body]).toEqual([203, 'yes', '"a"', 'Hyvää päivää']);
});

it('is sent as it was changed, without what told of the old words', async () => {
  const seen: unknown[] = [];
  const { status, headers, body } = await answered(inParts, (answer) => {
    seen.push(answer);
    return Promise.resolve({ status: 500, body: '<p>Uusi</p>' });
  });
  expect(seen).toEqual([{ status: 203, type: 'text/plain; charset=utf-8', body: 'Hyvää päivää' }]);
  expect([status, body, headers.get('etag'), headers.get('x-own')]).toEqual([500, '<p>Uusi</p>', null, 'yes']);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-store');
});

it('is sent as it was written where the change fails', async () => {
  expect(await answered(inParts, () => Promise.reject(new Error('no')))).toMatchObject({
    status: 203,
    body: 'Hyvää päivää',
  });
});

it('takes headers that are told as a flat list, and calls back who waits for a write', async () => {
  const called: string[] = [];
  const { headers, body } = await answered(
    (response) => {
      response.writeHead(200, ['x-one', '1', 'x-two', '2']);
      response.write('a', () => called.push('write'));
      response.end('b', () => called.push('end'));
    },
    () => Promise.resolve(null),
  );
  expect([headers.get('x-one'), headers.get('x-two'), body, called.toSorted()]).toEqual([
    '1',
    '2',
    'ab',
    ['end', 'write'],
  ]);
});

it('can still be told of a page that broke off while it was written', async () => {
  const { status, body } = await answered(
    (response) => {
      response.write('<p>Puoli');
      response.destroy(new Error('broken'));
    },
    ({ status: told }) => Promise.resolve({ status: told, body: 'Korjattavaa' }),
  );
  expect([status, body]).toEqual([500, 'Korjattavaa']);
});
