import { createHash } from 'node:crypto';
import { LrsError } from './errors.ts';
import type { StatementFilters } from './statementParameters.ts';

/**
 * The cursor that `more` carries: where the store's page ended, bound to the filters it belongs to. Opaque to clients,
 * and good for as long as the store can go on from there (xAPI 1.0.3, Data 2.5 asks for 24 hours).
 */
export function sealCursor(next: string, filters: StatementFilters): string {
  return Buffer.from(JSON.stringify([next, checksum(next, filters)])).toString('base64url');
}

/** The reverse. Throws `invalid_parameter` for a cursor that was cut, changed, or taken to other filters. */
export function openCursor(cursor: string, filters: StatementFilters): string {
  const [next] = read(cursor);
  if (typeof next !== 'string' || sealCursor(next, filters) !== cursor) {
    throw new LrsError('invalid_parameter', 'The parameter cursor must come from the "more" of an answer.', 'cursor');
  }
  return next;
}

function read(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** Catches mistakes; it is no secret, and a cursor gives no right to anything. */
function checksum(next: string, filters: StatementFilters): string {
  const sorted = Object.entries(filters).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([next, sorted]))
    .digest('base64url')
    .slice(0, 16);
}
