import { createHash, randomBytes } from 'node:crypto';
import { rolesOf } from './access.ts';
import type { PeopleStore, Person, SessionStore } from './ports.ts';

/** Who is signed in: the person as the people store knows them now, with every role, not as they were at sign-in. */
export interface Visitor {
  readonly person: Person;
}

export interface SessionLimits {
  /** Minutes a session may stand unused. */
  readonly idle: number;
  /** Minutes a session may last in any case. */
  readonly absolute: number;
}

export interface Sessions {
  /** Starts a session and answers its id, to be given to the browser only. Resolves once the session is durable. */
  start(personId: string): Promise<string>;
  /** Who holds this session id; null when it is unknown, ended or past its limits. */
  visitor(sessionId: string | null): Promise<Visitor | null>;
  /** Ends the session on the server. An unknown id is no error. */
  end(sessionId: string | null): Promise<void>;
}

const minute = 60_000;
/** How many sessions one person may hold: signing in again and again ends the oldest, and fills no disk. */
const sessionsOfOne = 500;
/** Use is noted at most this often, so that reading a page does not write to the disk each time. */
const noteUseEvery = 5 * minute;

/**
 * Sessions whose id is 256 random bits, kept hashed, with an idle and an absolute limit
 * (OWASP ASVS 5.0 7.2–7.4).
 */
export function createSessions(parts: {
  readonly store: SessionStore;
  readonly people: PeopleStore;
  readonly clock: () => Date;
  readonly limits: SessionLimits;
  /** Whose sessions count at all; everybody's unless given. */
  readonly admits?: (person: Person) => boolean;
}): Sessions {
  const { store, people, clock, limits, admits = () => true } = parts;

  return {
    async start(personId) {
      const sessionId = randomBytes(32).toString('base64url');
      const now = clock();
      await store.removeOlder({
        createdBefore: ago(now, limits.absolute),
        lastSeenBefore: ago(now, limits.idle),
      });
      await store.keepNewest(personId, sessionsOfOne - 1);
      const at = now.toISOString();
      await store.save({ hash: hashOf(sessionId), personId, createdAt: at, lastSeenAt: at });
      return sessionId;
    },

    async visitor(sessionId) {
      if (!sessionId) return null;
      const record = await store.find(hashOf(sessionId));
      if (!record) return null;
      const now = clock();
      if (record.createdAt < ago(now, limits.absolute) || record.lastSeenAt < ago(now, limits.idle)) return null;
      const person = await people.byId(record.personId);
      if (!person || !admits(person)) return null;
      if (now.getTime() - Date.parse(record.lastSeenAt) >= noteUseEvery) {
        await store.save({ ...record, lastSeenAt: now.toISOString() });
      }
      return { person: { ...person, roles: rolesOf(person) } };
    },

    async end(sessionId) {
      if (sessionId) await store.remove(hashOf(sessionId));
    },
  };
}

function hashOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex');
}

function ago(now: Date, minutes: number): string {
  return new Date(now.getTime() - minutes * minute).toISOString();
}
