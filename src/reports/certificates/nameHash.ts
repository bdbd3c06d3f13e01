import { hash, createHmac } from 'node:crypto';
import { writtenName } from '../../i18n/writtenName.ts';

/**
 * The salt of a certificate's name: 128 bits of an HMAC over the statement's id, base64url. The same statement always gives
 * the same one, so nothing is stored; without the secret nobody can prepare hashes of names before seeing a certificate.
 *
 * @param secret of the installation, base64url
 */
export function nameSalt(secret: string, statementId: string): string {
  const mac = createHmac('sha256', Buffer.from(secret, 'base64url')).update(statementId).digest();
  return mac.subarray(0, 16).toString('base64url');
}

/** SHA-256 over the salt's characters and the name as `writtenName` has it, both in UTF-8; base64url. */
export function nameHash(salt: string, name: string): string {
  return hash('sha256', salt + writtenName(name), 'base64url');
}
