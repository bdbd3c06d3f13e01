import { describe, expect, it } from 'vitest';
import { activity, agent, attachment, problemOf, type Row, subStatement, withDefinition } from './statementParts.ts';
import { statementWith, uuid } from './statements.ts';

const good: Readonly<Record<string, readonly Row[]>> = {
  'actors (Data 2.4.2)': [
    ['identified by mbox', { actor: agent }],
    ['identified by mbox_sha1sum', { actor: { mbox_sha1sum: 'A'.repeat(40) } }],
    ['identified by openid', { actor: { openid: 'https://id.example.org/a' } }],
    [
      'identified by account',
      { actor: { objectType: 'Agent', account: { homePage: 'https://example.org', name: '1' } } },
    ],
    ['identified group without members', { actor: { objectType: 'Group', mbox: 'mailto:g@example.org' } }],
    ['anonymous group with members', { actor: { objectType: 'Group', name: 'G', member: [agent] } }],
    ['authority of an application and its user', { authority: { objectType: 'Group', member: [agent, agent] } }],
  ],
  'objects (Data 2.4.4)': [
    ['activity with its type named', { object: { objectType: 'Activity', ...activity } }],
    ['agent', { object: { objectType: 'Agent', ...agent } }],
    ['group', { object: { objectType: 'Group', member: [agent] } }],
    ['statement reference', { object: { objectType: 'StatementRef', id: uuid } }],
    ['sub-statement', { object: { ...subStatement, timestamp: '2030-01-01T00:00:00Z' } }],
    [
      'voiding',
      { verb: { id: 'http://adlnet.gov/expapi/verbs/voided' }, object: { objectType: 'StatementRef', id: uuid } },
    ],
    [
      'definition',
      withDefinition({ name: { fi: 'A' }, type: 'https://example.org/t', moreInfo: 'https://example.org/i' }),
    ],
    ['choice with choices', withDefinition({ interactionType: 'choice', choices: [{ id: 'a' }, { id: 'b' }] })],
    [
      'matching with source and target',
      withDefinition({ interactionType: 'matching', source: [{ id: 'a' }], target: [] }),
    ],
    [
      'true-false with its pattern',
      withDefinition({ interactionType: 'true-false', correctResponsesPattern: ['true'] }),
    ],
    ['null inside extensions', withDefinition({ extensions: { 'https://example.org/x': { deep: [null] } } })],
  ],
  'result (Data 2.4.5)': [
    ['score at its bounds', { result: { score: { scaled: -1, raw: 0, min: 0, max: 5 } } }],
    ['score without scaled', { result: { score: { raw: 100 } } }],
    ['an empty response', { result: { response: '', success: false, completion: true, duration: 'PT4M12.34S' } }],
  ],
  'context (Data 2.4.6)': [
    ['a single context activity', { context: { contextActivities: { parent: activity } } }],
    ['a list of context activities', { context: { contextActivities: { category: [activity], other: [] } } }],
    ['revision on an activity', { context: { revision: '3', platform: 'p', language: 'sv-FI', registration: uuid } }],
    ['instructor and team', { context: { instructor: agent, team: { objectType: 'Group', member: [agent] } } }],
  ],
  'times, versions and attachments': [
    ['an offset', { timestamp: '2026-01-31T12:30:00.123+02:00' }],
    ['no seconds in ISO 8601', { timestamp: '2026-01-31T12:30Z' }],
    ['a version without its patch, as the header may have it', { version: '1.0' }],
    ['any patch version', { version: '1.0.17', id: uuid.toUpperCase() }],
    ['attachment', { attachments: [attachment, { ...attachment, fileUrl: 'https://example.org/f', description: {} }] }],
  ],
};

describe.each(Object.entries(good))('accepts valid %s', (_, rows) => {
  it.each(rows)('%s', (_title, change) => {
    expect(problemOf(statementWith(change))).toBeNull();
  });
});

describe('between the versions', () => {
  const contextAgent = { objectType: 'contextAgent', agent, relevantTypes: ['https://example.org/role'] };
  const contextGroup = { objectType: 'contextGroup', group: { objectType: 'Group', member: [agent] } };

  it('2.0.0 knows context agents and groups', () => {
    const statement = statementWith({ context: { contextAgents: [contextAgent], contextGroups: [contextGroup] } });
    expect(problemOf(statement, '2.0.0')).toBeNull();
  });

  it('2.0.0 refuses an empty list of relevant types', () => {
    const statement = statementWith({ context: { contextAgents: [{ ...contextAgent, relevantTypes: [] }] } });
    expect(problemOf(statement, '2.0.0')).toMatchObject({ path: 'context.contextAgents[0].relevantTypes' });
  });

  it('2.0.0 holds timestamps to RFC 3339', () => {
    expect(problemOf(statementWith({ timestamp: '2026-01-31T12:30Z' }), '2.0.0')).toMatchObject({ path: 'timestamp' });
    expect(problemOf(statementWith({ timestamp: '2026-01-31T12:30:00Z' }), '2.0.0')).toBeNull();
  });

  it('2.0.0 keeps statements of either version', () => {
    expect(problemOf(statementWith({ version: '2.0.0' }), '2.0.0')).toBeNull();
    expect(problemOf(statementWith({ version: '1.0.3' }), '2.0.0')).toBeNull();
    expect(problemOf(statementWith({ version: '3.0.0' }), '2.0.0')).toMatchObject({ path: 'version' });
  });
});
