import { actorKey } from '../xapi/actors.ts';
import type { AccountAgent } from '../xapi/actors.ts';
import { attachmentsOf } from '../xapi/attachments.ts';
import { referencesOf } from '../xapi/references.ts';
import type { StoredStatement } from '../xapi/types.ts';
import { voidedId } from '../xapi/verbs.ts';
import type { AttachmentContent, AttachmentStore } from './attachmentPorts.ts';
import type { DocumentStore, KeptDocument } from './documentPorts.ts';
import type { StatementQuery, StatementStore } from './ports.ts';

/** Everything a record store holds about one agent. */
export interface RecordsOf {
  /** Every statement that names the agent anywhere, in the order they were stored. */
  readonly statements: readonly StoredStatement[];
  /** Those that were voided. They are kept, though no filter finds them. */
  readonly voided: readonly StoredStatement[];
  readonly documents: readonly KeptDocument[];
  /** The octets that those statements attach, as far as they are kept. */
  readonly attachments: readonly AttachmentContent[];
}

const pageSize = 500;

/** Gathers everything that the record store holds about an agent. */
export async function recordsOf(
  stores: {
    readonly statements: Pick<StatementStore, 'find' | 'get'>;
    readonly documents: Pick<DocumentStore, 'ofAgent'>;
    readonly attachments: Pick<AttachmentStore, 'read'>;
  },
  agent: AccountAgent,
): Promise<RecordsOf> {
  const key = actorKey(agent)!;
  const statements = await every(stores.statements, { agent: key, relatedAgents: true });
  const voided = await voidedAbout(stores.statements, key);
  const attachments: AttachmentContent[] = [];
  for (const sha2 of hashesIn([...statements, ...voided])) {
    const bytes = await stores.attachments.read(sha2);
    if (bytes !== null) attachments.push({ sha2, bytes });
  }
  return { statements, voided, documents: await stores.documents.ofAgent(key), attachments };
}

async function every(
  store: Pick<StatementStore, 'find'>,
  query: Omit<StatementQuery, 'limit' | 'cursor'>,
): Promise<StoredStatement[]> {
  const found: StoredStatement[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.find({ ...query, ascending: true, limit: pageSize, cursor });
    found.push(...page.statements);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/** The voided statements that name an agent: found by those that void them. */
async function voidedAbout(store: Pick<StatementStore, 'find' | 'get'>, key: string): Promise<StoredStatement[]> {
  const voided: StoredStatement[] = [];
  for (const voiding of await every(store, { verb: voidedId })) {
    const { voids } = referencesOf(voiding);
    const statement = voids === null ? null : await store.get(voids);
    if (statement && referencesOf(statement).agents.related.includes(key)) voided.push(statement);
  }
  return voided;
}

function hashesIn(statements: readonly StoredStatement[]): ReadonlySet<string> {
  return new Set(
    statements.flatMap((statement) => attachmentsOf(statement).map(({ attachment }) => attachment.sha2.toLowerCase())),
  );
}
