import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type Transaction, type Transactions, transactionSeconds } from '../../people/oidc/transactions.ts';

/** How many tabs may be signing in at once: the headers of a request have their limit. */
const most = 5;

/** The cookie of one sign-in under way, so that several tabs may sign in at once; on http (loopback only) without the prefix. */
function nameOf(state: string, secure: boolean): string {
  return `${prefixOf(secure)}${state.slice(0, 12)}`;
}

function prefixOf(secure: boolean): string {
  return `${secure ? '__Host-' : ''}oppihetki-sign-in-`;
}

/** Gives a sign-in under way to its browser, and takes the oldest of too many. */
export function giveTransaction(
  context: Context,
  { transaction, sealed }: { readonly transaction: Transaction; readonly sealed: string },
  { transactions, secure }: { readonly transactions: Pick<Transactions, 'open'>; readonly secure: boolean },
): void {
  const under = Object.entries(getCookie(context))
    .filter(([name]) => name.startsWith(prefixOf(secure)))
    .map(([name, value]) => ({ name, endsAt: transactions.open(value)?.endsAt ?? 0 }))
    .sort((one, other) => other.endsAt - one.endsAt);
  for (const { name } of under.slice(most - 1)) deleteCookie(context, name, { path: '/', secure });
  setCookie(context, nameOf(transaction.state, secure), sealed, {
    path: '/',
    secure,
    httpOnly: true,
    // Not Strict: the browser comes back from the provider's site.
    sameSite: 'Lax',
    maxAge: transactionSeconds,
  });
}

/** The sign-in under way that a callback's `state` names, as this browser kept it, or null; the browser keeps it no longer. */
export function takeTransaction(
  context: Context,
  state: string,
  { transactions, secure }: { readonly transactions: Pick<Transactions, 'open'>; readonly secure: boolean },
): Transaction | null {
  const name = nameOf(state, secure);
  const sealed = getCookie(context)[name];
  if (sealed === undefined) return null;
  deleteCookie(context, name, { path: '/', secure });
  const transaction = transactions.open(sealed);
  return transaction?.state === state ? transaction : null;
}
