import { versions, type XapiVersion } from '../xapi/types.ts';
import { readParameters } from './parameters.ts';

/** What the standard lets the resource say, and nothing else (xAPI 1.0.3, Communication 2.8). */
export interface About {
  /** The latest patch of each version spoken. */
  readonly version: readonly XapiVersion[];
  /** Anything else, under IRIs. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/**
 * GET /xapi/about: needs neither credentials nor a version header, and names both versions whoever asks.
 *
 * @throws LrsError `invalid_parameter`: it takes no parameters
 */
export function about(parameters: URLSearchParams): About {
  readParameters({}, [], parameters, '2.0.0');
  return { version: versions };
}
