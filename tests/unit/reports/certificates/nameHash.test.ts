import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nameHash, nameSalt } from '../../../../src/reports/certificates/nameHash.ts';
import { salt } from '../../../support/certificates.ts';

describe('the salted hash of a name', () => {
  it('is SHA-256 over the characters of the salt and the name in UTF-8', () => {
    const expected = createHash('sha256').update(`${salt}Oppijä Ö`, 'utf8').digest('base64url');
    expect(nameHash(salt, 'Oppijä Ö')).toBe(expected);
    expect(expected).toHaveLength(43);
  });

  it('is the same for a name typed in decomposed letters, or with spaces too many', () => {
    const hash = nameHash(salt, 'Oppijä Ö');
    expect(nameHash(salt, 'Oppijä Ö'.normalize('NFD'))).toBe(hash);
    expect(nameHash(salt, '  Oppijä \u00a0 Ö\n')).toBe(hash);
  });

  it('is another for another name, other capitals, other accents or another salt', () => {
    const hash = nameHash(salt, 'Oppijä Ö');
    for (const name of ['Oppija Ö', 'oppijä ö', 'Oppijä', '']) expect(nameHash(salt, name)).not.toBe(hash);
    expect(nameHash(salt.toLowerCase(), 'Oppijä Ö')).not.toBe(hash);
  });

  it('has a salt of 128 bits that follows from the secret and the statement', () => {
    const [secret, other] = ['c2VjcmV0', 'b3RoZXI'];
    expect(nameSalt(secret, 'one')).toBe(nameSalt(secret, 'one'));
    expect(Buffer.from(nameSalt(secret, 'one'), 'base64url')).toHaveLength(16);
    expect(new Set([nameSalt(secret, 'one'), nameSalt(secret, 'two'), nameSalt(other, 'one')]).size).toBe(3);
  });
});
