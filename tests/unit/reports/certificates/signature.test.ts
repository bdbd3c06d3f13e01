import { CompactSign, importJWK, type JWSHeaderParameters } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicKeys } from '../../../../src/reports/certificates/keys.ts';
import { readCertificate, signCertificate } from '../../../../src/reports/certificates/signature.ts';
import type { CertificateKeys } from '../../../../src/reports/ports.ts';
import { coursePayload, modulePayload, someKeys } from '../../../support/certificates.ts';

let keys: CertificateKeys;
let token: string;
const read = (text: string) => readCertificate(text, publicKeys(keys));
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

beforeAll(async () => {
  keys = await someKeys();
  token = await signCertificate(modulePayload, keys);
});

/** Signs anything with the installation's key, under any header. */
async function signed(payload: unknown, header: Partial<JWSHeaderParameters> = {}): Promise<string> {
  const { x, d, kid } = keys.signing;
  const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x, d }, 'EdDSA');
  return new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'EdDSA', typ: 'oppihetki-certificate', kid, ...header })
    .sign(key);
}

describe('a signed certificate', () => {
  it.each([modulePayload, coursePayload])('says what was signed: %j', async (payload) => {
    expect(await read(await signCertificate(payload, keys))).toEqual({ kind: 'signed', payload });
  });

  it('is the same text every time, and short enough for a QR code', async () => {
    expect(await signCertificate(modulePayload, keys)).toBe(token);
    expect(token.length).toBeLessThan(480);
  });

  it('names the algorithm, what it is, and its key, and nothing else', () => {
    expect(JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString())).toEqual({
      alg: 'EdDSA',
      typ: 'oppihetki-certificate',
      kid: keys.signing.kid,
    });
  });

  it('is not genuine with any member of its payload changed', async () => {
    const [head, , signature] = token.split('.');
    const changes = { module: 'modulf', version: 4, date: '2026-11-22', salt: 'b'.repeat(22), name: 'm'.repeat(43) };
    for (const [member, value] of Object.entries(changes)) {
      const payload = encoded({ ...modulePayload, [member]: value });
      expect(await read(`${head}.${payload}.${signature}`), member).toEqual({ kind: 'wrong-signature' });
    }
  });

  it('is not read with any one character changed', async () => {
    // The last character of a part holds bits that stand for nothing.
    const ends = new Set([token.indexOf('.') - 1, token.lastIndexOf('.') - 1, token.length - 1]);
    for (let at = 0; at < token.length; at += 1) {
      if (ends.has(at)) continue;
      const other = token[at] === 'A' ? 'B' : 'A';
      const { kind } = await read(token.slice(0, at) + other + token.slice(at + 1));
      expect(kind, `character ${at}`).not.toBe('signed');
    }
  });

  it('is not read when it is cut short, wherever', async () => {
    for (let length = 0; length < token.length; length += 1)
      expect(await read(token.slice(0, length)), `${length} characters`).toEqual({ kind: 'malformed' });
  });

  it('is not read under another type, another algorithm or none, or with critical extensions', async () => {
    expect(await read(await signed(modulePayload, { typ: 'JWT' }))).toEqual({ kind: 'malformed' });
    expect(await read(await signed(modulePayload, { typ: undefined }))).toEqual({ kind: 'malformed' });
    expect(await read(await signed(modulePayload, { kid: undefined }))).toEqual({ kind: 'malformed' });
    const { kid } = keys.signing;
    const [, payload, signature] = token.split('.');
    for (const alg of ['none', 'HS256', 'ES256', 'RS256', undefined]) {
      const head = encoded({ alg, typ: 'oppihetki-certificate', kid });
      expect(await read(`${head}.${payload}.${signature}`), alg).toEqual({ kind: 'malformed' });
      expect(await read(`${head}.${payload}.`), alg).toEqual({ kind: 'malformed' });
    }
    const critical = encoded({ alg: 'EdDSA', typ: 'oppihetki-certificate', kid, crit: ['b64'], b64: false });
    expect(await read(`${critical}.${payload}.${signature}`)).toEqual({ kind: 'wrong-signature' });
  });

  it('is not read where something else was signed under its type', async () => {
    expect(await read(await signed({ hello: 'there' }))).toEqual({ kind: 'malformed' });
    expect(await read(await signed({ ...modulePayload, more: 1 }))).toEqual({ kind: 'malformed' });
  });

  it('of another installation has an unknown key; under our key’s name, a wrong signature', async () => {
    const others = await someKeys();
    expect(await read(await signCertificate(modulePayload, others))).toEqual({ kind: 'unknown-key' });
    const signing = { ...others.signing, kid: keys.signing.kid };
    expect(await read(await signCertificate(modulePayload, { ...others, signing }))).toEqual({
      kind: 'wrong-signature',
    });
  });

  it('brings no key of its own: one in its header is not believed', async () => {
    const others = await someKeys();
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: others.signing.x };
    const key = await importJWK({ ...jwk, d: others.signing.d }, 'EdDSA');
    const forged = await new CompactSign(Buffer.from(JSON.stringify(modulePayload)))
      .setProtectedHeader({ alg: 'EdDSA', typ: 'oppihetki-certificate', kid: keys.signing.kid, jwk })
      .sign(key);
    expect(await read(forged)).toEqual({ kind: 'wrong-signature' });
  });

  it.each(['', '.', '..', 'a.b.c', '{}', 'å.ä.ö', 'x'.repeat(100_000)])('is not %j', async (text) => {
    expect(await read(text)).toEqual({ kind: 'malformed' });
  });
});
