import { createHash } from 'node:crypto';

/** The SHA-2 hashes (FIPS 180), by the number of hexadecimal digits that tells them apart. */
const algorithms: ReadonlyMap<number, string> = new Map([
  [56, 'sha224'],
  [64, 'sha256'],
  [96, 'sha384'],
  [128, 'sha512'],
]);

/** Whether a text is a SHA-2 hash in lower-case hexadecimal. */
export function isSha2(text: string): boolean {
  return algorithms.has(text.length) && /^[0-9a-f]+$/.test(text);
}

/** Whether octets have this hash, which `isSha2` holds for. */
export function hasSha2(bytes: Uint8Array, sha2: string): boolean {
  return createHash(algorithms.get(sha2.length)!).update(bytes).digest('hex') === sha2;
}
