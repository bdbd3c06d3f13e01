import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/server/config.ts';
import { createApp } from '../../src/server/http/app.ts';
import { maintenanceOf } from '../../src/server/maintenance.ts';
import { openServices } from '../../src/server/openServices.ts';
import { smallCourse } from './course.ts';
import type { Caller, FuzzRequest } from './fuzzRequests.ts';
import { fuzzServer } from './fuzzServer.ts';
import { learnerName, learnerRegistration } from './fuzzStatements.ts';
import { idBase } from './statements.ts';
import { basic, clients } from './xapiApp.ts';

const origin = 'http://127.0.0.1:4321';
const clientOfEachScope = Object.entries(clients)
  .map(([scope, name]) => `${name}:secret:${scope}`)
  .join(' ');

/** An answer, read to its end. */
export interface FuzzAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** How much of the request's body was taken, in bytes, where it was an endless one. */
  readonly taken: number;
}

/** The application on a store of its own, with nobody but the fuzzer to use it. */
export interface FuzzTarget {
  send(request: FuzzRequest): Promise<FuzzAnswer>;
  /** A GET as the client with every scope, that no rule is held to. */
  ask(target: string, version?: string): Promise<FuzzAnswer>;
  /** Closes the store, looks for damage and opens it again. @returns the damage found, a line each */
  restart(): Promise<readonly string[]>;
  /** Closes it and removes its data. */
  dispose(): Promise<void>;
}

/**
 * Opens the application on a new store.
 *
 * @param isServed over a port, as clients reach it; otherwise its functions are called
 */
export async function openFuzzTarget(isServed: boolean): Promise<FuzzTarget> {
  const dataDir = await mkdtemp(join(tmpdir(), 'oppihetki-fuzz-'));
  const fail = (error: Error) => {
    throw error;
  };
  let now = Date.parse('2026-11-21T10:00:00.000Z');
  const config = readConfig({
    DATA_DIR: dataDir,
    ID_BASE: idBase,
    XAPI_CLIENTS: clientOfEachScope,
    RATE_LIMITS: 'failures:1000000 writes:1000000 client-writes:1000000',
  });
  if (!config.ok) throw new Error(config.problems.join('\n'));
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const open = async () => {
    const clock = () => new Date(now);
    const opened = await openServices({ config: config.config, content: () => smallCourse, clock, log, onFatal: fail });
    return { opened, app: createApp(opened.services, () => 'request') };
  };
  let { opened, app } = await open();
  const server = isServed ? await fuzzServer((request) => app.fetch(request)) : null;
  const fetch = async (path: string, init: RequestInit) => {
    now += 1;
    return server === null ? app.fetch(new Request(`${origin}${path}`, init)) : server.fetch(path, init);
  };

  const session = await fetch('/sign-in', { method: 'POST', body: new URLSearchParams({ persona: 'learner' }) });
  const cookie = session.headers.getSetCookie().map((line) => line.split(';')[0]);
  const own = { origin, cookie: cookie.join('; ') };
  const learner = (await (await fetch('/api/progress', { headers: own })).json()) as Learner;
  const filled = (text: string) => {
    const name = text.includes(learnerName) ? text.replaceAll(learnerName, learner.actor.account.name) : text;
    return name.replaceAll(learnerRegistration, learner.modules[0]!.registration);
  };

  const send = async (request: FuzzRequest): Promise<FuzzAnswer> => {
    const { method, target, headers, body, isEndless } = request;
    const bytes = body === null ? null : new Uint8Array(Buffer.from(filled(body), 'latin1'));
    const endless = isEndless && bytes !== null ? endlessBody(bytes) : null;
    const response = await fetch(`/xapi/${filled(decodedBraces(target))}`, {
      method,
      headers: { ...headers, ...credentials(request.as, own) },
      body: endless?.stream ?? bytes,
      duplex: 'half',
    } as RequestInit);
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
      taken: endless?.taken() ?? 0,
    };
  };
  return {
    send,
    ask: (target, version = '2.0.0') =>
      send({
        as: 'all',
        method: 'GET',
        target,
        headers: { 'x-experience-api-version': version },
        body: null,
        isEndless: false,
      }),
    async restart() {
      await opened.close();
      const { journals, unreadable } = await maintenanceOf({ DATA_DIR: dataDir }, fail).repair(false);
      ({ opened, app } = await open());
      const damaged = journals.filter(({ damage, isMarkDamaged }) => damage.length > 0 || isMarkDamaged);
      return [...damaged.map(({ name }) => `${name} is damaged`), ...unreadable.map((name) => `${name} is unreadable`)];
    },
    async dispose() {
      await server?.close();
      await opened.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

interface Learner {
  readonly actor: { readonly account: { readonly name: string } };
  readonly modules: readonly { readonly registration: string }[];
}

function credentials(as: Caller, own: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (as === 'nobody') return {};
  if (as === 'stranger') return { authorization: 'Basic ====' };
  return as === 'learner' ? own : { authorization: basic(as) };
}

/** The marks that `filled` looks for, as they were before the query was encoded. */
function decodedBraces(target: string): string {
  return target.replaceAll('%7B%7B', '{{').replaceAll('%7D%7D', '}}');
}

function endlessBody(piece: Uint8Array): { readonly stream: ReadableStream; readonly taken: () => number } {
  const chunk = Buffer.concat(Array.from({ length: Math.ceil(65_536 / (piece.length || 1)) }, () => piece));
  let taken = 0;
  const pull = (controller: ReadableStreamDefaultController) => {
    taken += chunk.length;
    controller.enqueue(new Uint8Array(chunk.length === 0 ? Buffer.from(' ') : chunk));
  };
  return { stream: new ReadableStream({ pull }), taken: () => taken };
}
