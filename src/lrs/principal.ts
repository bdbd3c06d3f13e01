import { accountActor, type AccountAgent, clientAgent, sameActor } from '../xapi/actors.ts';
import type { StoredStatement } from '../xapi/types.ts';

/** What an API client may be allowed, as xAPI names it (1.0.3, Communication 4.2). */
export const scopes = [
  'all',
  'all/read',
  'statements/write',
  'statements/read',
  'statements/read/mine',
  'state',
  'profile',
  'define',
] as const;
export type Scope = (typeof scopes)[number];

/** Who is asking: a signed-in person, by the opaque account name, or a program with credentials. */
export type Principal =
  | { readonly kind: 'learner'; readonly account: string; readonly idBase: string }
  | { readonly kind: 'client'; readonly name: string; readonly scopes: ReadonlySet<Scope> };

/** Which statements may be read. A learner's own are those with the learner as actor; a client's, those it sent. */
export type Reach = 'all' | 'own' | 'none';

/** The agent that answers for what the principal sends (Data 2.4.9). */
export function agentOf(principal: Principal, idBase: string): AccountAgent {
  return principal.kind === 'learner' ? accountActor(idBase, principal.account) : clientAgent(idBase, principal.name);
}

/** Whether statements may be sent at all; what a learner's may say is another question (`learnerAllowList.ts`). */
export function mayWriteStatements(principal: Principal): boolean {
  return principal.kind === 'learner' || hasAny(principal.scopes, ['all', 'statements/write']);
}

export function readingReach(principal: Principal): Reach {
  if (principal.kind === 'learner') return 'own';
  if (hasAny(principal.scopes, ['all', 'all/read', 'statements/read'])) return 'all';
  return principal.scopes.has('statements/read/mine') ? 'own' : 'none';
}

/** Whether the principal may be shown a statement. */
export function maySee(principal: Principal, statement: StoredStatement, idBase: string): boolean {
  const reach = readingReach(principal);
  if (reach !== 'own') return reach === 'all';
  return sameActor(principal.kind === 'learner' ? statement.actor : statement.authority, agentOf(principal, idBase));
}

function hasAny(held: ReadonlySet<Scope>, wanted: readonly Scope[]): boolean {
  return wanted.some((scope) => held.has(scope));
}
