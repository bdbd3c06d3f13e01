import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import { readConfig } from '../../src/server/config.ts';
import { createApp } from '../../src/server/http/app.ts';
import { openServices } from '../../src/server/openServices.ts';
import type { Services } from '../../src/server/services.ts';
import { idBase } from './statements.ts';
import { smallCourse } from './course.ts';

export const origin = 'http://127.0.0.1:4321';
/** What our own pages send along. */
export const ownPage = { origin };

/** The application on the real store on a real disk, without a port: a request in, a response out. */
export interface TestApp {
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Signs a demo persona in and answers the headers its browser sends from our own pages. */
  signIn(persona: string): Promise<Record<string, string>>;
  /** What pages made on demand ask of the server. */
  services(): Services;
  /** Closes the store and opens it again, as a restart does; `meanwhile` is what a maintainer does to the folder. */
  restart(options?: {
    readonly content?: CourseArtefact;
    readonly meanwhile?: (dataDir: string) => Promise<void>;
  }): Promise<void>;
  /** Moves the clock on. */
  pass(minutes: number): void;
}

/** Opens the application, with a small course unless another is given, for one test and removes its data when the test has finished. */
export async function testApp(
  options: { readonly env?: Record<string, string>; readonly content?: CourseArtefact } = {},
): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'oppihetki-'));
  const read = readConfig({ DATA_DIR: dataDir, ID_BASE: idBase, ...options.env });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  let now = Date.parse('2026-11-21T10:00:00.000Z');
  const open = async (content: CourseArtefact) => {
    const opened = await openServices({
      config: read.config,
      content: () => content,
      clock: () => new Date(now),
      log: { info: () => {}, warn: () => {}, error: () => {} },
      onFatal: (error) => {
        throw error;
      },
    });
    await opened.settled;
    return { opened, app: createApp(opened.services, randomUUID) };
  };
  const given = options.content ?? smallCourse;
  let { opened, app } = await open(given);
  onTestFinished(async () => {
    await opened.close();
    await rm(dataDir, { recursive: true });
  });

  const fetch = async (path: string, init: RequestInit = {}) => {
    now += 1;
    return app.fetch(new Request(`${origin}${path}`, init));
  };
  return {
    fetch,
    async signIn(persona) {
      const response = await fetch('/sign-in', { method: 'POST', body: new URLSearchParams({ persona }) });
      const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]);
      return { ...ownPage, cookie: cookie.join('; ') };
    },
    services: () => opened.services,
    async restart({ content = given, meanwhile } = {}) {
      await opened.close();
      await meanwhile?.(dataDir);
      ({ opened, app } = await open(content));
    },
    pass(minutes) {
      now += minutes * 60_000;
    },
  };
}

/** The parts of a JSON request. */
export function json(headers: Record<string, string>, body: unknown, method = 'POST'): RequestInit {
  return {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

/** The code of an error response. */
export async function codeOf(response: Response): Promise<string> {
  const { error } = (await response.json()) as { error: { code: string } };
  return error.code;
}
