import { type Role, roles as everyRole } from './ports.ts';

/** Where a claim stands: its name, or the names on the way to it. */
export type ClaimPath = string | readonly string[];

/** Which claims of the identity provider tell what of a person: see docs/sign-in.md. */
export interface ClaimsMap {
  readonly name: ClaimPath;
  /** The claim that holds roles or groups, and which of its values mean a role here. */
  readonly roles: { readonly claim: ClaimPath } & { readonly [R in Role]: readonly string[] };
  /** The claim whose value is the id of a unit, for people without a row in the roster; null where there is none. */
  readonly unit: ClaimPath | null;
  /** The claim whose value is the person's id in the roster; null where there is none. */
  readonly rosterId: ClaimPath | null;
}

/** Who signs in, as the identity provider tells it. */
export interface SignInClaims {
  readonly key: { readonly issuer: string; readonly subject: string };
  readonly name: string | null;
  readonly roles: readonly Role[];
  /** Undefined where the configuration names no such claim, null where it is not among these. */
  readonly unit: string | null | undefined;
  readonly rosterId: string | null;
}

const longestName = 200;

/**
 * Reads the claims of a verified ID token. The person is `iss` and `sub` together, nothing else (OpenID Connect Core 5.7);
 * what is missing or of another type is absent.
 */
export function readClaims(
  claims: Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string },
  map: ClaimsMap,
): SignInClaims {
  const given = new Set(textsOf(claimAt(claims, map.roles.claim)));
  return {
    key: { issuer: claims.iss, subject: claims.sub },
    name: nameOf(claimAt(claims, map.name)),
    roles: everyRole.filter((role) => map.roles[role].some((value) => given.has(value))),
    unit: map.unit === null ? undefined : textOf(claimAt(claims, map.unit)),
    rosterId: map.rosterId === null ? null : textOf(claimAt(claims, map.rosterId)),
  };
}

function claimAt(claims: Readonly<Record<string, unknown>>, path: ClaimPath): unknown {
  let at: unknown = claims;
  for (const name of typeof path === 'string' ? [path] : path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
}

function textOf(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

/** A name in one line, of a length that fits a page. */
function nameOf(value: unknown): string | null {
  const name = textOf(value)
    ?.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return name ? [...name].slice(0, longestName).join('') : null;
}
