import { spawn } from 'node:child_process';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { isBuilt } from './buildStamp.ts';
import { readConfig, type ServerConfig } from './config.ts';
import { createDrain } from './http/drain.ts';
import { createHttpServer } from './http/httpServer.ts';
import { createListener } from './http/listener.ts';
import { builtPages } from './http/pageSteps.ts';
import { securityHeaders } from './http/securityHeaders.ts';
import { createLogger } from './logger.ts';
import { type OpenedServices, openServices, readBuiltCourse } from './openServices.ts';

const root = join(import.meta.dirname, '..', '..');
const dist = join(root, 'dist');
/** How long requests under way may take to end after SIGTERM, in milliseconds. */
const drainFor = 10_000;

/** `npm start`: checks the configuration, builds what is needed, serves until SIGTERM or SIGINT. */
async function start(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok)
    return giveUp(['Oppihetki cannot start with this configuration:', ...read.problems.map((line) => `- ${line}`)]);
  const { config } = read;
  if (!(await isBuilt(root, dist))) {
    say('Building the site; this takes some seconds …');
    if (!(await build())) return giveUp(['The site could not be built; see the lines above.']);
  }
  const log = createLogger();
  const opened = await openServices({
    config,
    content: constant(await readBuiltCourse(dist)),
    clock: () => new Date(),
    log,
    onFatal: (error) => {
      giveUp([`The disk failed while writing, so nothing more is accepted: ${error.message}`]);
      process.exit(1);
    },
  });
  for (const line of opened.recovered) log.warn(line);
  try {
    await serve(opened, config);
  } catch (error) {
    await opened.close();
    throw error;
  }
  say(`Oppihetki: ${config.publicOrigin}/`);
  say(`Data:      ${config.dataDir}`);
}

/** Serves the built site and the services from now on, until a signal ends both. */
async function serve(opened: OpenedServices, config: ServerConfig): Promise<void> {
  const listener = createListener(opened.services, await builtPages(dist, opened.services));
  const server = createHttpServer(listener, securityHeaders(config.publicOrigin));
  const drain = createDrain(server);
  await listen(server, config);
  endOnSignal(
    () => drain(drainFor),
    () => opened.close(),
  );
}

function build(): Promise<boolean> {
  const child = spawn(process.execPath, [join(root, 'tools', 'build.ts')], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

function listen(server: Server, { host, port }: ServerConfig): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

/** Lets requests under way end, closes the store, exits 0. A second signal does not hurry it. */
function endOnSignal(drain: () => Promise<void>, close: () => Promise<void>): void {
  let ending: Promise<void> | null = null;
  const end = () => {
    ending ??= drain()
      .then(close)
      .then(
        () => process.exit(0),
        (error: unknown) => {
          giveUp([plainly(error)]);
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

function constant<T>(value: T): () => T {
  return () => value;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function giveUp(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

await start().catch((error: unknown) => giveUp([plainly(error)]));

/** What the start failed of, in one plain line: the errors of the store name the file and what to do. */
function plainly(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, syscall, path = '' } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'The port is in use. Set PORT to another one, or end what uses it.';
  if (syscall === 'listen' || syscall === 'getaddrinfo')
    return `Cannot listen: ${error.message}. Set HOST to an address of this machine and PORT to one this user may use.`;
  if (syscall && !path.startsWith(dist))
    return `Cannot keep data: ${error.message}. Set DATA_DIR to a folder that this user may write in.`;
  return error.message;
}
