import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The least that a durable record store does, as a process: parse the JSON of a POST, append it to a file, flush it
 * together with those that came meanwhile, reply. What the product is measured against: no machine's speed counts then.
 * Argument: the file. Writes its port to standard output; serves loopback until it is ended.
 */
const file = await open(process.argv[2]!, 'a');
let waiting: { readonly body: Buffer; readonly reply: () => void }[] = [];
let isWriting = false;

async function writeWaiting(): Promise<void> {
  isWriting = true;
  while (waiting.length > 0) {
    const group = waiting;
    waiting = [];
    await file.appendFile(Buffer.concat(group.map(({ body }) => body)));
    await file.datasync();
    for (const { reply } of group) reply();
  }
  isWriting = false;
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    const value = JSON.parse(body.toString()) as { id: string } | { id: string }[];
    const ids = JSON.stringify([value].flat().map(({ id }) => id));
    const reply = () => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': ids.length });
      response.end(ids);
    };
    waiting.push({ body: Buffer.concat([body, lineFeed]), reply });
    if (!isWriting) void writeWaiting();
  });
});
const lineFeed = Buffer.from('\n');
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
