import type { SessionRecord, SessionStore } from '../../people/ports.ts';
import { durableJsonFile } from './durableJsonFile.ts';
import type { JsonFileOptions } from './durableJsonFile.ts';
import { JsonDocument } from './jsonDocument.ts';
import { isListOfRecords, isRecord } from './shapes.ts';

interface Sessions {
  readonly sessions: readonly SessionRecord[];
}

/** Sessions, in one JSON file and in memory. The file is rewritten at each change, many changes at once where they come together. */
export class JsonSessionStore implements SessionStore {
  readonly #document: JsonDocument<Sessions>;
  /** The sessions that the map below was made of. */
  #indexed: Sessions | null = null;
  #byHash: ReadonlyMap<string, SessionRecord> = new Map();

  private constructor(document: JsonDocument<Sessions>) {
    this.#document = document;
  }

  static async open(options: JsonFileOptions): Promise<JsonSessionStore> {
    const file = durableJsonFile(options, isSessions);
    return new JsonSessionStore(await JsonDocument.open(file, { sessions: [] }));
  }

  find(hash: string): Promise<SessionRecord | null> {
    const { data } = this.#document;
    if (this.#indexed !== data) {
      this.#indexed = data;
      this.#byHash = new Map(data.sessions.map((session) => [session.hash, session]));
    }
    return Promise.resolve(this.#byHash.get(hash) ?? null);
  }

  save(record: SessionRecord): Promise<void> {
    const saved = { ...record };
    return this.#document.update(({ sessions }) => ({
      sessions: [...sessions.filter(({ hash }) => hash !== saved.hash), saved],
    }));
  }

  remove(hash: string): Promise<void> {
    return this.#keepOnly((session) => session.hash !== hash);
  }

  /** Every session, in the order they were last used. */
  all(): readonly SessionRecord[] {
    return this.#document.data.sessions;
  }

  ofPerson(personId: string): Promise<readonly SessionRecord[]> {
    return Promise.resolve(this.#document.data.sessions.filter((session) => session.personId === personId));
  }

  keepNewest(personId: string, count: number): Promise<void> {
    const own = this.#document.data.sessions.filter((session) => session.personId === personId);
    const excess = own
      .sort((one, other) => one.createdAt.localeCompare(other.createdAt))
      .slice(0, Math.max(0, own.length - count));
    const ended = new Set(excess.map(({ hash }) => hash));
    return ended.size === 0 ? Promise.resolve() : this.#keepOnly(({ hash }) => !ended.has(hash));
  }

  removeOf(personId: string): Promise<void> {
    return this.#keepOnly((session) => session.personId !== personId);
  }

  removeOlder(limits: { readonly createdBefore: string; readonly lastSeenBefore: string }): Promise<void> {
    const createdBefore = Date.parse(limits.createdBefore);
    const lastSeenBefore = Date.parse(limits.lastSeenBefore);
    return this.#keepOnly(
      ({ createdAt, lastSeenAt }) => Date.parse(createdAt) >= createdBefore && Date.parse(lastSeenAt) >= lastSeenBefore,
    );
  }

  close(): Promise<void> {
    return this.#document.close();
  }

  /** Nothing is written where nothing goes. */
  #keepOnly(stays: (session: SessionRecord) => boolean): Promise<void> {
    return this.#document.update((present) => {
      const sessions = present.sessions.filter(stays);
      return sessions.length === present.sessions.length ? present : { sessions };
    });
  }
}

function isSessions(data: unknown): data is Sessions {
  return isRecord(data) && isListOfRecords(data['sessions'], ['hash', 'personId', 'createdAt', 'lastSeenAt']);
}
