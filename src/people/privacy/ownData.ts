import type { StoredStatement } from '../../xapi/types.ts';
import { accountActor } from '../../xapi/actors.ts';
import type { AccountAgent } from '../../xapi/actors.ts';
import type { PeopleStore, Person, SessionStore, Unit } from '../ports.ts';
import type { AuditLine, Look } from './whoLooked.ts';
import { whoLooked } from './whoLooked.ts';

/** A document of the record store that belongs to the person. */
export interface OwnDocument {
  readonly resource: string;
  /** The activity it is about, or null. */
  readonly activity: string | null;
  readonly registration: string | null;
  readonly id: string;
  readonly contentType: string;
  /** When it was stored or changed last, ISO 8601 UTC. */
  readonly updated: string;
  /** Its text, or null where it is none: `base64` has it then. */
  readonly text: string | null;
  readonly base64: string | null;
}

/** Octets that a statement about the person attaches. */
export interface OwnAttachment {
  readonly sha2: string;
  readonly base64: string;
}

/** What the record store holds about one agent. */
export interface OwnRecords {
  /** Every statement that names the agent anywhere, in the order they were stored. */
  readonly statements: readonly StoredStatement[];
  /** Those that were voided: they count for nothing, and are kept. */
  readonly voided: readonly StoredStatement[];
  readonly documents: readonly OwnDocument[];
  readonly attachments: readonly OwnAttachment[];
}

/** A completion that a certificate can be made of. Nothing of a certificate itself is kept. */
export interface OwnCompletion {
  readonly module: string;
  readonly moduleVersion: number;
  readonly completedAt: string;
  readonly statementId: string;
}

/** Everything that is recorded of a person (GDPR, articles 15 and 20). */
export interface OwnData extends OwnRecords {
  readonly format: 1;
  /** ISO 8601 UTC. */
  readonly madeAt: string;
  readonly person: Omit<Person, 'unit' | 'manages'> & {
    readonly unit: Unit | null;
    readonly manages: readonly Unit[];
  };
  /** How the statements name the person. */
  readonly agent: AccountAgent;
  readonly completions: readonly OwnCompletion[];
  /** Where the person is signed in, by time: neither addresses nor browsers are recorded. */
  readonly sessions: readonly { readonly createdAt: string; readonly lastSeenAt: string }[];
  readonly looks: readonly Look[];
}

export interface OwnDataParts {
  readonly people: Pick<PeopleStore, 'byId' | 'units'>;
  readonly sessions: Pick<SessionStore, 'ofPerson'>;
  readonly audit: { entries(): Promise<readonly AuditLine[]> };
  readonly records: (agent: AccountAgent) => Promise<OwnRecords>;
  readonly completions: (statements: readonly StoredStatement[], account: string) => readonly OwnCompletion[];
  readonly idBase: string;
  readonly clock: () => Date;
}

/** Gathers everything that is recorded of a person, in the words of what keeps it. */
export async function ownData(parts: OwnDataParts, person: Person): Promise<OwnData> {
  const agent = accountActor(parts.idBase, person.id);
  const units = await parts.people.units();
  const { statements, voided, documents, attachments } = await parts.records(agent);
  const sessions = await parts.sessions.ofPerson(person.id);
  return {
    format: 1,
    madeAt: parts.clock().toISOString(),
    person: {
      ...person,
      unit: units.find(({ id }) => id === person.unit) ?? null,
      manages: units.filter(({ id }) => person.manages.includes(id)),
    },
    agent,
    statements,
    voided,
    documents,
    attachments,
    completions: parts.completions(statements, person.id),
    sessions: sessions.map(({ createdAt, lastSeenAt }) => ({ createdAt, lastSeenAt })),
    looks: await whoLooked(parts, person),
  };
}
