import { type ErrorCode, errorMessages } from '../../i18n/errors.ts';
import { fill } from '../../i18n/fill.ts';
import { preferredLanguage } from '../../i18n/preferredLanguage.ts';
import { StoreUnavailableError } from '../../lrs/errors.ts';
import type { HttpEnv } from './context.ts';
import { Problem } from './problem.ts';

/** Every error of `/api`, `/exports` and the forms, and its status. */
const statuses = {
  invalid_json: 400,
  invalid_request: 400,
  invalid_response: 400,
  invalid_parameter: 400,
  unknown_choice: 400,
  not_signed_in: 401,
  other_person: 401,
  forbidden: 403,
  cross_site: 403,
  not_found: 404,
  no_certificate: 404,
  unknown_question: 404,
  answer_conflict: 409,
  name_unknown: 409,
  body_too_large: 413,
  unsupported_media_type: 415,
  too_many_requests: 429,
  internal: 500,
  store_unavailable: 503,
} as const satisfies Record<ErrorCode, number>;

/** What the one exit makes of an error: known ones by the table, the store's own as 503, anything else as 500. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StoreUnavailableError) return new Problem('store_unavailable');
  return new Problem('internal');
}

/** The status an error is answered with. */
export function statusOf({ code }: Problem): (typeof statuses)[ErrorCode] {
  return statuses[code];
}

/** In how many seconds to ask again, where that may help; null elsewhere. */
export function retryAfter({ code, fields }: Problem): string | null {
  if (code === 'too_many_requests') return String(fields['seconds']);
  return code === 'store_unavailable' ? '5' : null;
}

/** `{error: {code, message, requestId}}` in the language of the address, else the one the request prefers, else Finnish. */
export function problemResponse(
  problem: Problem,
  request: Request,
  { requestId, lang = preferredLanguage(request.headers.get('accept-language')) }: HttpEnv['Variables'],
): Response {
  const message = fill(errorMessages[lang][problem.code], problem.fields);
  const status = statusOf(problem);
  const headers = new Headers({ 'Cache-Control': 'no-store', 'Content-Language': lang });
  const wait = retryAfter(problem);
  if (wait !== null) headers.set('Retry-After', wait);
  return Response.json({ error: { code: problem.code, message, requestId } }, { status, headers });
}
