import { generateKeyPairSync, hash, randomBytes } from 'node:crypto';
import type { CertificateKeys, CertificateKeyStore, PublicCertificateKey, SigningKey } from '../ports.ts';

/** The one algorithm: the same payload always gives the same signature, which ES256 does not promise (RFC 8037, 3.1). */
export const algorithm = 'EdDSA';

/** A public key as others fetch it (RFC 7517; RFC 8037, 2). */
export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly alg: typeof algorithm;
  readonly use: 'sig';
}

/** The keys of an installation, made at the first need. Resolves once they are durable. */
export async function keptKeys(store: CertificateKeyStore, now: () => Date): Promise<CertificateKeys> {
  return (await store.read()) ?? store.change((present) => present ?? newKeys(now()));
}

/**
 * Puts a new signing key in the place of the present one, whose private part is forgotten and whose public part is kept: what
 * it signed stays valid. Resolves once that is durable.
 */
export function rotateKeys(store: CertificateKeyStore, now: () => Date): Promise<CertificateKeys> {
  return store.change((present) => {
    if (present === null) return newKeys(now());
    const { kid, x, createdAt } = present.signing;
    const retired = [...present.retired, { kid, x, createdAt, retiredAt: now().toISOString() }];
    return { ...present, signing: newSigningKey(now()), retired };
  });
}

/** The keys of one time, with the public parts of those that another time knows beside them. */
export function withPublicKeysOf(keys: CertificateKeys, other: CertificateKeys, now: () => Date): CertificateKeys {
  const { kid, x, createdAt } = other.signing;
  const known = new Set([keys.signing, ...keys.retired].map((key) => key.kid));
  const others = [...other.retired, { kid, x, createdAt, retiredAt: now().toISOString() }];
  return { ...keys, retired: [...keys.retired, ...others.filter((key) => !known.has(key.kid))] };
}

/** Every public key, the present one first: what `/.well-known/jwks.json` answers. None before the first need. */
export function publicKeys(keys: CertificateKeys | null): readonly PublicJwk[] {
  if (keys === null) return [];
  return [keys.signing, ...keys.retired.toReversed()].map(publicJwk);
}

function publicJwk({ kid, x }: PublicCertificateKey): PublicJwk {
  return { kty: 'OKP', crv: 'Ed25519', x, kid, alg: algorithm, use: 'sig' };
}

function newKeys(now: Date): CertificateKeys {
  return { saltSecret: randomBytes(32).toString('base64url'), signing: newSigningKey(now), retired: [] };
}

/** Its `kid` is the beginning of its thumbprint (RFC 7638): short, for it travels in a QR code. */
function newSigningKey(now: Date): SigningKey {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  if (!x || !d) throw new Error('The key pair has no x or d');
  const thumbprint = hash('sha256', JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }), 'base64url');
  return { kid: thumbprint.slice(0, 8), x, d, createdAt: now.toISOString() };
}
