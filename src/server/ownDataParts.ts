import { completionsOf } from '../completion/completions.ts';
import type { KeptDocument } from '../lrs/documentPorts.ts';
import { recordsOf } from '../lrs/recordsOf.ts';
import type { OwnDataParts, OwnDocument } from '../people/privacy/ownData.ts';
import type { Stores } from '../stores/lowdb/openStores.ts';

/** What a person's own data is gathered from: the record store's documents and octets in words that JSON can hold. */
export function ownDataParts(stores: Stores, idBase: string, clock: () => Date): OwnDataParts {
  const { people, sessions, audit } = stores;
  return {
    people,
    sessions,
    audit,
    idBase,
    clock,
    records: async (agent) => {
      const { statements, voided, documents, attachments } = await recordsOf(stores, agent);
      return {
        statements,
        voided,
        documents: documents.map(ownDocument),
        attachments: attachments.map(({ sha2, bytes }) => ({ sha2, base64: Buffer.from(bytes).toString('base64') })),
      };
    },
    completions: (statements, account) =>
      completionsOf(statements, idBase).flatMap(({ account: whose, ...completion }) =>
        whose === account ? [completion] : [],
      ),
  };
}

function ownDocument({ address, document }: KeptDocument): OwnDocument {
  const { context, registration, id } = address;
  const { contentType, updated, body } = document;
  const text = textOf(body);
  return {
    resource: context.resource,
    activity: 'activity' in context ? context.activity : null,
    registration,
    id,
    contentType,
    updated,
    text,
    base64: text === null ? Buffer.from(body).toString('base64') : null,
  };
}

function textOf(body: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return null;
  }
}
