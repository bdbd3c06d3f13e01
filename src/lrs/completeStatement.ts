import type { AccountAgent } from '../xapi/actors.ts';
import { instantOf } from '../xapi/timestamps.ts';
import type { Context, DraftStatement, StoredStatement, SubStatement, XapiVersion } from '../xapi/types.ts';
import type { IdentifiedStatement } from './incomingStatements.ts';

/** Where a statement is kept under the version it came with, or that version's default (xAPI 1.0.3, Data 2.4.10). */
const defaultVersions: Readonly<Record<XapiVersion, string>> = { '1.0.3': '1.0.0', '2.0.0': '2.0.0' };

/**
 * Gives a sender's statement what the use case assigns (Data 2.3.1): version and authority, whatever authority it named
 * itself (Data 2.4.9). Where its id is stored already, that statement's authority is taken, so that a repeat is recognised
 * as the same. Missing times are left to the store. Times become UTC (Data 4.5; 2.0.0, 4.2.7), context activities become lists (Data
 * 2.4.6.2), those of a sub-statement too.
 */
export function completeStatement(
  statement: IdentifiedStatement,
  known: StoredStatement | null,
  assigned: { readonly authority: AccountAgent; readonly version: XapiVersion },
): DraftStatement {
  const { stored: _stored, authority: _authority, timestamp, ...sent } = statement;
  return {
    ...withLists(sent),
    ...(timestamp === undefined ? {} : { timestamp: inUtc(timestamp) }),
    version: sent.version ?? defaultVersions[assigned.version],
    authority: known?.authority ?? assigned.authority,
  };
}

function inUtc(timestamp: string): string {
  return new Date(instantOf(timestamp)!).toISOString();
}

function withLists<T extends Pick<IdentifiedStatement, 'context' | 'object'>>(statement: T): T {
  const { context, object } = statement;
  return {
    ...statement,
    ...(context === undefined ? {} : { context: listed(context) }),
    ...(object.objectType === 'SubStatement' ? { object: settled(object) } : {}),
  };
}

function settled(statement: SubStatement): SubStatement {
  const { context, timestamp } = statement;
  return {
    ...statement,
    ...(context === undefined ? {} : { context: listed(context) }),
    ...(timestamp === undefined ? {} : { timestamp: inUtc(timestamp) }),
  };
}

function listed(context: Context): Context {
  if (context.contextActivities === undefined) return context;
  const lists = Object.entries(context.contextActivities).map(([kind, activities]) => [kind, [activities].flat()]);
  return { ...context, contextActivities: Object.fromEntries(lists) as Context['contextActivities'] };
}
