import type { AccountAgent } from '../xapi/actors.ts';
import { instantOf } from '../xapi/timestamps.ts';
import type { Context, DraftStatement, StoredStatement, XapiVersion } from '../xapi/types.ts';
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
  const { stored: _stored, authority: _authority, ...sent } = statement;
  return {
    ...settled(sent),
    version: sent.version ?? defaultVersions[assigned.version],
    authority: known?.authority ?? assigned.authority,
  };
}

function settled<T extends Pick<IdentifiedStatement, 'context' | 'object' | 'timestamp'>>(statement: T): T {
  const { context, object, timestamp } = statement;
  return {
    ...statement,
    ...(context !== undefined && { context: listed(context) }),
    ...(timestamp !== undefined && { timestamp: inUtc(timestamp) }),
    ...(object.objectType === 'SubStatement' && { object: settled(object) }),
  };
}

const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:[0-5]\d\.\d{3}Z$/;

/** As `toISOString` writes it; what is written so already stays. */
function inUtc(timestamp: string): string {
  return utc.test(timestamp) ? timestamp : new Date(instantOf(timestamp)!).toISOString();
}

function listed(context: Context): Context {
  const { contextActivities } = context;
  if (contextActivities === undefined || Object.values(contextActivities).every(Array.isArray)) return context;
  const lists = Object.entries(contextActivities).map(([kind, activities]) => [kind, [activities].flat()]);
  return { ...context, contextActivities: Object.fromEntries(lists) as Context['contextActivities'] };
}
