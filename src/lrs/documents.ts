import { mergedDocument, refuseFalseJson } from './documentMerge.ts';
import { learnerLimits } from './documentAccess.ts';
import type {
  DocumentAddress,
  DocumentContent,
  DocumentStore,
  ListedDocument,
  StoredDocument,
} from './documentPorts.ts';
import { judgePreconditions, type Preconditions, refuseBlindPut } from './documentPreconditions.ts';
import type { DocumentRequest } from './documentRequests.ts';
import { LrsError } from './errors.ts';

/** What a GET answers. `notModified`: the document is the one that If-None-Match names. */
export type DocumentAnswer =
  | { readonly kind: 'document'; readonly document: StoredDocument; readonly notModified: boolean }
  | { readonly kind: 'ids'; readonly ids: readonly string[]; readonly updated: string | null };

/**
 * GET: one document, or the ids of all that the context holds (xAPI 1.0.3, Communication 2.3, 2.6, 2.7). `updated` is when
 * the newest of them was changed. Without a registration, states of every registration are listed, each id once.
 *
 * @throws LrsError `not_found`, `precondition_failed`
 */
export async function getDocuments(
  { context, registration, id, since }: DocumentRequest,
  conditions: Preconditions,
  store: DocumentStore,
): Promise<DocumentAnswer> {
  if (id === null) {
    const filter = { ...(registration !== null && { registration }), ...(since !== null && { since }) };
    return idsOf(await store.list(context, filter));
  }
  const document = await store.get({ context, registration, id });
  if (document === null) throw new LrsError('not_found', 'There is no such document.');
  const outcome = judgePreconditions(conditions, document);
  if (outcome === 'ifMatch') throw preconditionFailed(outcome);
  return { kind: 'document', document, notModified: outcome === 'ifNoneMatch' };
}

/**
 * PUT: stores a document, or replaces it. Resolves once it is durable.
 *
 * @throws LrsError `invalid_document`, `precondition_failed`, `document_conflict`,
 * `document_limit`, `forbidden`
 */
export async function putDocument(
  request: DocumentRequest,
  content: DocumentContent,
  conditions: Preconditions,
  store: DocumentStore,
): Promise<void> {
  refuseFalseJson(content);
  await change(request, conditions, store, async (address, stored) => {
    refuseBlindPut(request, conditions, stored);
    await refuseTooMuch(request, content, stored, store);
    await keep(address, content, store);
  });
}

/**
 * POST: stores a JSON object, or merges it into the one that is stored. Resolves once it is durable.
 *
 * @throws LrsError `invalid_document`, `precondition_failed`, `document_limit`, `forbidden`
 */
export async function postDocument(
  request: DocumentRequest,
  content: DocumentContent,
  conditions: Preconditions,
  store: DocumentStore,
): Promise<void> {
  await change(request, conditions, store, async (address, stored) => {
    const merged = mergedDocument(stored, content);
    await refuseTooMuch(request, merged, stored, store);
    await keep(address, merged, store);
  });
}

/**
 * DELETE: removes one document, or all states of the context, with a registration only those of it. What is not there is
 * removed already. Resolves once it is durable.
 *
 * @throws LrsError `precondition_failed`
 */
export async function deleteDocuments(
  request: DocumentRequest,
  conditions: Preconditions,
  store: DocumentStore,
): Promise<void> {
  const { context, registration, id } = request;
  if (id !== null) return change(request, conditions, store, (address) => store.remove(address));
  await store.exclusively(context, () => store.removeAll(context, registration ?? undefined));
}

/** Does a piece of work on one document whose preconditions hold, and still do when it writes (Communication 3.1). */
async function change(
  { context, registration, id }: DocumentRequest,
  conditions: Preconditions,
  store: DocumentStore,
  work: (address: DocumentAddress, stored: StoredDocument | null) => Promise<void>,
): Promise<void> {
  const address = { context, registration, id: id! };
  await store.exclusively(context, async () => {
    const stored = await store.get(address);
    const outcome = judgePreconditions(conditions, stored);
    if (outcome !== 'met') throw preconditionFailed(outcome);
    await work(address, stored);
  });
}

async function keep(address: DocumentAddress, content: DocumentContent, store: DocumentStore): Promise<void> {
  if ((await store.put(address, content)) === 'erased') {
    throw new LrsError('forbidden', 'The agent of this document was erased.', 'agent');
  }
}

async function refuseTooMuch(
  { context, principal, maxBytes }: DocumentRequest,
  { body }: DocumentContent,
  stored: StoredDocument | null,
  store: DocumentStore,
): Promise<void> {
  if (body.byteLength > maxBytes) {
    throw new LrsError('document_limit', `A document may hold ${maxBytes} bytes at most.`);
  }
  if (principal.kind === 'client' || stored !== null) return;
  const { documents } = learnerLimits;
  if ((await store.list(context, {})).length < documents) return;
  throw new LrsError('document_limit', `A learner may keep ${documents} documents in an activity at most.`);
}

function preconditionFailed(header: 'ifMatch' | 'ifNoneMatch'): LrsError {
  const reason =
    header === 'ifMatch'
      ? 'The document is not the one that If-Match names. Fetch it again, and send the ETag it has now.'
      : 'A document is stored here that If-None-Match rules out.';
  return new LrsError('precondition_failed', reason);
}

function idsOf(documents: readonly ListedDocument[]): DocumentAnswer {
  const updated = documents.reduce<string | null>(
    (newest, document) => (newest === null || document.updated > newest ? document.updated : newest),
    null,
  );
  return { kind: 'ids', ids: [...new Set(documents.map(({ id }) => id))], updated };
}
