import { randomUUID } from 'node:crypto';
import { type ClaimsMap, readClaims } from '../claims.ts';
import type { PeopleStore } from '../ports.ts';
import type { Sessions } from '../sessions.ts';
import { type RosterLink, signInPerson } from '../signInPerson.ts';
import type { IdentityProvider, WayBack } from './identityProvider.ts';
import { SignInProblem } from './signInProblem.ts';
import { createIdTokens } from './idTokens.ts';
import type { Transaction, Transactions } from './transactions.ts';

/** Where a browser is sent, and what it has to keep until it comes back. */
export interface SignInBegun {
  readonly address: string;
  readonly transaction: Transaction;
  readonly sealed: string;
}

export interface SignedIn {
  readonly sessionId: string;
  readonly personId: string;
  readonly link: RosterLink;
}

/** Signing in and out by the organisation's identity provider. */
export interface SignInByOidc {
  readonly transactions: Pick<Transactions, 'open'>;
  /** @throws SignInProblem `unavailable` */
  begin(returnTo: string | null): Promise<SignInBegun>;
  /**
   * Ends a sign-in that came back: the session the browser had ends, a new one begins.
   *
   * @param transaction as this browser kept it
   * @throws SignInProblem; nothing has changed then, but the transaction is used up
   */
  finish(callback: URL, transaction: Transaction, oldSession: string | null): Promise<SignedIn>;
  /** Ends the session here. @returns where the provider ends its own, or null where it cannot */
  signOut(sessionId: string | null, back: WayBack): Promise<string | null>;
}

/** Joins the provider, the transactions, the people and the sessions into the two things a person does. */
export function createSignInByOidc(parts: {
  readonly provider: IdentityProvider;
  readonly transactions: Transactions;
  readonly people: PeopleStore;
  readonly sessions: Sessions;
  readonly claims: ClaimsMap;
}): SignInByOidc {
  const { provider, transactions, people, sessions, claims: map } = parts;
  const idTokens = createIdTokens();

  return {
    transactions,

    async begin(returnTo) {
      const begun = transactions.begin(returnTo);
      return { ...begun, address: await provider.signInAddress(begun.transaction) };
    },

    async finish(callback, transaction, oldSession) {
      if (!transactions.use(transaction)) throw new SignInProblem('expired', { cause: new Error('used before') });
      const { claims, idToken } = await provider.redeem(callback, transaction);
      const { person, link } = await signInPerson(people, readClaims(claims, map), randomUUID);
      idTokens.take(oldSession);
      await sessions.end(oldSession);
      const sessionId = await sessions.start(person.id);
      idTokens.keep(sessionId, idToken);
      return { sessionId, personId: person.id, link };
    },

    async signOut(sessionId, back) {
      const wasSignedIn = (await sessions.visitor(sessionId)) !== null;
      await sessions.end(sessionId);
      return wasSignedIn ? provider.signOutAddress(idTokens.take(sessionId), back) : null;
    },
  };
}
