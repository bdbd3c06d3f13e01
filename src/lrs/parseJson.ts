import { hasRepeatedNames } from '../xapi/repeatedNames.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The value of a JSON text, octets being read as UTF-8 (xAPI 1.0.3, Communication 1.4), or undefined when it is not UTF-8,
 * not JSON, or names a member of an object twice.
 */
export function parseJson(json: Uint8Array | string): unknown {
  try {
    const text = typeof json === 'string' ? json : utf8.decode(json);
    const value: unknown = JSON.parse(text);
    return hasRepeatedNames(text, value) ? undefined : value;
  } catch {
    return undefined;
  }
}
