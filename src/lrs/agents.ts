import type { Agent, XapiVersion } from '../xapi/types.ts';
import { parameterTypes, readParameters } from './parameters.ts';
import { type Principal, requireRight } from './principal.ts';

/** A person as the standard shows one: what an agent has once, a person has in lists (xAPI 1.0.3, Communication 2.4). */
export interface Person {
  readonly objectType: 'Person';
  readonly name?: readonly string[];
  readonly mbox?: readonly string[];
  readonly mbox_sha1sum?: readonly string[];
  readonly openid?: readonly string[];
  readonly account?: readonly NonNullable<Agent['account']>[];
}

/**
 * GET /xapi/agents: the person that an agent is a part of. Identities are not joined here, and names are kept apart from
 * records: the answer holds what the agent asked for holds, and nothing more.
 *
 * @throws LrsError `forbidden`, `invalid_parameter`
 */
export function getPerson(parameters: URLSearchParams, principal: Principal, version: XapiVersion): Person {
  requireRight(principal, 'readAgents');
  const { agent } = readParameters({ agent: parameterTypes.agent }, ['agent'], parameters, version);
  const { objectType: _agent, ...properties } = agent!;
  const lists = Object.entries(properties).map(([property, value]) => [property, [value]]);
  return { objectType: 'Person', ...(Object.fromEntries(lists) as Omit<Person, 'objectType'>) };
}
