import type { Actor, Agent, Group, Statement as LibraryStatement } from '@xapi/xapi';

export type {
  Activity,
  Actor,
  Agent,
  Attachment,
  Group,
  StatementObject,
  StatementRef,
  SubStatement,
} from '@xapi/xapi';

/** The versions of the standard a request may follow; a statement may be asked for under the other one. */
export const versions = ['1.0.3', '2.0.0'] as const;
export type XapiVersion = (typeof versions)[number];

/** A person's or system's part in a statement's context (xAPI 2.0.0, 4.2.2.3 contextAgents). */
export interface ContextAgent {
  objectType: 'contextAgent';
  agent: Agent;
  relevantTypes?: string[];
}

/** A group's part in a statement's context (xAPI 2.0.0, 4.2.2.3 contextGroups). */
export interface ContextGroup {
  objectType: 'contextGroup';
  group: Group;
  relevantTypes?: string[];
}

export type Context = NonNullable<LibraryStatement['context']> & {
  contextAgents?: ContextAgent[];
  contextGroups?: ContextGroup[];
};

/** A statement as xAPI defines it (IEEE 9274.1.1; 1.0.3 Data 2.4): what a client may send. */
export type Statement = Omit<LibraryStatement, 'context' | 'version' | 'authority'> & {
  context?: Context;
  version?: string;
  authority?: Actor;
};

/** A statement for the store, which sets `stored`, and `timestamp` to the same where there is none (Data 2.4.7). */
export type DraftStatement = Statement & Required<Pick<Statement, 'id' | 'version' | 'authority'>>;

/** A statement that has all a store needs but `stored`: the id, the time and the authority are set. */
export type NewStatement = Statement & Required<Pick<Statement, 'id' | 'timestamp' | 'version' | 'authority'>>;

/** A statement as the store keeps and answers it. */
export type StoredStatement = NewStatement & Required<Pick<Statement, 'stored'>>;
