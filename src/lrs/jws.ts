import { verify, X509Certificate } from 'node:crypto';

/** The algorithms that may sign a statement (xAPI 1.0.3, Data 2.6), and the hash of each (RFC 7518, 3.3). */
const hashes: ReadonlyMap<unknown, string> = new Map([
  ['RS256', 'sha256'],
  ['RS384', 'sha384'],
  ['RS512', 'sha512'],
]);

/** What a signature holds, or the end of a sentence "The signature …" that says why it is none. */
export type ReadJws =
  { readonly ok: true; readonly payload: Uint8Array } | { readonly ok: false; readonly reason: string };

/**
 * Reads a JSON web signature in the compact serialization (RFC 7515, 7.1). Where its header brings a certificate (`x5c`),
 * the signature has to be that certificate's; whom the certificate belongs to is not asked, nothing is fetched.
 */
export function readJws(bytes: Uint8Array): ReadJws {
  const sections = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').split('.', 4);
  if (sections.length !== 3 || !sections.every(isBase64Url)) {
    return refused('is not a JWS in the compact serialization');
  }
  const [head, payload, signature] = sections as [string, string, string];
  const header = jsonObject(decoded(head));
  if (header === null) return refused('has a header that is no JSON object');
  const hash = hashes.get(header['alg']);
  if (hash === undefined) return refused('has an algorithm other than RS256, RS384 and RS512');
  if (Object.hasOwn(header, 'crit')) return refused('has a header with critical extensions, which are not known here');
  if (Object.hasOwn(header, 'x5c')) {
    const certificate = certificateOf(header['x5c']);
    if (certificate?.publicKey.asymmetricKeyType !== 'rsa') return refused('has an x5c without an RSA certificate');
    if (!verify(hash, Buffer.from(`${head}.${payload}`, 'latin1'), certificate.publicKey, decoded(signature))) {
      return refused('is not the one of the certificate in its x5c');
    }
  }
  return { ok: true, payload: decoded(payload) };
}

function refused(reason: string): ReadJws {
  return { ok: false, reason };
}

function isBase64Url(text: string): boolean {
  return text.length % 4 !== 1 && /^[A-Za-z0-9_-]+$/.test(text);
}

function decoded(text: string): Buffer {
  return Buffer.from(text, 'base64url');
}

function jsonObject(bytes: Buffer): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** The first certificate of a chain (RFC 7515, 4.1.6), or null. */
function certificateOf(chain: unknown): X509Certificate | null {
  const [first] = Array.isArray(chain) ? (chain as unknown[]) : [];
  if (typeof first !== 'string') return null;
  try {
    return new X509Certificate(Buffer.from(first, 'base64'));
  } catch {
    return null;
  }
}
