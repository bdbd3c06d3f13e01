import { versions, type XapiVersion } from '../xapi/types.ts';

/** What GET /xapi/about answers (xAPI 1.0.3, Communication 2.8): needs neither credentials nor a version header. */
export function about(): { readonly version: readonly XapiVersion[] } {
  return { version: versions };
}
