import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readConfig } from '../../src/server/config.ts';
import { createListener } from '../../src/server/http/listener.ts';
import { builtPages } from '../../src/server/http/pageSteps.ts';
import { openServices, readBuiltCourse } from '../../src/server/openServices.ts';
import { benchIdBase } from '../support/benchStatements.ts';
import { cityModules } from './cityModules.ts';

/**
 * The product on a city's data folder and on a course of as many modules as a city's, which no published course has yet.
 * Writes its port and the seconds it took to open as a line of JSON, and serves until it is ended. Argument: the data folder.
 */
const [dataDir = ''] = process.argv.slice(2);
const dist = join(import.meta.dirname, '..', '..', 'dist');

const read = readConfig({ DATA_DIR: dataDir, ID_BASE: benchIdBase });
if (!read.ok) throw new Error(read.problems.join('\n'));
const artefact = await readBuiltCourse(dist);
const content = { ...artefact, course: { ...artefact.course, modules: cityModules(artefact.course) } };
const silent = () => {};
const started = performance.now();
const { services } = await openServices({
  config: read.config,
  content: () => content,
  clock: () => new Date(),
  log: { info: silent, warn: silent, error: silent },
  onFatal: (error) => {
    throw error;
  },
});
const seconds = (performance.now() - started) / 1000;
const server = createServer(createListener(services, await builtPages(dist, services)));
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port, seconds })}\n`);
});
