import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type ErrorCode, errorMessages } from '../../i18n/errors.ts';
import { fill } from '../../i18n/fill.ts';
import { LrsError, type LrsErrorCode } from '../../lrs/errors.ts';
import type { Logger } from '../logger.ts';
import { retryAfter, statusOf, toProblem } from './errorResponses.ts';
import { accountHeader } from './expectedAccount.ts';

/** The record store's errors and their statuses (xAPI 1.0.3, Communication 3.2). */
const statuses = {
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
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  statement_conflict: 409,
  document_conflict: 409,
  precondition_failed: 412,
  document_limit: 413,
} as const satisfies Record<LrsErrorCode, number>;

/** Where a person and a program need other words. */
const forPrograms: { readonly [Code in ErrorCode]?: string } = {
  not_signed_in: 'Send the name and secret of an API client as HTTP Basic credentials.',
};

/**
 * `{error: {code, message, path?, requestId}}` in English, for those who write programs; the message alone where the request
 * prefers plain text (xAPI 1.0.3, Communication 3.2). A 401 names the way to
 * sign in, but not to a page: the browser would ask its reader for a name and a password.
 */
export function xapiErrorResponse(error: unknown, context: Context, log: Logger): Response {
  const requestId = String(context.get('requestId'));
  if (error instanceof LrsError) {
    const { code, message, path } = error;
    return answer(context, { code, message, ...(path !== undefined && { path }), requestId }, statuses[code]);
  }
  const problem = toProblem(error);
  if (problem.code === 'internal') log.error('request failed', { requestId, error: String(error) });
  if (problem.code === 'not_signed_in' && !context.req.header(accountHeader))
    context.header('WWW-Authenticate', 'Basic realm="xAPI", charset="UTF-8"');
  const wait = retryAfter(problem);
  if (wait !== null) context.header('Retry-After', wait);
  const message = forPrograms[problem.code] ?? fill(errorMessages.en[problem.code], problem.fields);
  return answer(context, { code: problem.code, message, requestId }, statusOf(problem));
}

function answer(
  context: Context,
  error: { readonly code: string; readonly message: string; readonly path?: string; readonly requestId: string },
  status: ContentfulStatusCode,
): Response {
  const supports = ['application/json', 'text/plain'];
  const type = accepts(context, { header: 'Accept', supports, default: 'application/json' });
  return type === 'text/plain' ? context.text(`${error.message}\n`, status) : context.json({ error }, status);
}
