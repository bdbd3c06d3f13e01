import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AttachmentStore } from '../../src/lrs/attachmentPorts.ts';
import type { SettingsStore, StatementStore } from '../../src/lrs/ports.ts';
import type { PeopleStore, SessionStore } from '../../src/people/ports.ts';
import type { CertificateKeyStore, PrunableAuditLog } from '../../src/reports/ports.ts';
import type { Clock, Logger } from '../../src/stores/lowdb/environment.ts';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import type { OpenOptions, Stores } from '../../src/stores/lowdb/openStores.ts';

/** The ports every store implements, as the contract suite sees them. */
export interface StorePorts {
  readonly statements: StatementStore;
  readonly attachments: AttachmentStore;
  readonly settings: SettingsStore;
  readonly people: PeopleStore;
  readonly sessions: SessionStore;
  readonly audit: PrunableAuditLog;
  readonly certificateKeys: CertificateKeyStore;
}

/** One installation of a store, empty at first, that a test can restart. */
export interface StoreInstallation {
  readonly clock: SettableClock;
  readonly ports: StorePorts;
  /** Closes the store and opens it again: `ports` are new ones then, over what was durable. */
  restart(): Promise<void>;
  /** Closes it and takes away everything it kept. */
  remove(): Promise<void>;
}

/** A clock that stands until a test moves it. */
export interface SettableClock {
  readonly now: Clock;
  set(instant: string): void;
}

export function settableClock(start = '2026-03-02T07:00:00.000Z'): SettableClock {
  let present = new Date(start);
  return {
    now: () => new Date(present),
    set: (instant) => {
      present = new Date(instant);
    },
  };
}

/** What was logged and what was fatal, for tests to look at. */
export interface Told {
  readonly warnings: string[];
  readonly fatal: Error[];
}

/** Options to open the embedded store in `dataDir`, and what it tells. */
export function openOptions(
  dataDir: string,
  clock: Clock = settableClock().now,
): OpenOptions & { readonly told: Told } {
  const told: Told = { warnings: [], fatal: [] };
  const logger: Logger = { info: () => {}, warn: (message) => told.warnings.push(message), error: () => {} };
  return { dataDir, clock, logger, onFatal: (error) => told.fatal.push(error), told };
}

/** A folder on a real disk, and how to take it away. */
export async function temporaryFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'oppihetki-store-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** An installation of the embedded store in a temporary folder. */
export async function lowdbInstallation(): Promise<StoreInstallation> {
  const folder = await temporaryFolder();
  const clock = settableClock();
  const open = () => openLowdbStores(openOptions(join(folder.path, 'data'), clock.now));
  let stores: Stores = await open();
  return {
    clock,
    get ports() {
      return stores;
    },
    async restart() {
      await stores.close();
      stores = await open();
    },
    async remove() {
      await stores.close();
      await folder.remove();
    },
  };
}
