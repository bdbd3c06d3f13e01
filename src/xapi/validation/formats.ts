import { isDuration } from '../durations.ts';
import { isIri, isMailto } from '../iris.ts';
import { isLanguageTag } from '../languageTags.ts';
import { instantOf } from '../timestamps.ts';
import { isUuid } from '../uuids.ts';
import { all, anything, format, map, number, type Rule, text } from './rule.ts';

/** Strings with a format (xAPI 1.0.3, Data 2.2: the empty string is none of them). */
export const iri = format('an IRI with its scheme, such as https://example.org/a', isIri);
export const uuid = format('a UUID, such as 6d1f2c8a-3f5e-4b77-9d0a-2b1c3d4e5f60', isUuid);
export const mailto = format('a mailto IRI, such as mailto:somebody@example.org', isMailto);
export const languageTag = format('an RFC 5646 language tag, such as fi or sv-FI', isLanguageTag);
export const duration = format('an ISO 8601 duration, such as PT4M12S', isDuration);
export const sha1 = format('a SHA-1 hash in hexadecimal, 40 characters', (value) => isHex(value, [40]));
export const sha2 = format('a SHA-2 hash in hexadecimal', (value) => isHex(value, [56, 64, 96, 128]));
export const timestamp = format(
  'a date and time with its offset, such as 2026-01-31T12:30:00.000Z',
  (value, version) => instantOf(value, version === '1.0.3') !== null,
);
/** `type/subtype` and its parameters (RFC 2046), in printable ASCII: it becomes a header. */
export const mediaType = format(
  'an Internet media type, such as text/plain',
  (value) => value.length <= 255 && /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?: ?;[ -~]*)?$/.test(value),
);
/**
 * `1.0.x` under either version, `2.0.x` under 2.0.0 only (Data 2.4.10). `1.0` is taken as well: the header may say so
 * (Communication 3.3), senders copy it, and XAPI-00101 of the conformance requirements asks for it.
 */
export const versionNumber = format('a version, 1.0.0 (under xAPI 2.0.0 also 2.0.0)', (value, version) => {
  const isPatch = (start: string) =>
    value.startsWith(start) && /^[0-9]{1,4}$/.test(value.slice(start.length, start.length + 5));
  return value === '1.0' || isPatch('1.0.') || (version === '2.0.0' && isPatch('2.0.'));
});

/** Words by language (Data 4.2). */
export const languageMap = map(languageTag, text);
/** Anything at all under an IRI (Data 4.1). */
export const extensions = map(iri, anything);

/** A count of octets. */
export const size: Rule = all(number, (value, path) =>
  Number.isSafeInteger(value) && (value as number) >= 0
    ? null
    : { code: 'wrong_value', path, message: `${path} must be a whole number, 0 or more.` },
);

function isHex(value: string, lengths: readonly number[]): boolean {
  return lengths.includes(value.length) && /^[0-9a-f]+$/i.test(value);
}
