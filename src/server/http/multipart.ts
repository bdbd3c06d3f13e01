import { LrsError } from '../../lrs/errors.ts';
import { ByteScanner } from './byteScanner.ts';

/** One part of a multipart body. Names of headers are in lower case. */
export interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** What stands before the first part, and the headers of one part, may hold this many bytes. */
const headBytes = 8_192;
/** A body may hold this many parts. */
export const mostParts = 200;

/** The boundary of a multipart Content-Type (RFC 2046, 5.1.1), or null where it names no valid one. */
export function boundaryOf(contentType: string): string | null {
  const [, quoted, token] = /;\s*boundary=(?:"([^"]*)"|([^\s;"]*))\s*(?:;|$)/i.exec(contentType) ?? [];
  const boundary = quoted ?? token ?? '';
  return /^[\w'()+,./:=? -]{0,69}[\w'()+,./:=?-]$/.test(boundary) ? boundary : null;
}

/**
 * The parts of a multipart body (RFC 2046, 5.1), each as soon as it has arrived. What follows the last one is left unread.
 *
 * @param chunks the body as it arrives; how long it may be is theirs to say
 * @throws LrsError `invalid_multipart`
 */
export async function* readParts(chunks: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  const scanner = new ByteScanner(lineFirst(chunks));
  const delimiter = `\r\n--${boundary}`;
  if ((await scanner.readUntil(delimiter, headBytes)) === null) throw invalid('does not begin with its boundary');
  for (let count = 0; !(await scanner.startsWith('--')); count += 1) {
    if (count === mostParts) throw invalid(`has more than ${mostParts} parts`);
    const head = await scanner.readUntil('\r\n\r\n', headBytes);
    if (head === null) throw invalid('has a part without an empty line behind its headers');
    const body = await scanner.readUntil(delimiter, Number.POSITIVE_INFINITY);
    if (body === null) throw invalid('ends before its closing boundary');
    yield { headers: readHeaders(head.toString('latin1')), body };
  }
}

/** Puts a line break before a body, so that its first boundary looks like the others. */
async function* lineFirst(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield Buffer.from('\r\n');
  yield* chunks;
}

/** Header lines, the rest of the boundary's own line before them (RFC 2046 allows it spaces). */
function readHeaders(head: string): ReadonlyMap<string, string> {
  const [boundaryRest = '', ...lines] = head.split('\r\n');
  if (boundaryRest.trim() !== '') throw invalid('has a line that begins like its boundary and goes on');
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    if (colon < 1 || !/^[\w-]+$/.test(name)) throw invalid('has a part with a line that is no header');
    if (headers.has(name)) throw invalid(`has a part with two headers ${name}`);
    headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

function invalid(reason: string): LrsError {
  return new LrsError('invalid_multipart', `The multipart body ${reason}.`);
}
