import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { completionStatementId, registrationOf } from '../../src/xapi/ids.ts';
import { type StoredStatement, versions } from '../../src/xapi/types.ts';
import { completed, passed } from '../../src/xapi/verbs.ts';
import { codeOf } from '../support/testApp.ts';
import { idBase } from '../support/statements.ts';
import { statementOf, type XapiCalls, xapiCalls } from '../support/xapiCalls.ts';

const ben = { objectType: 'Agent', mbox: 'mailto:ben@example.org' };

describe.each(versions)('statements sent under %s', (version) => {
  let xapi: XapiCalls;
  beforeEach(async () => {
    xapi = await xapiCalls(version);
  });
  const stored = async (id: string) =>
    (await (await xapi.call(`statements?statementId=${id}`)).json()) as StoredStatement;

  describe('POST and PUT (Communication 2.1.1, 2.1.2)', () => {
    it('POST answers the ids in the order sent, PUT answers nothing', async () => {
      const batch = [statementOf(), statementOf()];
      expect(await (await xapi.post(batch)).json()).toEqual(batch.map(({ id }) => id));
      const response = await xapi.put(randomUUID(), statementOf({ id: undefined }));
      expect([response.status, await response.text()]).toEqual([204, '']);
    });

    it('an empty list is stored as nothing', async () => {
      const response = await xapi.post([]);
      expect([response.status, await response.json()]).toEqual([200, []]);
    });

    it('an id in capitals is the same id: a repeat changes nothing', async () => {
      const sent = statementOf();
      await xapi.post(sent);
      expect((await xapi.post({ ...sent, id: sent.id.toUpperCase() })).status).toBe(200);
      expect((await xapi.query({})).statements).toHaveLength(1);
      expect((await xapi.put(sent.id.toUpperCase(), sent)).status).toBe(204);
    });

    it.each<[string, string, string, unknown]>([
      ['PUT without statementId', 'PUT', '', statementOf()],
      ['PUT with an id that is no UUID', 'PUT', '?statementId=1', statementOf()],
      ['PUT with another id than its statement', 'PUT', `?statementId=${randomUUID()}`, statementOf()],
      [
        'PUT with the parameter in other letters',
        'PUT',
        `?StatementId=${randomUUID()}`,
        statementOf({ id: undefined }),
      ],
      ['PUT with an unknown parameter', 'PUT', `?statementId=${randomUUID()}&a=1`, statementOf({ id: undefined })],
      ['PUT of a list', 'PUT', `?statementId=${randomUUID()}`, [statementOf({ id: undefined })]],
      ['POST with statementId', 'POST', `?statementId=${randomUUID()}`, statementOf({ id: undefined })],
      ['POST with an unknown parameter', 'POST', '?verb=a:b', statementOf()],
    ])('%s is 400', async (_title, method, query, body) => {
      const headers = { 'content-type': 'application/json' };
      const response = await xapi.call(`statements${query}`, { method, headers, body: JSON.stringify(body) });
      expect(response.status).toBe(400);
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a', ''])(
      'a body of the type %j is 400: the standard knows no other status for it (Communication 3.2)',
      async (type) => {
        const response = await xapi.post(statementOf(), { 'content-type': type });
        expect(response.status).toBe(400);
      },
    );

    it('application/json may name a charset, and is read as UTF-8 (Communication 1.4)', async () => {
      const sent = statementOf({ result: { response: 'Työkyky' } });
      expect((await xapi.post(sent, { 'content-type': 'Application/JSON; charset=utf-8' })).status).toBe(200);
      expect((await stored(sent.id)).result).toEqual({ response: 'Työkyky' });
    });
  });

  describe('strictness (Data 2.2; 2.0.0, 4.2.1)', () => {
    const json = JSON.stringify(statementOf());
    it.each<[string, string]>([
      ['a property twice', json.replace('{', `{"verb":{"id":"a:b"},`)],
      ['a property twice, once escaped', json.replace('{', `{"\\u0076erb":{"id":"a:b"},`)],
      ['a property twice further in', json.replace('"mbox"', '"mbox":"mailto:a@example.org","mbox"')],
    ])('%s is 400', async (_title, body) => {
      const response = await xapi.post(body);
      expect([response.status, await codeOf(response)]).toEqual([400, 'invalid_json']);
    });

    it('a body that is not UTF-8 is 400', async () => {
      const headers = { 'content-type': 'application/json' };
      const body = Buffer.from(JSON.stringify(statementOf({ result: { response: 'ä' } })), 'latin1');
      const response = await xapi.call('statements', { method: 'POST', headers, body: new Uint8Array(body) });
      expect([response.status, await codeOf(response)]).toEqual([400, 'invalid_json']);
    });

    it('text that only looks like a property twice is none', async () => {
      const response = 'a "verb": \\" {"verb":1,"verb":2} \\\\';
      expect((await xapi.post(statementOf({ result: { response } }))).status).toBe(200);
    });

    it.each<[string, Record<string, unknown>]>([
      ['null', { result: null }],
      ['null in a list', { attachments: [null] }],
      ['a number in a string', { result: { score: { raw: '1' } } }],
      ['a truth value in a string', { result: { success: 'true' } }],
      ['an unknown property', { mood: 'good' }],
      ['a property in other letters', { Result: {} }],
      ['an objectType in other letters', { object: { objectType: 'activity', id: 'a:b' } }],
      ['a verb id without a scheme', { verb: { id: 'tried' } }],
      ['an empty verb id', { verb: { id: '' } }],
      ['an id that is no UUID', { id: '1' }],
      ['a UUID of another variant', { id: '6d1f2c8a-3f5e-4b77-cd0a-2b1c3d4e5f60' }],
      ['a language tag that is none', { verb: { id: 'a:b', display: { 'not a tag': 'x' } } }],
      ['an agent as object without objectType', { object: { mbox: 'mailto:a@example.org' } }],
      ['two identifiers of an agent', { actor: { ...ben, openid: 'https://example.org/a' } }],
      ['no identifier of an agent', { actor: { name: 'A' } }],
      ['an anonymous group without members', { actor: { objectType: 'Group' } }],
      ['a group within a group', { actor: { objectType: 'Group', member: [{ objectType: 'Group', member: [ben] }] } }],
      ['revision where the object is no activity', { object: ben, context: { revision: '1' } }],
      ['platform where the object is no activity', { object: ben, context: { platform: 'p' } }],
      ['an unknown kind of context activity', { context: { contextActivities: { sibling: { id: 'a:b' } } } }],
      ['a sub-statement with an id', { object: { ...statementOf(), objectType: 'SubStatement' } }],
      ['a voiding statement without a reference', { verb: { id: 'http://adlnet.gov/expapi/verbs/voided' } }],
      ['a scaled score above 1', { result: { score: { scaled: 1.01 } } }],
      ['a score below its minimum', { result: { score: { raw: 1, min: 2 } } }],
      ['a minimum that is not less than the maximum', { result: { score: { min: 2, max: 2 } } }],
      ['a duration that is a span of dates', { result: { duration: '2026-01-01/2026-01-02' } }],
      ['weeks beside days', { result: { duration: 'P4W1D' } }],
      ['components without an interactionType', { object: { id: 'a:b', definition: { choices: [{ id: 'a' }] } } }],
      ['an unknown interactionType', { object: { id: 'a:b', definition: { interactionType: 'essay' } } }],
      [
        'components of another interactionType',
        { object: { id: 'a:b', definition: { interactionType: 'choice', scale: [{ id: 'a' }] } } },
      ],
      [
        'two components with one id',
        { object: { id: 'a:b', definition: { interactionType: 'choice', choices: [{ id: 'a' }, { id: 'a' }] } } },
      ],
      ['an extension under a name that is no IRI', { result: { extensions: { name: 1 } } }],
      ['the unknown offset -00:00', { timestamp: '2026-01-31T12:00:00-00:00' }],
      ['a date alone', { timestamp: '2026-01-31' }],
      ['an offset out of the calendar', { timestamp: '9999-12-31T23:59:59-01:00' }],
      ['version 0.95', { version: '0.95' }],
      ['an attachment whose contentType would break a header', { attachments: [{ contentType: 'a/b\r\nX: y' }] }],
    ])('%s is 400', async (_title, change) => {
      const response = await xapi.post(statementOf(change));
      expect([response.status, await codeOf(response)]).toEqual([400, 'invalid_statement']);
    });

    it('null and anything else is kept in extensions (Data 4.1)', async () => {
      const extensions = { 'https://example.org/e': { a: null, b: [null, { '': 1 }] } };
      const sent = statementOf({ result: { extensions }, context: { extensions } });
      expect((await xapi.post(sent)).status).toBe(200);
      expect(await stored(sent.id)).toMatchObject({ result: { extensions }, context: { extensions } });
    });
  });

  describe('what the record store sets (Data 2.3.1)', () => {
    it('id, stored, timestamp and authority, and stored also over the sender’s own', async () => {
      const sent = statementOf({ stored: '2020-01-01T00:00:00Z', authority: ben });
      await xapi.post(sent);
      const found = await stored(sent.id);
      expect(found.stored).toMatch(/^2026-11-21/);
      expect(found.authority).toEqual({ objectType: 'Agent', account: { homePage: idBase, name: 'client:tool' } });
      expect(found.timestamp).toBe(found.stored);
    });

    it('times in UTC, those of a sub-statement too (Data 4.5; 2.0.0, 4.2.7)', async () => {
      const timestamp = '2026-01-31T14:00:00.123456+02:00';
      const { id: _id, ...inner } = statementOf({ objectType: 'SubStatement', timestamp });
      const sent = statementOf({ timestamp, object: inner });
      await xapi.post(sent);
      const utc = '2026-01-31T12:00:00.123Z';
      expect(await stored(sent.id)).toMatchObject({ timestamp: utc, object: { timestamp: utc } });
      expect((await xapi.put(sent.id, sent)).status).toBe(204);
    });

    it('a timestamp ahead of the clock is kept (Data 2.4.7)', async () => {
      const sent = statementOf({ timestamp: '2999-01-01T00:00:00Z' });
      expect((await xapi.post(sent)).status).toBe(200);
    });

    it('single context activities as lists, in a sub-statement too (Data 2.4.6.2)', async () => {
      const context = { contextActivities: { parent: { id: 'a:p' }, other: [{ id: 'a:o' }] } };
      const { id: _id, ...inner } = statementOf({ objectType: 'SubStatement', context });
      const sent = statementOf({ context, object: inner });
      await xapi.post(sent);
      const lists = { contextActivities: { parent: [{ id: 'a:p' }], other: [{ id: 'a:o' }] } };
      expect(await stored(sent.id)).toMatchObject({ context: lists, object: { context: lists } });
    });

    it('the version where there is none, and keeps one that is given (Data 2.4.10)', async () => {
      const [none, given] = [statementOf(), statementOf({ version: '1.0.7' })];
      await xapi.post([none, given]);
      expect((await stored(none.id)).version).toBe(version === '1.0.3' ? '1.0.0' : '2.0.0');
      expect((await stored(given.id)).version).toBe('1.0.7');
    });

    it('nothing else: numbers, empty values and an absent objectType come back as they were', async () => {
      const sent = statementOf({
        object: { id: 'https://example.org/a', definition: {} },
        result: { score: { raw: 0.1 + 0.2, min: -1e-7, max: 123456.789 }, response: '', duration: 'PT1.23456S' },
        context: { contextActivities: {} },
      });
      await xapi.post(sent);
      expect(await stored(sent.id)).toMatchObject(sent);
      expect((await stored(sent.id)).object).toEqual(sent.object);
    });
  });

  describe('an id that the server derives for a registration', () => {
    const registration = registrationOf(idBase, 'somebody', 'alku');

    it.each([passed.id, completed.id])('is taken from nobody by a client: %s', async (verb) => {
      const id = completionStatementId(registration, verb, 1);
      const forged = statementOf({ id, verb: { id: verb }, context: { registration: registration.toUpperCase() } });
      for (const body of [forged, [statementOf(), forged]]) {
        const response = await xapi.post(body);
        expect([response.status, await codeOf(response)]).toEqual([403, 'forbidden']);
      }
      await xapi.post(statementOf({ context: { registration } }));
      const disguised = statementOf({ id: id.toUpperCase() });
      expect((await xapi.post(disguised)).status).toBe(403);
      expect((await xapi.put(id, statementOf({ id: undefined }))).status).toBe(403);
      expect((await xapi.query({})).statements).toHaveLength(1);
    });

    it('is no other name-based id', async () => {
      const id = registrationOf(idBase, 'another', 'name');
      expect((await xapi.post(statementOf({ id, context: { registration } }))).status).toBe(200);
    });
  });
});

describe('properties of 2.0.0', () => {
  const contextAgents = [{ objectType: 'contextAgent', agent: ben, relevantTypes: ['https://example.org/t'] }];
  const contextGroups = [{ objectType: 'contextGroup', group: { objectType: 'Group', member: [ben] } }];

  it.each([{ contextAgents }, { contextGroups }])('are refused with 400 under 1.0.3: %j', async (context) => {
    const xapi = await xapiCalls('1.0.3');
    expect((await xapi.post(statementOf({ context }))).status).toBe(400);
  });

  it('are stored under 2.0.0 and found by related_agents', async () => {
    const xapi = await xapiCalls('2.0.0');
    await xapi.post([statementOf({ context: { contextAgents } }), statementOf({ context: { contextGroups } })]);
    const agent = JSON.stringify(ben);
    expect((await xapi.query({ agent, related_agents: 'true' })).statements).toHaveLength(2);
    expect((await xapi.query({ agent })).statements).toHaveLength(0);
  });

  it.each<[string, Record<string, unknown>]>([
    ['no objectType', { contextAgents: [{ agent: ben }] }],
    ['another objectType', { contextAgents: [{ objectType: 'Agent', agent: ben }] }],
    ['a group as agent', { contextAgents: [{ objectType: 'contextAgent', agent: contextGroups[0]!.group }] }],
    ['an agent as group', { contextGroups: [{ objectType: 'contextGroup', group: ben }] }],
    ['no types in relevantTypes', { contextAgents: [{ ...contextAgents[0], relevantTypes: [] }] }],
    ['a type that is no IRI', { contextAgents: [{ ...contextAgents[0], relevantTypes: ['type'] }] }],
    ['no list', { contextAgents: contextAgents[0] }],
  ])('are refused with 400: %s', async (_title, context) => {
    const xapi = await xapiCalls('2.0.0');
    expect((await xapi.post(statementOf({ context }))).status).toBe(400);
  });

  it.each<[string, number, number]>([
    ['2026-01-31T12:00Z', 200, 400],
    ['2026-01-31T12:00:00', 200, 400],
    ['2026-01-31T12:00:00+02', 200, 400],
    ['2026-01-31T12:00:00.5+02:00', 200, 200],
  ])('a timestamp follows ISO 8601 under 1.0.3, RFC 3339 under 2.0.0: %s', async (timestamp, older, newer) => {
    expect((await (await xapiCalls('1.0.3')).post(statementOf({ timestamp }))).status).toBe(older);
    expect((await (await xapiCalls('2.0.0')).post(statementOf({ timestamp }))).status).toBe(newer);
  });

  it('version 2.0.x is refused under 1.0.3 (Data 2.4.10) and kept under 2.0.0', async () => {
    const sent = statementOf({ version: '2.0.1' });
    expect((await (await xapiCalls('1.0.3')).post(sent)).status).toBe(400);
    const newer = await xapiCalls('2.0.0');
    expect((await newer.post(sent)).status).toBe(200);
    expect((await newer.query({})).statements).toMatchObject([{ version: '2.0.1' }]);
  });
});
