import type { XapiVersion } from '../xapi/types.ts';
import { LrsError } from './errors.ts';

/**
 * The version a request follows, from its X-Experience-API-Version header (xAPI 1.0.3, Communication 3.3): 1.0 and 1.0.x
 * are answered as 1.0.3, 2.0.x as 2.0.0. Throws `missing_version` and `unsupported_version`.
 */
export function requestedVersion(header: string | null | undefined): XapiVersion {
  if (header === null || header === undefined || header === '') {
    throw new LrsError('missing_version', 'Send the header X-Experience-API-Version with the value 1.0.3 or 2.0.0.');
  }
  const version = supportedVersion(header);
  if (version !== null) return version;
  throw new LrsError('unsupported_version', 'X-Experience-API-Version must be 1.0.3 or 2.0.0.');
}

/** The version that a header names; null where it names none that is spoken here. */
export function supportedVersion(header: string | null | undefined): XapiVersion | null {
  if (header === '1.0' || /^1\.0\.[0-9]{1,4}$/.test(header ?? '')) return '1.0.3';
  return /^2\.0\.[0-9]{1,4}$/.test(header ?? '') ? '2.0.0' : null;
}
