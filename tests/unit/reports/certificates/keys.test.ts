import { describe, expect, it } from 'vitest';
import { keptKeys, publicKeys, rotateKeys } from '../../../../src/reports/certificates/keys.ts';
import { readCertificate, signCertificate } from '../../../../src/reports/certificates/signature.ts';
import { memoryKeyStore, modulePayload } from '../../../support/certificates.ts';

const now = () => new Date('2026-11-21T10:00:00.000Z');

describe('the keys of certificates', () => {
  it('are made at the first need and stay the same', async () => {
    const store = memoryKeyStore();
    expect(publicKeys(await store.read())).toEqual([]);
    const kept = await keptKeys(store, now);
    expect(await keptKeys(store, now)).toEqual(kept);
  });

  it('are made once, though two ask at once', async () => {
    const store = memoryKeyStore();
    const [one, other] = await Promise.all([keptKeys(store, now), keptKeys(store, now)]);
    expect(one).toEqual(other);
  });

  it('keep what an older key signed valid, through many rotations', async () => {
    const store = memoryKeyStore();
    const tokens = [await signCertificate(modulePayload, await keptKeys(store, now))];
    for (const _ of [1, 2, 3]) tokens.push(await signCertificate(modulePayload, await rotateKeys(store, now)));
    const keys = publicKeys(await store.read());
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(4);
    for (const token of tokens) expect((await readCertificate(token, keys)).kind).toBe('signed');
  });

  it('forget the private part of a key that is rotated away, and keep the salt’s secret', async () => {
    const store = memoryKeyStore();
    const first = await keptKeys(store, now);
    const second = await rotateKeys(store, now);
    expect(JSON.stringify(second)).not.toContain(first.signing.d);
    expect(second.saltSecret).toBe(first.saltSecret);
  });

  it('are public without anything secret, the present one first', async () => {
    const store = memoryKeyStore();
    const first = await keptKeys(store, now);
    const second = await rotateKeys(store, now);
    const keys = publicKeys(second);
    expect(keys.map(({ kid }) => kid)).toEqual([second.signing.kid, first.signing.kid]);
    expect(Object.keys(keys[0]!).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
    for (const secret of [second.signing.d, second.saltSecret]) expect(JSON.stringify(keys)).not.toContain(secret);
  });
});
