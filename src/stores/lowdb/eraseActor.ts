import type { AttachmentStore } from '../../lrs/attachmentPorts.ts';
import type { JournalAuditLog } from './auditLog.ts';
import type { JournalDocumentStore } from './documentStore.ts';
import { durableJsonFile } from './durableJsonFile.ts';
import type { JsonFileOptions } from './durableJsonFile.ts';
import type { Clock } from './environment.ts';
import { JsonDocument } from './jsonDocument.ts';
import type { JsonPeopleStore } from './peopleStore.ts';
import type { JsonSessionStore } from './sessionStore.ts';
import { isListOfRecords, isRecord } from './shapes.ts';
import type { JournalStatementStore } from './statementStore.ts';

/** Whom to erase. */
export interface Erasure {
  /** The person's id, which is the account name. */
  readonly personId: string;
  /** The report id, or null where the person is not in the roster any more. */
  readonly reportId: string | null;
  /** The canonical keys (`actorKey`) of every agent the person was known as. */
  readonly agents: readonly string[];
  /** The account name of who asked for it, or `maintainer`. */
  readonly by: string;
}

interface Intents {
  readonly pending: readonly Erasure[];
}

export interface ErasureParts {
  readonly statements: JournalStatementStore;
  readonly people: JsonPeopleStore;
  readonly sessions: JsonSessionStore;
  readonly audit: JournalAuditLog;
  readonly clock: Clock;
  readonly documents: JournalDocumentStore;
  readonly attachments: Pick<AttachmentStore, 'removeUnattached'>;
}

/**
 * Erases people from everything the store keeps. Who is to go is written down first and struck out last: whatever a kill cuts
 * short is done again at the next start, and every step may be done twice (the audit log may then tell of it twice). The
 * intent is the one place that still names the person meanwhile. Not reached: backups, and files that a repair or a restore
 * kept aside.
 */
export class ActorErasure {
  readonly #intents: JsonDocument<Intents>;
  readonly #parts: ErasureParts;

  private constructor(intents: JsonDocument<Intents>, parts: ErasureParts) {
    this.#intents = intents;
    this.#parts = parts;
  }

  /** Opens the list of intents and does what is left of earlier ones. */
  static async open(options: JsonFileOptions, parts: ErasureParts): Promise<ActorErasure> {
    const intents = await JsonDocument.open(durableJsonFile(options, isIntents), { pending: [] });
    const erasure = new ActorErasure(intents, parts);
    for (const pending of intents.data.pending) await erasure.#carryOut(pending);
    return erasure;
  }

  /**
   * Erases a person: statements, documents, attachments, sessions, the person's own entry, and the names in the audit log.
   * Resolves once all of it is durable.
   *
   * @returns how many statements went.
   * @throws StoreUnavailableError when it could not be finished; the next start finishes it.
   */
  async erase(erasure: Erasure): Promise<{ readonly statements: number }> {
    await this.#intents.update(({ pending }) => ({ pending: [...pending, erasure] }));
    return this.#carryOut(erasure);
  }

  /**
   * Erases again whom the tombstones name and a restored backup brought back.
   *
   * @param keyOfPerson the canonical key of a person's agent, by the person's id.
   */
  async eraseReturned(keyOfPerson: (personId: string) => string, isErased: (agent: string) => boolean): Promise<void> {
    const { statements, documents, people } = this.#parts;
    const returned = new Set([...statements.refusedAgents(), ...documents.refusedAgents()]);
    for (const { id, reportId } of await people.people()) {
      const agent = keyOfPerson(id);
      returned.delete(agent);
      if (isErased(agent)) await this.erase({ personId: id, reportId, agents: [agent], by: 'maintainer' });
    }
    for (const agent of returned)
      await this.erase({ personId: agent, reportId: null, agents: [agent], by: 'maintainer' });
  }

  close(): Promise<void> {
    return this.#intents.close();
  }

  async #carryOut(erasure: Erasure): Promise<{ readonly statements: number }> {
    const { personId, reportId, agents, by } = erasure;
    const { statements, people, sessions, audit, clock, documents, attachments } = this.#parts;
    await sessions.removeOf(personId);
    const erased = await statements.erase(agents);
    await attachments.removeUnattached((sha2) => statements.isAttached(sha2));
    for (const agent of agents) await documents.eraseAgent(agent);
    await people.remove(personId);
    await audit.forget([personId, ...(reportId === null ? [] : [reportId])]);
    const detail = { statements: String(erased.statements) };
    await audit.append({ at: clock().toISOString(), by, action: 'erase', detail, subjects: [] });
    await this.#intents.update(({ pending }) => ({ pending: pending.filter((one) => one.personId !== personId) }));
    return erased;
  }
}

function isIntents(data: unknown): data is Intents {
  return isRecord(data) && isListOfRecords(data['pending'], ['personId', 'by']);
}
