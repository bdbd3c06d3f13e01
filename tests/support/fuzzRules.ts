import { isDeepStrictEqual } from 'node:util';
import type { ErrorCode } from '../../src/i18n/errors.ts';
import type { LrsErrorCode } from '../../src/lrs/errors.ts';
import { sameStatement } from '../../src/xapi/equality.ts';
import type { Statement, StoredStatement } from '../../src/xapi/types.ts';
import type { Meaning } from './fuzzMeaning.ts';
import type { FuzzRequest } from './fuzzRequests.ts';
import type { FuzzAnswer } from './fuzzTarget.ts';

/** The codes that an xAPI client may meet, and their statuses. */
const statuses: Readonly<Record<string, number>> = {
  invalid_json: 400,
  invalid_statement: 400,
  unsupported_content: 400,
  invalid_multipart: 400,
  invalid_attachment: 400,
  invalid_signature: 400,
  invalid_parameter: 400,
  missing_version: 400,
  unsupported_version: 400,
  invalid_document: 400,
  invalid_alternate_request: 400,
  not_signed_in: 401,
  other_person: 401,
  forbidden: 403,
  cross_site: 403,
  not_found: 404,
  method_not_allowed: 405,
  statement_conflict: 409,
  document_conflict: 409,
  precondition_failed: 412,
  document_limit: 413,
  body_too_large: 413,
} satisfies { readonly [Code in LrsErrorCode | ErrorCode]?: number };

/** The most that is taken of any body, in bytes: the limit of one, and as much again for what sockets hold. */
const mostTaken = 20_000_000;

/** What an answer says that no request may bring about, in a sentence; null where every rule holds. */
export function brokenRule(request: FuzzRequest, { status, headers, text, taken }: FuzzAnswer): string | null {
  const version = headers.get('x-experience-api-version') ?? '';
  if (!/^(1\.0\.3|2\.0\.0)$/.test(version)) return `the answer names the version "${version}"`;
  if (headers.has('x-injected')) return 'the request put a header into the answer';
  if (taken > mostTaken) return `${taken} bytes of an endless body were taken`;
  if (request.method === 'HEAD') return text === '' ? null : 'a HEAD has a body';
  const isQuiet = text === '' && request.target.includes('?method=HEAD');
  if (status < 400 || isQuiet) return null;
  if (headers.get('content-type')?.startsWith('text/plain') === true) {
    return request.headers['accept'] === undefined || text === ''
      ? 'text was answered to who did not ask for it'
      : null;
  }
  return brokenError(status, text);
}

function brokenError(status: number, text: string): string | null {
  const { error } = parsed<{ error?: Readonly<Record<string, unknown>> }>(text) ?? {};
  if (error === undefined) return 'an error has no body of the shape {error}';
  if (statuses[String(error['code'])] !== status) return `the code ${String(error['code'])} has the status ${status}`;
  const { code, message, requestId, path = '', ...rest } = error;
  if (Object.keys(rest).length > 0) return `an error has the members ${Object.keys(rest).join(', ')}`;
  const isWorded = [code, message, requestId, path].every((member) => typeof member === 'string') && message !== '';
  return isWorded ? null : 'an error has a member that is no text';
}

/**
 * How a stored statement differs from the one that was sent, or null: what the standard has kept is kept, to the letter.
 *
 * @param isRepeat whether one with its id was stored before: then it may differ in what equality leaves out
 */
export function difference(sent: Statement, stored: StoredStatement, isRepeat: boolean): string | null {
  if (!sameStatement(stored, { id: stored.id, ...sent })) return 'the stored statement is another one than was sent';
  if (isRepeat) return null;
  const isNested = sent.object.objectType === 'SubStatement';
  const kept = ['actor', 'verb', 'result', 'attachments', ...(isNested ? [] : (['object'] as const))] as const;
  const changed = kept.find((name) => sent[name] !== undefined && !isDeepStrictEqual(sent[name], stored[name]));
  if (changed !== undefined) return `the stored ${changed} is not the one that was sent`;
  const extensions = [sent, stored].map(({ context }) => context?.extensions);
  return isDeepStrictEqual(extensions[0], extensions[1]) ? null : 'the stored extensions are not those that were sent';
}

/** What a request for documents did that it may not do, or null; `before` and `after` are what a GET answers of them. */
export function documentDifference(
  { method, contentType, content }: Meaning,
  { status }: FuzzAnswer,
  before: FuzzAnswer | null,
  after: FuzzAnswer | null,
): string | null {
  if (before === null || after === null) return null;
  if (status >= 300) return before.text === after.text ? null : 'a refused request has changed a document';
  if (method === 'DELETE') return after.status === 404 || after.text === '[]' ? null : 'a deleted document is there';
  if (after.status !== 200) return 'an acknowledged document cannot be read';
  if (method === 'PUT' && after.headers.get('content-type') !== (contentType || 'application/octet-stream'))
    return 'a document has another type than was sent';
  const text = Buffer.from(content, 'latin1').toString();
  if (method === 'PUT') return after.text === text ? null : 'a document is not the one that was sent';
  const [changes, merged] = [parsed<object>(text), parsed<object>(after.text)];
  const isMerged = isDeepStrictEqual({ ...merged, ...changes }, merged);
  return isMerged ? null : 'a document does not hold what was merged into it';
}

/** A value of JSON, or null. */
export function parsed<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
