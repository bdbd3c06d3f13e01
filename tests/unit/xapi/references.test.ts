import { describe, expect, it } from 'vitest';
import { actorKey } from '../../../src/xapi/actors.ts';
import { referencesOf } from '../../../src/xapi/references.ts';
import { statementWith, uuid } from './statements.ts';

const agent = (name: string) => ({ mbox: `mailto:${name}@example.org` });
const activity = (name: string) => ({ id: `https://example.org/${name}` });
const keys = (...names: string[]) => names.map((name) => actorKey(agent(name))).sort();
const idsOf = (...names: string[]) => names.map((name) => activity(name).id).sort();
const group = (...names: string[]) => ({ objectType: 'Group', member: names.map(agent) });
const sorted = (values: readonly string[]) => [...values].sort();

const context = {
  registration: uuid.toUpperCase(),
  instructor: agent('instructor'),
  team: group('team'),
  contextActivities: { parent: [activity('parent')], grouping: activity('grouping') },
  contextAgents: [{ objectType: 'contextAgent', agent: agent('contextAgent') }],
  contextGroups: [{ objectType: 'contextGroup', group: group('contextGroup') }],
};
const subStatement = {
  objectType: 'SubStatement',
  actor: agent('subActor'),
  verb: { id: 'a:v' },
  object: activity('subObject'),
  context: { instructor: agent('subInstructor'), contextActivities: { other: [activity('subOther')] } },
};

describe('what a statement is found by (Communication 2.1.3)', () => {
  it('the agent filter sees actor and object, and members of groups', () => {
    const found = referencesOf(
      statementWith({ actor: group('a', 'b'), object: { objectType: 'Agent', ...agent('c') }, context }),
    );
    expect(sorted(found.agents.direct)).toEqual(keys('a', 'b', 'c'));
  });

  it('related_agents sees authority, instructor, team, context agents and groups, and the sub-statement too', () => {
    const found = referencesOf(
      statementWith({ actor: agent('a'), authority: agent('authority'), context, object: subStatement }),
    );
    expect(sorted(found.agents.direct)).toEqual(keys('a'));
    expect(sorted(found.agents.related)).toEqual(
      keys('a', 'authority', 'instructor', 'team', 'contextAgent', 'contextGroup', 'subActor', 'subInstructor'),
    );
  });

  it('the activity filter sees the object, related_activities the context and the sub-statement too', () => {
    const plain = referencesOf(statementWith({ object: activity('object'), context }));
    expect(plain.activities.direct).toEqual(idsOf('object'));
    expect(sorted(plain.activities.related)).toEqual(idsOf('object', 'parent', 'grouping'));
    const nested = referencesOf(statementWith({ object: subStatement, context }));
    expect(nested.activities.direct).toEqual([]);
    expect(sorted(nested.activities.related)).toEqual(idsOf('parent', 'grouping', 'subObject', 'subOther'));
  });

  it('a registration is found in lower case, and only the statement’s own', () => {
    expect(referencesOf(statementWith({ context })).registration).toBe(uuid);
    const nested = { ...subStatement, context: { registration: uuid } };
    expect(referencesOf(statementWith({ object: nested })).registration).toBeNull();
  });

  it('a reference is a target; under the reserved verb it voids', () => {
    const object = { objectType: 'StatementRef', id: uuid.toUpperCase() };
    expect(referencesOf(statementWith({ object }))).toMatchObject({ targets: uuid, voids: null });
    const voiding = statementWith({ object, verb: { id: 'http://adlnet.gov/expapi/verbs/voided' } });
    expect(referencesOf(voiding)).toMatchObject({ targets: uuid, voids: uuid });
    expect(referencesOf(statementWith())).toMatchObject({ targets: null, voids: null });
  });
});
