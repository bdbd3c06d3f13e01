import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { config as organisation } from '../../oppihetki.config.ts';
import { todayOf } from '../completion/today.ts';
import { parseArtefact } from '../course/parseArtefact.ts';
import type { CourseArtefact } from '../course/artefact.ts';
import type { SettingsStore } from '../lrs/ports.ts';
import { reevaluate } from '../lrs/reevaluate.ts';
import { ensureDemoPeople } from '../people/demoPersonas.ts';
import type { ServerConfig } from './config.ts';
import { createServices } from './createServices.ts';
import type { Logger } from './logger.ts';
import { openIndexed } from './openIndexed.ts';
import type { Content, Services } from './services.ts';

export interface OpenedServices {
  readonly services: Services;
  /** What the store mended when it was opened, a sentence each. */
  readonly recovered: readonly string[];
  /** Resolves when the completions that were owing at the start are stored. */
  readonly settled: Promise<void>;
  /** Ends what is being written and frees the data folder. */
  close(): Promise<void>;
}

/**
 * Opens the store and builds the services on it: keeps the id base at the first start, seeds the demo people
 * under the demo sign-in, and begins
 * to store the completions that a change of rules left owing.
 *
 * @param content the course as it is now; under the live preview it changes while the process runs
 */
export async function openServices(parts: {
  readonly config: ServerConfig;
  readonly content: Content;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly onFatal: (error: Error) => void;
}): Promise<OpenedServices> {
  const { config, content, clock, log, onFatal } = parts;
  const { stores, idBase, completions } = await openIndexed(
    { dataDir: config.dataDir, clock, logger: log, onFatal },
    (settings) => keptIdBase(settings, config.idBase),
    (module) => todayOf('', content().replaced).module(module),
  );
  try {
    if (config.auth.kind === 'demo') await ensureDemoPeople(stores.people);
    const services = createServices({ stores, completions, config, idBase, content, clock, log, organisation });
    const settled = settleCompletions(services, log);
    return {
      services,
      recovered: stores.recovered,
      settled,
      async close() {
        await settled;
        await stores.close();
      },
    };
  } catch (error) {
    await stores.close();
    throw error;
  }
}

/**
 * Stores the completions that a change of rules left owing. A trigger and what follows from it are one group, so nothing
 * else can leave any. It runs while requests are served: each registration is decided alone. Never rejects.
 */
async function settleCompletions({ lrs }: Services, log: Logger): Promise<void> {
  try {
    const { stored, conflicts } = await reevaluate(lrs);
    if (stored > 0) log.info('stored completions that were owing', { stored });
    for (const id of conflicts) log.error('another statement is stored under the id of a completion', { id });
  } catch (error) {
    log.error('completions could not be settled; the next start tries again', { error: String(error) });
  }
}

/** The course and answer keys that the build left for the server. */
export async function readBuiltCourse(dist: string): Promise<CourseArtefact> {
  return parseArtefact(await readFile(join(dist, 'server', 'course.json'), 'utf8'));
}

async function keptIdBase(settings: SettingsStore, wanted: string): Promise<string> {
  const kept = await settings.idBase();
  if (kept !== null) return kept;
  await settings.keepIdBase(wanted);
  return wanted;
}
