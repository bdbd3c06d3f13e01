import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBuilt } from '../../src/server/buildStamp.ts';
import { readConfig } from '../../src/server/config.ts';
import { createHttpServer } from '../../src/server/http/httpServer.ts';
import { createListener } from '../../src/server/http/listener.ts';
import { builtPages } from '../../src/server/http/pageSteps.ts';
import { sessionCookie } from '../../src/server/http/sessionCookie.ts';
import { type OpenedServices, openServices, readBuiltCourse } from '../../src/server/openServices.ts';
import { AuthorCommandError } from '../authorCommand.ts';

/** Gets a file of the site by its path: its bytes. */
export type GetFile = (path: string) => Promise<Buffer>;

/**
 * Serves the site as it stands on the disk to this process alone, on a data folder that is gone afterwards, and takes a page
 * of it as a coordinator sees it. Builds it first where something changed.
 * @param work what is done with the page while the site still answers for its files
 * @throws AuthorCommandError where the site cannot be built, or there is no such page in it
 */
export async function takePage<Made>(
  root: string,
  path: string,
  work: (html: string, file: GetFile) => Promise<Made>,
): Promise<Made> {
  const dist = join(root, 'dist');
  if (!(await isBuilt(root, dist)) && !(await build(root))) {
    throw new AuthorCommandError('Sivustoa ei voitu rakentaa. Korjaa ensin yllä kerrotut kohdat.');
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'oppihetki-review-'));
  try {
    const opened = await open(dist, dataDir);
    const server = createHttpServer(createListener(opened.services, await builtPages(dist, opened.services)), {});
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', resolve);
      });
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const cookie = await coordinatorsCookie(opened);
      const get = async (at: string) => {
        const response = await fetch(`${origin}${at}`, { headers: { cookie } });
        if (!response.ok) throw new AuthorCommandError(`Sivua ${at} ei voi näyttää (${response.status}).`);
        return Buffer.from(await response.arrayBuffer());
      };
      return await work((await get(path)).toString('utf8'), get);
    } finally {
      server.closeAllConnections();
      server.close();
      await opened.close();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function open(dist: string, dataDir: string): Promise<OpenedServices> {
  // Nothing of this machine's settings: neither its data nor its sign-in are asked for.
  const read = readConfig({ DATA_DIR: dataDir });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const course = await readBuiltCourse(dist);
  const throwIt = (error: Error) => {
    throw error;
  };
  const log = { info: () => {}, warn: () => {}, error: (message: string) => process.stderr.write(`${message}\n`) };
  return openServices({ config: read.config, content: () => course, clock: () => new Date(), log, onFatal: throwIt });
}

async function coordinatorsCookie({ services }: OpenedServices): Promise<string> {
  const coordinator = await services.demoPersona('coordinator');
  if (!coordinator) throw new Error('the demo people have no coordinator');
  return `${sessionCookie(false)}=${await services.sessions.start(coordinator.id)}`;
}

function build(root: string): Promise<boolean> {
  const child = spawn(process.execPath, [join(root, 'tools', 'build.ts')], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
