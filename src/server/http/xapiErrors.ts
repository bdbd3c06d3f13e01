import type { Context } from 'hono';
import { type ErrorCode, errorMessages } from '../../i18n/errors.ts';
import { fill } from '../../i18n/fill.ts';
import { LrsError, type LrsErrorCode } from '../../lrs/errors.ts';
import type { Logger } from '../logger.ts';
import { statusOf, toProblem } from './errorResponses.ts';

/** The record store's errors and their statuses (xAPI 1.0.3, Communication 3.2). */
const statuses = {
  invalid_json: 400,
  invalid_statement: 400,
  invalid_parameter: 400,
  missing_version: 400,
  unsupported_version: 400,
  forbidden: 403,
  not_found: 404,
  statement_conflict: 409,
} as const satisfies Record<LrsErrorCode, number>;

/** Where a person and a program need other words. */
const forPrograms: { readonly [Code in ErrorCode]?: string } = {
  not_signed_in: 'Send the name and secret of an API client as HTTP Basic credentials.',
};

/** `{error: {code, message, path?, requestId}}`, in English for those who write programs. A 401 names the way to sign in. */
export function xapiErrorResponse(error: unknown, context: Context, log: Logger): Response {
  const requestId = String(context.get('requestId'));
  if (error instanceof LrsError) {
    const { code, message, path } = error;
    return context.json({ error: { code, message, ...(path !== undefined && { path }), requestId } }, statuses[code]);
  }
  const problem = toProblem(error);
  if (problem.code === 'internal') log.error('request failed', { requestId, error: String(error) });
  if (problem.code === 'not_signed_in') context.header('WWW-Authenticate', 'Basic realm="xAPI", charset="UTF-8"');
  if (problem.code === 'store_unavailable') context.header('Retry-After', '5');
  const message = forPrograms[problem.code] ?? fill(errorMessages.en[problem.code], problem.fields);
  return context.json({ error: { code: problem.code, message, requestId } }, statusOf(problem));
}
