import type { Context } from 'hono';
import { entityTag } from '../../lrs/documentPreconditions.ts';

/**
 * Answers a value as JSON, with the entity tag that every GET answer of a document, agent or activity resource has (xAPI
 * 1.0.3, Communication 3.1).
 *
 * @param updated when the newest of what it tells was changed, ISO 8601 UTC, where that is known
 */
export function answerJson(context: Context, value: unknown, updated: string | null = null): Response {
  const body = JSON.stringify(value);
  return context.body(body, 200, {
    'Content-Type': 'application/json',
    ETag: entityTag(body),
    ...(updated !== null && { 'Last-Modified': httpDate(updated) }),
  });
}

/** An instant as HTTP writes it, in whole seconds (RFC 9110, 5.6.7). */
export function httpDate(instant: string): string {
  return new Date(instant).toUTCString();
}
