import { actorKey } from '../xapi/actors.ts';
import type { DocumentContext, DocumentResource } from './documentPorts.ts';
import { LrsError } from './errors.ts';
import { agentOf, type Principal, requireRight, type Right } from './principal.ts';

/** What has to be known to say which documents may be used and stored. */
export interface DocumentRules {
  readonly idBase: string;
  /** Whether an IRI is an activity of the published course. */
  readonly isCourseActivity: (iri: string) => boolean;
  /** How many bytes a document may hold; a learner's may hold fewer. */
  readonly maxDocumentBytes: number;
}

/** What a learner's session may keep in one activity: what pages need, and no store for somebody's files. */
export const learnerLimits = { documents: 50, bytes: 100_000 } as const;

type Use = 'read' | 'write';

const rights: Readonly<Record<DocumentResource, Readonly<Record<Use, Right>>>> = {
  state: { read: 'readState', write: 'writeState' },
  activityProfile: { read: 'readProfiles', write: 'writeProfiles' },
  agentProfile: { read: 'readProfiles', write: 'writeProfiles' },
};

/**
 * Whether the resource may be used at all: by a client with the scope (xAPI 1.0.3, Communication 4.2), and by a learner's
 * session where it is the state resource.
 *
 * @throws LrsError `forbidden`
 */
export function requireDocumentRight(principal: Principal, resource: DocumentResource, use: Use): void {
  if (principal.kind === 'learner' && resource === 'state') return;
  requireRight(principal, rights[resource][use]);
}

/** A learner's session has state of its own agent in activities of the course, and no other. @throws LrsError `forbidden` */
export function authoriseDocuments(principal: Principal, context: DocumentContext, rules: DocumentRules): void {
  if (principal.kind === 'client') return;
  if (context.resource !== 'state' || context.agent !== actorKey(agentOf(principal, rules.idBase))) {
    throw new LrsError('forbidden', 'The agent must be the one who is signed in.', 'agent');
  }
  if (!rules.isCourseActivity(context.activity)) {
    throw new LrsError('forbidden', 'The activity must be one of this course.', 'activityId');
  }
}
