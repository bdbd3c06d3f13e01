import { iri, mailto, sha1 } from './formats.ts';
import { all, byObjectType, type JsonObject, list, object, oneOf, type Rule, text, where } from './rule.ts';

/** The four ways to identify somebody (xAPI 1.0.3, Data 2.4.2.3 and 2.4.2.4). */
const identifiers = {
  mbox: mailto,
  mbox_sha1sum: sha1,
  openid: iri,
  account: object({ homePage: iri, name: text }, ['homePage', 'name']),
};

function identifierCount(actor: JsonObject): number {
  return Object.keys(identifiers).filter((name) => Object.hasOwn(actor, name)).length;
}

/** Data 2.4.2.1. */
export const agent: Rule = all(
  object({ objectType: oneOf('Agent'), name: text, ...identifiers }),
  where(
    (actor) => identifierCount(actor) === 1,
    'An agent needs exactly one of mbox, mbox_sha1sum, openid and account.',
  ),
);

/** Data 2.4.2.2: identified by one identifier, or anonymous by listing its members. */
export const group: Rule = all(
  object({ objectType: oneOf('Group'), name: text, member: list(agent), ...identifiers }, ['objectType']),
  where((actor) => identifierCount(actor) <= 1, 'A group may have only one of mbox, mbox_sha1sum, openid and account.'),
  where(
    (actor) => identifierCount(actor) === 1 || memberCount(actor) > 0,
    'A group without an identifier needs "member" with at least one agent.',
  ),
);

export const actor: Rule = byObjectType({ Agent: agent, Group: group }, 'Agent');

/** Data 2.4.9: an agent, or the pair of an application and its user. */
export const authority: Rule = all(
  actor,
  where(
    (value) => value['objectType'] !== 'Group' || (identifierCount(value) === 0 && memberCount(value) === 2),
    'An authority that is a group has no identifier and exactly two members: the application and the user.',
  ),
);

function memberCount(actor: JsonObject): number {
  return Array.isArray(actor['member']) ? actor['member'].length : 0;
}
