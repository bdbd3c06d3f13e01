import { createHash } from 'node:crypto';
import type { StoredDocument } from './documentPorts.ts';
import type { DocumentRequest } from './documentRequests.ts';
import { LrsError } from './errors.ts';

/** The conditional headers of a request; null where one is absent or empty. */
export interface Preconditions {
  readonly ifMatch: string | null;
  readonly ifNoneMatch: string | null;
}

/** `ifMatch` or `ifNoneMatch`: that header's condition is false. */
export type PreconditionOutcome = 'met' | 'ifMatch' | 'ifNoneMatch';

/** The entity tag of a body: its SHA-1 in lower case hexadecimal, in quotes (xAPI 1.0.3, Communication 3.1). */
export function entityTag(body: Uint8Array | string): string {
  return `"${createHash('sha1').update(body).digest('hex')}"`;
}

/**
 * Judges the conditions against the document that is stored now (RFC 9110, 13.1 and 13.2.2): If-Match first, which a weak
 * tag never fulfils, then If-None-Match. Tags that came without quotes are taken as if they had them.
 */
export function judgePreconditions(
  { ifMatch, ifNoneMatch }: Preconditions,
  current: StoredDocument | null,
): PreconditionOutcome {
  const tag = current === null ? null : entityTag(current.body);
  if (ifMatch !== null && !names(ifMatch, tag, 'strong')) return 'ifMatch';
  if (ifNoneMatch !== null && names(ifNoneMatch, tag, 'weak')) return 'ifNoneMatch';
  return 'met';
}

/**
 * A profile is never replaced by a PUT that does not say which one; since 2.0.0 no state either (xAPI 1.0.3, Communication
 * 3.1). Where nothing is stored there is nothing to lose, and a PUT needs no condition.
 *
 * @throws LrsError `document_conflict`
 */
export function refuseBlindPut(
  { context, version }: DocumentRequest,
  { ifMatch, ifNoneMatch }: Preconditions,
  stored: StoredDocument | null,
): void {
  const mayBeBlind = context.resource === 'state' && version === '1.0.3';
  if (mayBeBlind || stored === null || ifMatch !== null || ifNoneMatch !== null) return;
  throw new LrsError(
    'document_conflict',
    'A document is stored here already. Check the current state of the resource with GET, then set the header If-Match to its current ETag to replace it.',
  );
}

/** Whether a header's value names the tag; `*` names whatever is stored. */
function names(header: string, tag: string | null, comparison: 'strong' | 'weak'): boolean {
  if (tag === null) return false;
  if (header.trim() === '*') return true;
  const given = header.match(/(?:W\/)?"[^"]*"|[^\s,]+/g) ?? [];
  return given.some((one) => (comparison === 'weak' ? quoted(one.replace(/^W\//, '')) : quoted(one)) === tag);
}

function quoted(tag: string): string {
  return tag.startsWith('"') || tag.startsWith('W/') ? tag : `"${tag}"`;
}
