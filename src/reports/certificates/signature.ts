import { compactVerify, CompactSign, decodeProtectedHeader, importJWK } from 'jose';
import type { CertificateKeys } from '../ports.ts';
import { algorithm, type PublicJwk } from './keys.ts';
import { type CertificatePayload, parsePayload } from './payload.ts';

/** Says what the signature is over, so that nothing else this key might sign passes for a certificate (RFC 8725, 3.11). */
const type = 'oppihetki-certificate';
/** Far more than a course of twenty modules needs. */
const longestToken = 4000;

export type ReadCertificate =
  | { readonly kind: 'signed'; readonly payload: CertificatePayload }
  /** It names a key that is none of ours. */
  | { readonly kind: 'unknown-key' }
  /** It names a key of ours that did not sign this. */
  | { readonly kind: 'wrong-signature' }
  /** It is no certificate: cut short, or something else. */
  | { readonly kind: 'malformed' };

/** A certificate as a JWS in the compact serialization (RFC 7515, 7.1): the same payload and key give the same text. */
export async function signCertificate(payload: CertificatePayload, { signing }: CertificateKeys): Promise<string> {
  const { kid, x, d } = signing;
  const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x, d }, algorithm);
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: algorithm, typ: type, kid })
    .sign(key);
}

/** Reads a certificate and checks its signature with the key of ours that it names. Its own words choose nothing else. */
export async function readCertificate(token: string, keys: readonly PublicJwk[]): Promise<ReadCertificate> {
  const kid = token.length <= longestToken ? keyIdOf(token) : null;
  if (kid === null) return { kind: 'malformed' };
  const jwk = keys.find((key) => key.kid === kid);
  if (jwk === undefined) return { kind: 'unknown-key' };
  const octets = await signedOctets(token, jwk);
  if (octets === null) return { kind: 'wrong-signature' };
  const payload = parsePayload(octets);
  return payload === null ? { kind: 'malformed' } : { kind: 'signed', payload };
}

/** The key that a certificate names; null where the text is no certificate. */
function keyIdOf(token: string): string | null {
  if (!/^[\w-]+\.[\w-]+\.[\w-]{86}$/.test(token)) return null;
  try {
    const { alg, typ, kid } = decodeProtectedHeader(token);
    return alg === algorithm && typ === type && typeof kid === 'string' ? kid : null;
  } catch {
    return null;
  }
}

async function signedOctets(token: string, jwk: PublicJwk): Promise<Uint8Array | null> {
  try {
    const { payload } = await compactVerify(token, await importJWK({ ...jwk }, algorithm), { algorithms: [algorithm] });
    return payload;
  } catch {
    return null;
  }
}
