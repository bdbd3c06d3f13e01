import { activity } from './activities.ts';
import { actor, agent, group } from './actors.ts';
import { extensions, iri, languageTag, uuid } from './formats.ts';
import { all, list, object, oneOf, type Rule, since2, text, where } from './rule.ts';

/** xAPI 1.0.3, Data 2.4.4.3. */
export const statementRef: Rule = object({ objectType: oneOf('StatementRef'), id: uuid }, ['objectType', 'id']);

/** One activity, or a list of them (Data 2.4.6.2). */
const activities: Rule = (value, path, version) =>
  (Array.isArray(value) ? list(activity) : activity)(value, path, version);

const relevantTypes: Rule = all(list(iri), (value, path) =>
  (value as unknown[]).length > 0
    ? null
    : { code: 'wrong_value', path, message: `${path} must name at least one type, or be left out.` },
);

const contextAgent = object({ objectType: oneOf('contextAgent'), agent, relevantTypes }, ['objectType', 'agent']);
const contextGroup = object({ objectType: oneOf('contextGroup'), group, relevantTypes }, ['objectType', 'group']);

/** Data 2.4.6; contextAgents and contextGroups are 2.0.0's. */
export const context: Rule = object({
  registration: uuid,
  instructor: actor,
  team: group,
  contextActivities: object({ parent: activities, grouping: activities, category: activities, other: activities }),
  contextAgents: since2(list(contextAgent)),
  contextGroups: since2(list(contextGroup)),
  revision: text,
  platform: text,
  language: languageTag,
  statement: statementRef,
  extensions,
});

/** Revision and platform are an activity's (Data 2.4.6). Sees a whole statement. */
export const contextFitsObject: Rule = where((statement) => {
  const { objectType = 'Activity' } = statement['object'] as { objectType?: string };
  const { revision, platform } = (statement['context'] ?? {}) as { revision?: string; platform?: string };
  return objectType === 'Activity' || (revision === undefined && platform === undefined);
}, 'context.revision and context.platform may be used only when the object is an activity.');
