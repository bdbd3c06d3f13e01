import type { Language } from '../i18n/languages.ts';

export const roles = ['coordinator', 'manager'] as const;
/** Roles on top of learner, which everybody who signs in is. */
export type Role = (typeof roles)[number];

export interface Unit {
  readonly id: string;
  readonly name: string;
  /** The unit above, or null at the top of the tree. */
  readonly parent: string | null;
}

export interface Person {
  /** Random and opaque: the xAPI account name. Never an e-mail or a name. */
  readonly id: string;
  /** Random and opaque: names the person in reports; never the account name. */
  readonly reportId: string;
  /** Who this is to the identity provider: issuer and subject. Null after the name was forgotten. */
  readonly key: { readonly issuer: string; readonly subject: string } | null;
  readonly name: string | null;
  readonly unit: string | null;
  /** What the identity provider's claims gave at the last sign-in. See `rolesOf` for all. */
  readonly roles: readonly Role[];
  /** The organisation's own id of the person, from the roster. Null for somebody without a row there. */
  readonly rosterId: string | null;
  readonly email: string | null;
  /** The language the person prefers, from the roster. */
  readonly language: Language | null;
  /** The units the person manages by the roster; each stands for its whole branch. */
  readonly manages: readonly string[];
  /** When the roster ceased to have the person, ISO 8601 UTC; null for whom it has and for whom it never had. */
  readonly leftAt: string | null;
}

/** What the roster tells of a person, for somebody whom it does not know. */
export const noRosterRow = {
  rosterId: null,
  email: null,
  language: null,
  manages: [],
  leftAt: null,
} as const satisfies Partial<Person>;

/** What an import of the roster may change of a person. */
export type RosterRow = Pick<Person, 'name' | 'email' | 'language' | 'unit' | 'manages' | 'leftAt'>;

/** Somebody whom the last import changed or added. */
export interface RosterBefore {
  readonly id: string;
  /** Finds whoever learned under another id before and took the row over at a sign-in; null for whom the roster never had. */
  readonly rosterId: string | null;
  /** As it was; null for somebody the import added. */
  readonly row: RosterRow | null;
}

/** What stood before the last import of the roster, for it to be undone. */
export interface RosterUndo {
  /** When that import was, ISO 8601 UTC. */
  readonly at: string;
  /** Every unit as it was. */
  readonly units: readonly Unit[];
  readonly people: readonly RosterBefore[];
}

/** Everything that is kept of people, as it is at one moment. */
export interface PeopleState {
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  /** Null when there is nothing to undo. */
  readonly undo: RosterUndo | null;
}

export interface PeopleStore {
  units(): Promise<readonly Unit[]>;
  people(): Promise<readonly Person[]>;
  byId(id: string): Promise<Person | null>;
  byKey(issuer: string, subject: string): Promise<Person | null>;
  /** Adds or replaces by id, all or nothing; resolves once durable. */
  save(change: { readonly units?: readonly Unit[]; readonly people?: readonly Person[] }): Promise<void>;
  state(): Promise<PeopleState>;
  /** Puts another state in the place of the present one, all or nothing; resolves once durable. */
  change(next: (present: PeopleState) => PeopleState): Promise<void>;
}

export interface SessionRecord {
  /** SHA-256 of the session id, hex. The id itself is never stored. */
  readonly hash: string;
  readonly personId: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  readonly lastSeenAt: string;
}

export interface SessionStore {
  find(hash: string): Promise<SessionRecord | null>;
  /** Adds or replaces by hash; resolves once durable. */
  save(record: SessionRecord): Promise<void>;
  remove(hash: string): Promise<void>;
  /** Every session of a person, in the order they were last used. */
  ofPerson(personId: string): Promise<readonly SessionRecord[]>;
  /** Ends every session of a person; resolves once durable. */
  removeOf(personId: string): Promise<void>;
  /** Ends a person's sessions but the `count` that began last; resolves once durable. */
  keepNewest(personId: string, count: number): Promise<void>;
  /** Removes sessions created or last seen before these instants (ISO 8601 UTC). */
  removeOlder(limits: { readonly createdBefore: string; readonly lastSeenBefore: string }): Promise<void>;
}
