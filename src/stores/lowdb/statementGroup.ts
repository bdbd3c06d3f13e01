import type { StoredStatement } from '../../xapi/types.ts';
import { DamagedFileError } from './errors.ts';
import type { Place } from './journal.ts';
import { isRecord } from './shapes.ts';

/** Where one statement's JSON stands in the journal, in bytes. */
export interface Span {
  /** Where its line starts. */
  readonly line: number;
  readonly start: number;
  readonly length: number;
}

/** What stands in the place of an erased statement: nothing, or only which id it voided, so that it stays voided. */
export type Erased = null | { readonly erased: true; readonly voids: string };

/**
 * A group as the journal's record: a JSON array with a tab behind each comma between its statements. A tab stands nowhere
 * else in JSON that `JSON.stringify` wrote, so each statement is found without reading the others.
 */
export function formatGroup(statements: readonly StoredStatement[]): { json: string; lengths: number[] } {
  const parts = statements.map((statement) => JSON.stringify(statement));
  return { json: `[${parts.join(between)}]`, lengths: parts.map((part) => Buffer.byteLength(part)) };
}

/** Where each statement of a group stands, given the group's place and how long each is, in bytes. */
export function spansAt({ line, start }: Place, lengths: readonly number[], gap = between.length): Span[] {
  let next = start + 1;
  return lengths.map((length) => {
    const span = { line, start: next, length };
    next += length + gap;
    return span;
  });
}

/**
 * Reads a group that stands at `place`.
 *
 * @throws DamagedFileError where the line holds none.
 */
export function parseGroup(
  record: unknown,
  place: Place,
  json: Buffer,
  path: string,
): readonly { readonly statement: StoredStatement | Erased; readonly span: Span }[] {
  if (!isGroup(record)) throw new DamagedFileError(path, 'a line holds no group of statements', { offset: place.line });
  const lengths = lengthsIn(json);
  const spans = lengths.length === record.length ? spansAt(place, lengths) : spansWithoutTabs(record, place);
  return record.map((statement, index) => ({ statement, span: spans[index]! }));
}

/** Groups of the first version have no tabs; what `JSON.stringify` wrote, it writes again at the same length. */
function spansWithoutTabs(record: readonly unknown[], place: Place): Span[] {
  const lengths = record.map((statement) => Buffer.byteLength(JSON.stringify(statement)));
  return spansAt(place, lengths, 1);
}

function isGroup(record: unknown): record is readonly (StoredStatement | Erased)[] {
  return Array.isArray(record) && record.every((item) => item === null || isRecord(item));
}

export function isErased(statement: StoredStatement | Erased): statement is Erased {
  return statement === null || 'erased' in statement;
}

/** @param json a group's JSON. @returns how long each of its statements is, with the spaces behind it, in bytes. */
function lengthsIn(json: Buffer): number[] {
  const lengths: number[] = [];
  let start = 1;
  for (let tab = json.indexOf(separator); tab !== -1; tab = json.indexOf(separator, tab + 1)) {
    lengths.push(tab - 1 - start);
    start = tab + 1;
  }
  return [...lengths, json.length - 1 - start];
}

/**
 * A line's JSON with some of its statements erased, as long in bytes as before: spaces fill what they leave.
 *
 * @param json the group's JSON as it stands at `line`.
 * @param erased where each statement to erase stands, and what is to stand there.
 */
export function withErased(
  json: Buffer,
  jsonStart: number,
  erased: readonly { readonly span: Span; readonly voids: string | null }[],
): string {
  const bytes = Buffer.from(json);
  for (const { span, voids } of erased) {
    const left: Erased = voids === null ? null : { erased: true, voids };
    const at = span.start - jsonStart;
    bytes.fill(JSON.stringify(left).padEnd(span.length), at, at + span.length);
  }
  return bytes.toString('utf8');
}

const between = ',\t';
const separator = between.charCodeAt(1);
