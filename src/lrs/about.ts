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
 * GET /xapi/about: needs neither credentials nor a version header. Who asks by a version is told of no later one, since
 * 1.0.3 closes the list of what may stand there; who asks by none, of all.
 *
 * @param asked the version of the request, or null
 * @throws LrsError `invalid_parameter`: it takes no parameters
 */
export function about(parameters: URLSearchParams, asked: XapiVersion | null): About {
  readParameters({}, [], parameters, '2.0.0');
  return { version: asked === null ? versions : versions.slice(0, versions.indexOf(asked) + 1) };
}
