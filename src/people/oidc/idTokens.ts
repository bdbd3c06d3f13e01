/** The ID tokens by which sessions end at the provider too. */
export interface IdTokens {
  keep(sessionId: string, idToken: string): void;
  /** The session's token, which is forgotten then; null where there is none. */
  take(sessionId: string | null): string | null;
}

/** No more than these are kept: the oldest go first. A token is about 1 kB. */
const most = 20_000;
/** A longer one would not fit the address that signs out. */
const longest = 4_000;

/**
 * ID tokens in memory only: they name people, so they are not written to the disk. After a restart, or past the limits,
 * a session is without one, and the provider asks its person whether to sign out.
 */
export function createIdTokens(): IdTokens {
  const kept = new Map<string, string>();
  return {
    keep(sessionId, idToken) {
      if (idToken.length > longest) return;
      kept.set(sessionId, idToken);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
    take(sessionId) {
      const idToken = sessionId === null ? undefined : kept.get(sessionId);
      if (sessionId !== null) kept.delete(sessionId);
      return idToken ?? null;
    },
  };
}
