import { describe, expect, it } from 'vitest';
import { agent, attachment, problemOf, type Row, subStatement, withDefinition } from './statementParts.ts';
import { statementWith, uuid } from './statements.ts';

/** A row that is refused, with the place of the problem and its code. */
type BadRow = readonly [...Row, path: string, code: string];

const bad: Readonly<Record<string, readonly BadRow[]>> = {
  'the frame (Data 2.2, 2.4)': [
    ['no actor', { actor: undefined }, 'actor', 'missing_property'],
    ['no verb', { verb: undefined }, 'verb', 'missing_property'],
    ['no object', { object: undefined }, 'object', 'missing_property'],
    ['an unknown property', { Actor: agent }, 'Actor', 'unknown_property'],
    ['null', { result: null }, 'result', 'null_value'],
    ['an id that is no UUID', { id: 'abc' }, 'id', 'wrong_format'],
    ['a UUID of another variant', { id: '6d1f2c8a-3f5e-4b77-cd0a-2b1c3d4e5f60' }, 'id', 'wrong_format'],
    ['a version of 2.0 under 1.0.3', { version: '2.0.0' }, 'version', 'wrong_format'],
    ['a later minor version', { version: '1.1.0' }, 'version', 'wrong_format'],
    ['a version with an empty patch', { version: '1.0.' }, 'version', 'wrong_format'],
    ['an array as actor', { actor: [agent] }, 'actor', 'wrong_type'],
  ],
  'actors (Data 2.4.2)': [
    ['no identifier', { actor: { name: 'A' } }, 'actor', 'wrong_combination'],
    ['two identifiers', { actor: { ...agent, openid: 'https://id.example.org' } }, 'actor', 'wrong_combination'],
    ['an e-mail without mailto', { actor: { mbox: 'a@example.org' } }, 'actor.mbox', 'wrong_format'],
    ['a mailto without a domain', { actor: { mbox: 'mailto:a@' } }, 'actor.mbox', 'wrong_format'],
    ['two addresses in one mbox', { actor: { mbox: 'mailto:a@x.fi,b@y.fi' } }, 'actor.mbox', 'wrong_format'],
    ['a short hash', { actor: { mbox_sha1sum: 'abc' } }, 'actor.mbox_sha1sum', 'wrong_format'],
    ['an openid without a scheme', { actor: { openid: 'example.org' } }, 'actor.openid', 'wrong_format'],
    [
      'an account without its name',
      { actor: { account: { homePage: 'https://a.fi' } } },
      'actor.account.name',
      'missing_property',
    ],
    [
      'an account name that is a number',
      { actor: { account: { homePage: 'https://a.fi', name: 1 } } },
      'actor.account.name',
      'wrong_type',
    ],
    ['an unknown objectType', { actor: { objectType: 'agent', ...agent } }, 'actor.objectType', 'wrong_value'],
    [
      'an objectType out of Object.prototype',
      { actor: { objectType: 'constructor' } },
      'actor.objectType',
      'wrong_value',
    ],
    ['an anonymous group without members', { actor: { objectType: 'Group' } }, 'actor', 'wrong_combination'],
    [
      'a group within a group',
      { actor: { objectType: 'Group', member: [{ objectType: 'Group', member: [agent] }] } },
      'actor.member[0].objectType',
      'wrong_value',
    ],
    ['members in an agent', { actor: { ...agent, member: [agent] } }, 'actor.member', 'unknown_property'],
    [
      'an authority of three',
      { authority: { objectType: 'Group', member: [agent, agent, agent] } },
      'authority',
      'wrong_combination',
    ],
    [
      'an identified group as authority',
      { authority: { objectType: 'Group', mbox: 'mailto:g@a.fi' } },
      'authority',
      'wrong_combination',
    ],
  ],
  'verbs and language maps (Data 2.4.3, 4.2)': [
    ['a verb without a scheme', { verb: { id: 'experienced' } }, 'verb.id', 'wrong_format'],
    ['a display that is a string', { verb: { id: 'https://a.fi/v', display: 'x' } }, 'verb.display', 'wrong_type'],
    [
      'a language that is none',
      { verb: { id: 'https://a.fi/v', display: { suomi_fi: 'x' } } },
      'verb.display["suomi_fi"]',
      'wrong_format',
    ],
    [
      'words that are a number',
      { verb: { id: 'https://a.fi/v', display: { fi: 1 } } },
      'verb.display["fi"]',
      'wrong_type',
    ],
  ],
  'objects (Data 2.4.4)': [
    ['an activity without an id', { object: { objectType: 'Activity' } }, 'object.id', 'missing_property'],
    ['an agent without its objectType', { object: agent }, 'object.id', 'missing_property'],
    ['a reference to no UUID', { object: { objectType: 'StatementRef', id: 'x' } }, 'object.id', 'wrong_format'],
    ['a sub-statement with an id', { object: { ...subStatement, id: uuid } }, 'object.id', 'unknown_property'],
    [
      'a sub-statement with an authority',
      { object: { ...subStatement, authority: agent } },
      'object.authority',
      'unknown_property',
    ],
    [
      'a sub-statement in a sub-statement',
      { object: { ...subStatement, object: subStatement } },
      'object.object.objectType',
      'wrong_value',
    ],
    ['voiding an activity', { verb: { id: 'http://adlnet.gov/expapi/verbs/voided' } }, '', 'wrong_combination'],
    [
      'an unknown interactionType',
      withDefinition({ interactionType: 'Choice' }),
      'object.definition.interactionType',
      'wrong_value',
    ],
    ['choices without an interactionType', withDefinition({ choices: [] }), 'object.definition', 'wrong_combination'],
    [
      'a pattern without an interactionType',
      withDefinition({ correctResponsesPattern: [] }),
      'object.definition',
      'wrong_combination',
    ],
    [
      'choices in a likert',
      withDefinition({ interactionType: 'likert', choices: [] }),
      'object.definition',
      'wrong_combination',
    ],
    [
      'components with one id',
      withDefinition({ interactionType: 'choice', choices: [{ id: 'a' }, { id: 'a' }] }),
      'object.definition.choices',
      'wrong_combination',
    ],
    [
      'a component without an id',
      withDefinition({ interactionType: 'choice', choices: [{}] }),
      'object.definition.choices[0].id',
      'missing_property',
    ],
    ['a relative moreInfo', withDefinition({ moreInfo: '/info' }), 'object.definition.moreInfo', 'wrong_format'],
    [
      'an extension key that is no IRI',
      withDefinition({ extensions: { x: 1 } }),
      'object.definition.extensions["x"]',
      'wrong_format',
    ],
    ['null as extensions', withDefinition({ extensions: null }), 'object.definition.extensions', 'null_value'],
  ],
  'result (Data 2.4.5)': [
    ['scaled above 1', { result: { score: { scaled: 1.01 } } }, 'result.score', 'wrong_combination'],
    ['scaled below -1', { result: { score: { scaled: -1.01 } } }, 'result.score', 'wrong_combination'],
    ['scaled as a string', { result: { score: { scaled: '1' } } }, 'result.score.scaled', 'wrong_type'],
    ['raw above max', { result: { score: { raw: 6, max: 5 } } }, 'result.score', 'wrong_combination'],
    ['raw below min', { result: { score: { raw: 0, min: 1 } } }, 'result.score', 'wrong_combination'],
    ['min at max', { result: { score: { min: 5, max: 5 } } }, 'result.score', 'wrong_combination'],
    ['success as a string', { result: { success: 'true' } }, 'result.success', 'wrong_type'],
    ['completion as a number', { result: { completion: 1 } }, 'result.completion', 'wrong_type'],
    ['a duration of nothing', { result: { duration: 'PT' } }, 'result.duration', 'wrong_format'],
  ],
  'context (Data 2.4.6)': [
    ['a registration that is no UUID', { context: { registration: 'x' } }, 'context.registration', 'wrong_format'],
    ['a team that is an agent', { context: { team: agent } }, 'context.team.objectType', 'missing_property'],
    [
      'an unknown kind of context activity',
      { context: { contextActivities: { parents: [] } } },
      'context.contextActivities.parents',
      'unknown_property',
    ],
    [
      'a context activity without an id',
      { context: { contextActivities: { parent: [{}] } } },
      'context.contextActivities.parent[0].id',
      'missing_property',
    ],
    [
      'revision on an agent',
      { object: { objectType: 'Agent', ...agent }, context: { revision: '1' } },
      '',
      'wrong_combination',
    ],
    [
      'platform in a sub-statement about a group',
      { object: { ...subStatement, object: { objectType: 'Group', member: [agent] }, context: { platform: 'p' } } },
      'object',
      'wrong_combination',
    ],
    ['a language that is no tag', { context: { language: 'f' } }, 'context.language', 'wrong_format'],
    [
      'a reference without its objectType',
      { context: { statement: { id: uuid } } },
      'context.statement.objectType',
      'missing_property',
    ],
    ['context agents under 1.0.3', { context: { contextAgents: [] } }, 'context.contextAgents', 'unknown_property'],
  ],
  'times and attachments': [
    ['a date without a time', { timestamp: '2026-01-31' }, 'timestamp', 'wrong_format'],
    ['a day that does not exist', { timestamp: '2026-02-29T00:00:00Z' }, 'timestamp', 'wrong_format'],
    ['the unknown offset', { timestamp: '2026-01-31T00:00:00-00:00' }, 'timestamp', 'wrong_format'],
    [
      'an attachment without its hash',
      { attachments: [{ ...attachment, sha2: undefined }] },
      'attachments[0].sha2',
      'missing_property',
    ],
    [
      'an attachment with half an octet',
      { attachments: [{ ...attachment, length: 0.5 }] },
      'attachments[0].length',
      'wrong_value',
    ],
    [
      'a content type that is none',
      { attachments: [{ ...attachment, contentType: 'text' }] },
      'attachments[0].contentType',
      'wrong_format',
    ],
    ['attachments that are no list', { attachments: attachment }, 'attachments', 'wrong_type'],
  ],
};

describe.each(Object.entries(bad))('refuses invalid %s', (_, rows) => {
  it.each(rows)('%s', (_title, change, path, code) => {
    expect(problemOf(statementWith(change))).toMatchObject({ path, code });
  });
});
