import type { DocumentAddress, DocumentContext, StoredDocument } from '../../lrs/documentPorts.ts';
import { isRecord } from './shapes.ts';

/** One change of the documents: what a line of their journal holds. */
export type DocumentChange =
  | { readonly kind: 'put'; readonly address: DocumentAddress; readonly document: StoredDocument }
  | { readonly kind: 'remove'; readonly address: DocumentAddress }
  | { readonly kind: 'removeAll'; readonly context: DocumentContext; readonly registration: string | null };

/** A change as JSON. A body that is UTF-8 is kept as readable text, any other in base64. */
export function formatChange(change: DocumentChange): string {
  if (change.kind !== 'put') return JSON.stringify(change);
  const { kind, address, document } = change;
  const { contentType, updated, body } = document;
  return JSON.stringify({ kind, address, contentType, updated, ...formatBody(body) });
}

/** The change that a record read from the journal describes, or null when it describes none. */
export function readChange(record: unknown): DocumentChange | null {
  if (!isRecord(record)) return null;
  const { kind, address, context, registration } = record;
  if (kind === 'put' && isAddress(address)) return readPut(address, record);
  if (kind === 'remove' && isAddress(address)) return { kind, address };
  if (kind === 'removeAll' && isContext(context) && isTextOrNull(registration)) return { kind, context, registration };
  return null;
}

function readPut(address: DocumentAddress, record: Readonly<Record<string, unknown>>): DocumentChange | null {
  const { contentType, updated } = record;
  const body = readBody(record);
  if (typeof contentType !== 'string' || typeof updated !== 'string' || body === null) return null;
  return { kind: 'put', address, document: { contentType, updated, body } };
}

function formatBody(body: Uint8Array<ArrayBuffer>): { readonly text: string } | { readonly base64: string } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body) };
  } catch {
    return { base64: Buffer.from(body).toString('base64') };
  }
}

function readBody({ text, base64 }: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> | null {
  if (typeof text === 'string') return new TextEncoder().encode(text);
  return typeof base64 === 'string' ? new Uint8Array(Buffer.from(base64, 'base64')) : null;
}

function isAddress(value: unknown): value is DocumentAddress {
  return (
    isRecord(value) &&
    isContext(value['context']) &&
    typeof value['id'] === 'string' &&
    isTextOrNull(value['registration'])
  );
}

const members = { state: ['activity', 'agent'], activityProfile: ['activity'], agentProfile: ['agent'] } as const;

function isContext(value: unknown): value is DocumentContext {
  if (!isRecord(value)) return false;
  const names = Object.entries(members).find(([resource]) => resource === value['resource'])?.[1];
  return names !== undefined && names.every((name) => typeof value[name] === 'string');
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
