import { beyondLimits, withinLimits } from '../xapi/limits.ts';
import type { DocumentContent } from './documentPorts.ts';
import { LrsError } from './errors.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * What a POST makes of the document that is stored, and of the one posted (xAPI 1.0.3, Communication 2.2, JSON
 * Procedure): every top-level property of the posted object is set on the stored one. Both must be JSON objects of type
 * application/json. Where nothing is stored, the posted document is kept octet by octet.
 *
 * @throws LrsError `invalid_document`
 */
export function mergedDocument(stored: DocumentContent | null, posted: DocumentContent): DocumentContent {
  const changes = jsonObject(posted, 'The document posted');
  if (stored === null) return posted;
  // A spread defines properties, it never assigns: "__proto__" is a name like any other here.
  const merged = { ...jsonObject(stored, 'The document stored'), ...changes };
  return { contentType: posted.contentType, body: new TextEncoder().encode(JSON.stringify(merged)) };
}

/** Refuses a body that says it is JSON and is not (Communication 3.2). @throws LrsError `invalid_document` */
export function refuseFalseJson(content: DocumentContent): void {
  if (isJson(content)) parsed(content, 'The document');
}

function jsonObject(content: DocumentContent, what: string): JsonObject {
  if (!isJson(content)) throw invalid(`${what} must be of type application/json to be merged; use PUT to replace it.`);
  const value = parsed(content, what);
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
  if (!isObject) throw invalid(`${what} must be a JSON object to be merged; use PUT to replace it.`);
  if (!withinLimits(value)) throw invalid(`${what} ${beyondLimits} to be merged.`);
  return value as JsonObject;
}

function parsed({ body }: DocumentContent, what: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw invalid(`${what} is of type application/json, but not valid JSON in UTF-8.`);
  }
}

function isJson({ contentType }: DocumentContent): boolean {
  return contentType.split(';', 1)[0]!.trim().toLowerCase() === 'application/json';
}

function invalid(message: string): LrsError {
  return new LrsError('invalid_document', message);
}
