import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SignInChecks } from './identityProvider.ts';

/** A sign-in under way. */
export interface Transaction extends SignInChecks {
  /** The path to go back to, or null for the front page. */
  readonly returnTo: string | null;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/** How long a sign-in may take at the provider, in seconds. */
export const transactionSeconds = 600;

export interface Transactions {
  /** Makes a transaction and the sealed text its browser keeps; nothing is kept here. */
  begin(returnTo: string | null): { readonly transaction: Transaction; readonly sealed: string };
  /** Opens what a browser kept, without using it up: null when it is not of this server's sealing or is past its time. */
  open(sealed: string): Transaction | null;
  /** Uses a transaction up. @returns false when it was used before */
  use(transaction: Transaction): boolean;
}

const algorithm = 'aes-256-gcm';
const [ivBytes, tagBytes] = [12, 16];

/**
 * Sign-ins under way, kept by their browsers alone: sealed with a key of this process (AES-256-GCM), so that ten thousand
 * that nobody ends take no memory. What is kept here are the states used up, until their time is over.
 */
export function createTransactions(clock: () => Date): Transactions {
  const key = randomBytes(32);
  const used = new Map<string, number>();
  const random = () => randomBytes(32).toString('base64url');

  return {
    begin(returnTo) {
      const endsAt = clock().getTime() + transactionSeconds * 1000;
      const transaction = { state: random(), nonce: random(), verifier: random(), returnTo, endsAt };
      return { transaction, sealed: seal(key, JSON.stringify(transaction)) };
    },

    open(sealed) {
      const text = unseal(key, sealed);
      const transaction = text === null ? null : (JSON.parse(text) as Transaction);
      return transaction && transaction.endsAt > clock().getTime() ? transaction : null;
    },

    use({ state, endsAt }) {
      const now = clock().getTime();
      // In the order they were used, which is nearly that of their ends.
      for (const [old, end] of used) {
        if (end > now) break;
        used.delete(old);
      }
      if (used.has(state)) return false;
      used.set(state, endsAt);
      return true;
    },
  };
}

function seal(key: Buffer, text: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The text that was sealed; null for anything that this key did not seal or that was changed since. */
function unseal(key: Buffer, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.byteLength <= ivBytes + tagBytes) return null;
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}
