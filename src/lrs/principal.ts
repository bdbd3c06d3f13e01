import { accountActor, type AccountAgent, clientAgent, sameActor } from '../xapi/actors.ts';
import type { StoredStatement } from '../xapi/types.ts';
import { LrsError } from './errors.ts';

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

/** What each resource but statements asks for: any one of these scopes lets a client do it. */
const rights = {
  readState: ['all', 'all/read', 'state'],
  writeState: ['all', 'state'],
  readProfiles: ['all', 'all/read', 'profile'],
  writeProfiles: ['all', 'profile'],
  readAgents: ['all', 'all/read', 'profile', 'statements/read'],
  readActivities: ['all', 'all/read', 'profile', 'define', 'statements/read'],
  define: ['all', 'define'],
} as const satisfies Readonly<Record<string, readonly Scope[]>>;
export type Right = keyof typeof rights;

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

/** Whether a client's scopes give it a right. A learner's session has none of these. */
export function holds(held: ReadonlySet<Scope>, right: Right): boolean {
  return hasAny(held, rights[right]);
}

/** @throws LrsError `forbidden` for everybody but a client with the right */
export function requireRight(principal: Principal, right: Right): void {
  if (principal.kind === 'learner') {
    throw new LrsError('forbidden', 'A learner may use statements and state of their own only.');
  }
  if (holds(principal.scopes, right)) return;
  const sufficient = rights[right].join(' or ');
  throw new LrsError('forbidden', `These credentials may not do this: they need the scope ${sufficient}.`);
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
