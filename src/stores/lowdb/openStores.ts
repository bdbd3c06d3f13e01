import { dirname, join } from 'node:path';
import type { DocumentStore } from '../../lrs/documentPorts.ts';
import type { ErasableStatementStore, SettingsStore, WatchStatements } from '../../lrs/ports.ts';
import type { AttachmentStore } from '../../lrs/attachmentPorts.ts';
import type { PeopleStore, SessionStore } from '../../people/ports.ts';
import type { CertificateKeyStore, PrunableAuditLog } from '../../reports/ports.ts';
import { FileAttachmentStore } from './attachmentStore.ts';
import { JournalAuditLog } from './auditLog.ts';
import { JsonCertificateKeyStore } from './certificateKeyStore.ts';
import { diskProbe } from './diskProbe.ts';
import { JournalDocumentStore } from './documentStore.ts';
import type { Clock, Logger } from './environment.ts';
import { ActorErasure } from './eraseActor.ts';
import { nodeFileOperations } from './fileOperations.ts';
import type { FileOperations } from './fileOperations.ts';
import { refuseHalfRestored } from './halfRestored.ts';
import { takeLock } from './lockFile.ts';
import { JsonPeopleStore } from './peopleStore.ts';
import { JsonSessionStore } from './sessionStore.ts';
import { JsonSettingsStore } from './settingsStore.ts';
import { JournalStatementStore } from './statementStore.ts';
import { Tombstones } from './tombstones.ts';

export interface OpenOptions {
  /** The data folder; made, open to its owner only, where there is none. */
  readonly dataDir: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told when the process has to end at once, without writing anything more: a flush failed, or the lock is lost. */
  readonly onFatal: (error: Error) => void;
  /** Asked before the statements are opened: who is to be told of them, from the first one on. See `WatchStatements`. */
  readonly watchFrom?: (settings: SettingsStore) => Promise<WatchStatements>;
  /** The disk; tests put faults behind it. */
  readonly files?: FileOperations;
}

/** How many statements the embedded store is meant for: a pilot or one service. */
const adviseBelow = 250_000;

/** The embedded store: everything the services keep, in one folder, for one process. */
export interface Stores {
  readonly statements: ErasableStatementStore;
  readonly attachments: AttachmentStore;
  readonly documents: DocumentStore;
  readonly settings: SettingsStore;
  readonly people: PeopleStore;
  readonly sessions: SessionStore;
  readonly audit: PrunableAuditLog;
  readonly certificateKeys: CertificateKeyStore;
  readonly tombstones: Tombstones;
  /** Erases people from everything above. */
  readonly erasure: ActorErasure;
  /** What was trimmed at the opening, a sentence for each file. */
  readonly recovered: readonly string[];
  /** Resolves when the store can read and write; rejects with StoreUnavailableError otherwise. */
  readonly checkHealth: () => Promise<void>;
  /** Ends what is being written, closes the files and gives the folder free. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the embedded store, or makes it.
 *
 * @throws StoreLockedError when another process has the folder, DamagedFileError when a file is not what was written;
 * that file is left as it is.
 */
export async function openLowdbStores(options: OpenOptions): Promise<Stores> {
  const { dataDir, clock, logger, onFatal, files = nodeFileOperations } = options;
  await refuseHalfRestored(files, dataDir);
  await files.makeFolder(dataDir);
  await files.syncFolder(dirname(dataDir));
  const at = (name: string) => ({ files, path: join(dataDir, name), onFatal });

  const opened: { close(): Promise<void> }[] = [];
  const close = async () => {
    const failures: unknown[] = [];
    for (const part of opened.splice(0).reverse()) await part.close().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'The store could not close every file');
  };
  const keep = async <T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> => {
    const part = await opening;
    opened.push(part);
    return part;
  };

  try {
    const lock = await takeLock({ ...at('lock'), clock });
    opened.push({ close: () => lock.release() });
    const attachments = await FileAttachmentStore.open(at('attachments'));
    const settings = await keep(JsonSettingsStore.open(at('settings.json')));
    const people = await keep(JsonPeopleStore.open(at('people.json')));
    const sessions = await keep(JsonSessionStore.open(at('sessions.json')));
    const audit = await keep(JournalAuditLog.open(at('audit.journal')));
    const certificateKeys = await keep(JsonCertificateKeyStore.open(at('certificate-keys.json')));
    const tombstones = await keep(Tombstones.open(at('tombstones.json')));
    const watch = await options.watchFrom?.(settings);
    const statements = await keep(
      JournalStatementStore.open({ ...at('statements.journal'), clock, logger, adviseBelow, tombstones, watch }),
    );
    const documents = await keep(JournalDocumentStore.open({ ...at('documents.journal'), clock, tombstones }));
    const erasureParts = { statements, attachments, documents, people, sessions, audit, clock };
    const erasure = await keep(ActorErasure.open(at('erasures.json'), erasureParts));
    await attachments.removeUnattached((sha2) => statements.isAttached(sha2));
    const recovered = [statements.recovered, documents.recovered, audit.recovered].filter(
      (sentence) => sentence !== null,
    );
    const probe = diskProbe(files, dataDir);
    const checkHealth = async () => {
      statements.checkOpen();
      documents.checkOpen();
      audit.checkOpen();
      await probe();
    };
    return {
      statements,
      attachments,
      documents,
      settings,
      people,
      sessions,
      audit,
      certificateKeys,
      tombstones,
      erasure,
      recovered,
      checkHealth,
      close,
    };
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
}
