import type { Actor, Agent } from './types.ts';

/** An agent known by an account: who learns here, who sends here, and the server itself. */
export interface AccountAgent extends Agent {
  objectType: 'Agent';
  account: { homePage: string; name: string };
}

/**
 * A canonical key of an agent or an identified group, equal when and only when the inverse functional identifiers are
 * (xAPI 1.0.3, Data 2.4.2.3; Communication 2.1.3 `agent`). An mbox and the hash of the same mbox are different identifiers.
 *
 * A home page is an IRI, which holds no space: the first one in a key ends it.
 *
 * @returns the key, or null for an anonymous group: each of those is distinct (Data 2.4.2.2).
 */
export function actorKey(actor: Actor): string | null {
  const { mbox, mbox_sha1sum, openid, account } = actor as Agent;
  if (account !== undefined) return `account:${account.homePage} ${account.name}`;
  if (mbox !== undefined) return `mbox:${withLowerCaseDomain(mbox)}`;
  if (mbox_sha1sum !== undefined) return `mbox_sha1sum:${mbox_sha1sum.toLowerCase()}`;
  if (openid !== undefined) return `openid:${openid}`;
  return null;
}

/** Whether both are the same agent or identified group. An anonymous group is never the same as another. */
export function sameActor(one: Actor, other: Actor): boolean {
  const key = actorKey(one);
  return key !== null && key === actorKey(other) && isGroup(one) === isGroup(other);
}

export function isGroup(actor: Actor): boolean {
  return actor.objectType === 'Group';
}

/** The agent of an account under our own id base. Its name is opaque: never an e-mail or a person's name. */
export function accountActor(idBase: string, name: string): AccountAgent {
  return { objectType: 'Agent', account: { homePage: idBase, name } };
}

/** The server as the authority of what it graded or derived itself. */
export function serverAgent(idBase: string): AccountAgent {
  return accountActor(idBase, 'server');
}

/** Whether an agent is the server: what it vouches for was graded or derived here. */
export function isServer(actor: Actor, idBase: string): boolean {
  return accountNameOf(actor, idBase) === 'server';
}

/** An API client as the authority of what it sent. */
export function clientAgent(idBase: string, name: string): AccountAgent {
  return accountActor(idBase, `client:${name}`);
}

/** The account name of an agent that has its account under our id base, or null for everybody else. */
export function accountNameOf(actor: Actor, idBase: string): string | null {
  const { account } = actor as Agent;
  return !isGroup(actor) && account?.homePage === idBase ? account.name : null;
}

/** The domain of an e-mail address is case-insensitive, its local part is not (Data 2.3.1, case sensitivity). */
export function withLowerCaseDomain(mbox: string): string {
  const at = mbox.lastIndexOf('@');
  return mbox.slice(0, at) + mbox.slice(at).toLowerCase();
}
