import type { Statement } from '../../src/xapi/types.ts';
import type { FuzzRequest } from './fuzzRequests.ts';
import { learnerName } from './fuzzStatements.ts';

/** What a request asks for, read without the code under test; guessed where the request is damaged. */
export interface Meaning {
  readonly method: string;
  readonly resource: string;
  readonly query: URLSearchParams;
  /** The version asked for, where the header names one. */
  readonly version: string;
  readonly contentType: string;
  /** The content, one character for each byte. */
  readonly content: string;
  /** The statements in it, or null where they cannot be read or the target fills something in. */
  readonly statements: readonly Statement[] | null;
}

/** What a request means, in the alternate syntax too. */
export function meaningOf(request: FuzzRequest): Meaning {
  const [resource = '', search = ''] = request.target.split(/\?(.*)/s);
  const query = new URLSearchParams(search);
  const version = request.headers['x-experience-api-version'] ?? '';
  const alternative = query.get('method');
  if (request.method !== 'POST' || alternative === null) {
    const contentType = request.headers['content-type'] ?? '';
    const content = request.body ?? '';
    const statements = statementsIn(contentType, content);
    return { method: request.method, resource, query, version, contentType, content, statements };
  }
  const form = new URLSearchParams(request.body ?? '');
  const contentType = form.get('Content-Type') ?? 'application/json';
  const content = Buffer.from(form.get('content') ?? '').toString('latin1');
  for (const name of ['Content-Type', 'content']) form.delete(name);
  const statements = statementsIn(contentType, content);
  return { method: alternative, resource, query: form, version, contentType, content, statements };
}

function statementsIn(contentType: string, content: string): readonly Statement[] | null {
  if (content.includes(learnerName)) return null;
  const isMultipart = contentType.startsWith('multipart/');
  const json = isMultipart ? (content.split('\r\n\r\n', 2)[1]?.split('\r\n--', 1)[0] ?? '') : content;
  try {
    const value = JSON.parse(Buffer.from(json, 'latin1').toString()) as Statement | readonly Statement[];
    return Array.isArray(value) ? (value as readonly Statement[]) : [value as Statement];
  } catch {
    return null;
  }
}
