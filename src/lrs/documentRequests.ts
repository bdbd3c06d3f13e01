import { actorKey } from '../xapi/actors.ts';
import type { XapiVersion } from '../xapi/types.ts';
import { authoriseDocuments, type DocumentRules, learnerLimits, requireDocumentRight } from './documentAccess.ts';
import type { DocumentContext, DocumentResource } from './documentPorts.ts';
import { parameterTypes, type ParameterValues, readParameters } from './parameters.ts';
import type { Principal } from './principal.ts';

/** What a request means to do. HEAD is a GET (xAPI 1.0.3, Communication 1.1). */
export type DocumentMethod = 'GET' | 'PUT' | 'POST' | 'DELETE';

/** A request to a document resource as it came: who asks for what, by which version of the standard. */
export interface DocumentQuestion {
  readonly resource: DocumentResource;
  readonly method: DocumentMethod;
  readonly parameters: URLSearchParams;
  readonly principal: Principal;
  readonly version: XapiVersion;
}

/** A request that may be done: what it is about. */
export interface DocumentRequest {
  readonly context: DocumentContext;
  readonly registration: string | null;
  /** The stateId or profileId; null asks for all documents of the context. */
  readonly id: string | null;
  readonly since: string | null;
  readonly principal: Principal;
  readonly version: XapiVersion;
  /** How many bytes a document may hold, merged or not. */
  readonly maxBytes: number;
}

/** The parameters of each resource: what it needs, what it may have, and the id (Communication 2.3, 2.6 and 2.7). */
const table = {
  activityId: parameterTypes.iri,
  agent: parameterTypes.agent,
  registration: parameterTypes.uuid,
  stateId: parameterTypes.name,
  profileId: parameterTypes.name,
  since: parameterTypes.timestamp,
};
type Name = keyof typeof table;
type Values = ParameterValues<typeof table>;

const parametersOf: Readonly<
  Record<
    DocumentResource,
    { readonly needs: readonly Name[]; readonly mayHave: readonly Name[]; readonly id: 'stateId' | 'profileId' }
  >
> = {
  state: { needs: ['activityId', 'agent'], mayHave: ['registration'], id: 'stateId' },
  activityProfile: { needs: ['activityId'], mayHave: [], id: 'profileId' },
  agentProfile: { needs: ['agent'], mayHave: [], id: 'profileId' },
};

/**
 * Reads and authorises a request; nobody's body is looked at before that.
 *
 * @throws LrsError `forbidden`, `invalid_parameter`
 */
export function readDocumentRequest(question: DocumentQuestion, rules: DocumentRules): DocumentRequest {
  const { resource, method, principal, version } = question;
  requireDocumentRight(principal, resource, method === 'GET' ? 'read' : 'write');
  const values = readDocumentParameters(question);
  const context = contextOf(resource, values);
  authoriseDocuments(principal, context, rules);
  const id = values.stateId ?? values.profileId ?? null;
  const { registration = null, since = null } = values;
  return { context, registration, id, since, principal, version, maxBytes: maxBytesOf(principal, rules) };
}

function maxBytesOf({ kind }: Principal, { maxDocumentBytes }: DocumentRules): number {
  return kind === 'learner' ? Math.min(learnerLimits.bytes, maxDocumentBytes) : maxDocumentBytes;
}

/** Without an id a GET asks for ids, then `since` goes with it; a DELETE without one is for states only. */
function readDocumentParameters({ resource, method, parameters, version }: DocumentQuestion): Values {
  const { needs, mayHave, id } = parametersOf[resource];
  const isOne = parameters.has(id) || !(method === 'GET' || (method === 'DELETE' && resource === 'state'));
  const required = isOne ? [...needs, id] : needs;
  const optional: readonly Name[] = !isOne && method === 'GET' ? [...mayHave, 'since'] : mayHave;
  const known = Object.fromEntries([...required, ...optional].map((name) => [name, table[name]]));
  return readParameters(known as Partial<typeof table> as typeof table, required, parameters, version);
}

function contextOf(resource: DocumentResource, values: Values): DocumentContext {
  const activity = () => values.activityId!;
  const agent = () => actorKey(values.agent!)!;
  switch (resource) {
    case 'state':
      return { resource, activity: activity(), agent: agent() };
    case 'activityProfile':
      return { resource, activity: activity() };
    case 'agentProfile':
      return { resource, agent: agent() };
  }
}
