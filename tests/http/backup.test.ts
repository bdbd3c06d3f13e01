import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type RunningServer, startServer } from '../support/runningServer.ts';
import { temporaryFolder } from '../support/stores.ts';
import { attachmentOf, basic, boundary, jsonPart, multipartOf, octetsPart, statementOf } from '../support/xapiCalls.ts';

const tools = join(import.meta.dirname, '..', '..', 'tools');
const env = { XAPI_CLIENTS: 'tool:secret:all' };

/** Runs a maintainer's command on a data folder; resolves with its exit code and what it said. */
function run(dataDir: string, tool: string, ...words: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [join(tools, `${tool}.ts`), ...words], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

async function xapi(server: RunningServer, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = {
    ...basic('tool'),
    'x-experience-api-version': '1.0.3',
    ...(init.headers as Record<string, string>),
  };
  const response = await fetch(`${server.origin}/xapi/${path}`, { ...init, headers });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

const documentPath = (id: string) =>
  `activities/profile?${new URLSearchParams({ activityId: 'https://example.org/backup', profileId: id })}`;

/** Stores a statement with an attachment, and a document, each of which holds the id; resolves once both are acknowledged. */
async function write(server: RunningServer, id: string): Promise<void> {
  const parts = [jsonPart(statementOf({ id, attachments: [attachmentOf(id)] })), octetsPart(id)];
  await xapi(server, 'statements', {
    method: 'POST',
    headers: { 'content-type': `multipart/mixed; boundary="${boundary}"` },
    body: new Uint8Array(multipartOf(parts)),
  });
  await xapi(server, documentPath(id), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"id":"${id}"}`,
  });
}

it('a backup of a running server, restored elsewhere, opens with all that was acknowledged when it began', async () => {
  const folder = await temporaryFolder();
  const server = await startServer({ env });
  onTestFinished(async () => {
    await server.dispose();
    await folder.remove();
  });
  const acknowledged: string[] = [];
  let isTaken = false;
  const writers = Array.from({ length: 4 }, async () => {
    while (!isTaken) {
      const id = randomUUID();
      await write(server, id);
      acknowledged.push(id);
    }
  });
  while (acknowledged.length < 20) await new Promise((resolve) => setTimeout(resolve, 10));
  const before = [...acknowledged];
  const [backup, dataDir] = [join(folder.path, 'backup'), join(folder.path, 'restored')];
  const taken = await run(server.dataDir, 'backup', backup);
  isTaken = true;
  await Promise.all(writers);
  expect(taken).toMatchObject({ code: 0 });
  expect(acknowledged.length).toBeGreaterThan(before.length);
  await server.stop();
  await rm(server.dataDir, { recursive: true });

  expect(await run(dataDir, 'restore', backup, '--verify-only')).toMatchObject({ code: 0 });
  expect(await run(dataDir, 'restore', backup)).toMatchObject({ code: 0 });
  const restored = await startServer({ dataDir, env });
  onTestFinished(() => restored.dispose());
  for (const id of before) {
    const statement = await (await xapi(restored, `statements?statementId=${id}&attachments=true`)).text();
    expect(statement).toContain(`\r\n\r\n${id}\r\n`);
    expect(await (await xapi(restored, documentPath(id))).json()).toEqual({ id });
  }
  expect(restored.output()).not.toContain('journal');
  await write(restored, randomUUID());
}, 120_000);
