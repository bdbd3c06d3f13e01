import { beforeEach, describe, expect, it } from 'vitest';
import { type StoredStatement, versions } from '../../src/xapi/types.ts';
import { codeOf } from '../support/testApp.ts';
import { basic, type Found, statementOf, type XapiCalls, xapiCalls } from '../support/xapiCalls.ts';

const ben = { objectType: 'Agent', mbox: 'mailto:Ben@example.org' };
const training = 'https://example.org/activities/training';
const voided = 'http://adlnet.gov/expapi/verbs/voided';
const refTo = (id: string) => ({ objectType: 'StatementRef', id });
const idsOf = ({ statements }: Found) => statements.map(({ id }) => id);

describe.each(versions)('statements asked for under %s', (version) => {
  let xapi: XapiCalls;
  beforeEach(async () => {
    xapi = await xapiCalls(version);
  });

  describe('filters (Communication 2.1.3)', () => {
    it('agent: the actor or object, and groups that have it as a member; the e-mail’s domain in any case', async () => {
      const group = { objectType: 'Group', member: [ben] };
      const sent = [{ actor: ben }, { object: ben }, { actor: group }, { object: group }, {}].map(statementOf);
      await xapi.post(sent);
      const agent = JSON.stringify({ mbox: 'mailto:Ben@EXAMPLE.org' });
      expect(idsOf(await xapi.query({ agent, ascending: 'true' }))).toEqual(sent.slice(0, 4).map(({ id }) => id));
      expect(idsOf(await xapi.query({ agent: JSON.stringify({ mbox: 'mailto:ben@example.org' }) }))).toEqual([]);
    });

    it('related_agents: also authority, instructor, team, and those of a sub-statement', async () => {
      const { id: _id, ...inner } = statementOf({ objectType: 'SubStatement', actor: ben });
      const team = { objectType: 'Group', account: { homePage: 'https://example.org', name: 'team' } };
      const sent = [
        statementOf({ context: { instructor: ben } }),
        statementOf({ context: { team: { ...team, member: [ben] } } }),
        statementOf({ object: inner }),
        statementOf(),
      ];
      await xapi.post(sent);
      const agent = JSON.stringify(ben);
      expect(idsOf(await xapi.query({ agent }))).toEqual([]);
      expect(idsOf(await xapi.query({ agent, related_agents: 'true' }))).toHaveLength(3);
      const [{ authority }] = (await xapi.query({ limit: '1' })).statements as [StoredStatement];
      expect(idsOf(await xapi.query({ agent: JSON.stringify(authority), related_agents: 'true' }))).toHaveLength(4);
    });

    it('related_activities: also context activities, and those of a sub-statement', async () => {
      const { id: _id, ...inner } = statementOf({ objectType: 'SubStatement', object: { id: training } });
      const sent = [
        ...['parent', 'grouping', 'category', 'other'].map((kind) =>
          statementOf({ context: { contextActivities: { [kind]: { id: training } } } }),
        ),
        statementOf({ object: inner }),
        statementOf(),
      ];
      await xapi.post(sent);
      expect(idsOf(await xapi.query({ activity: training }))).toEqual([]);
      expect(idsOf(await xapi.query({ activity: training, related_activities: 'true' }))).toHaveLength(5);
    });

    it('a statement that targets a match is a match too, along the references; its own time counts', async () => {
      const target = statementOf({ actor: ben, object: { id: training } });
      const confirmed = statementOf({ object: refTo(target.id) });
      const seen = statementOf({ object: refTo(confirmed.id) });
      for (const one of [seen, confirmed, target]) await xapi.post(one);
      for (const filter of [{ agent: JSON.stringify(ben) }, { activity: training }] as Record<string, string>[]) {
        expect(idsOf(await xapi.query({ ...filter, ascending: 'true' }))).toEqual([seen.id, confirmed.id, target.id]);
      }
      const [, { stored }] = (await xapi.query({ ascending: 'true' })).statements as [StoredStatement, StoredStatement];
      expect(idsOf(await xapi.query({ activity: training, until: stored }))).toEqual([confirmed.id, seen.id]);
      expect(idsOf(await xapi.query({ activity: training, since: stored }))).toEqual([target.id]);
    });

    it('a voided statement is left out, but what targets it stays, the voiding statement too (Communication 2.1.4)', async () => {
      const target = statementOf({ actor: ben });
      const comment = statementOf({ object: refTo(target.id) });
      const voiding = statementOf({ verb: { id: voided }, object: refTo(target.id) });
      await xapi.post([target, comment, voiding]);
      expect(idsOf(await xapi.query({ agent: JSON.stringify(ben) }))).toEqual([voiding.id, comment.id]);
      expect((await xapi.call(`statements?statementId=${target.id}`)).status).toBe(404);
      expect((await xapi.call(`statements?voidedStatementId=${target.id}`)).status).toBe(200);
      expect((await xapi.call(`statements?voidedStatementId=${voiding.id}`)).status).toBe(404);
      expect((await xapi.call(`statements?statementId=${voiding.id}`)).status).toBe(200);
    });

    it('since is exclusive, until inclusive, to the millisecond and in any zone', async () => {
      for (const one of [1, 2, 3]) await xapi.post(statementOf({ result: { score: { raw: one } } }));
      const [first, second, third] = (await xapi.query({ ascending: 'true' })).statements as StoredStatement[];
      expect(idsOf(await xapi.query({ since: second!.stored }))).toEqual([third!.id]);
      expect(idsOf(await xapi.query({ until: second!.stored }))).toEqual([second!.id, first!.id]);
      const east = new Date(Date.parse(second!.stored) + 7_200_000).toISOString().replace('Z', '+02:00');
      expect(idsOf(await xapi.query({ since: east }))).toEqual([third!.id]);
    });

    it('limit=0 is the most the server allows, and more leads to the rest by a path of this server', async () => {
      const batch = Array.from({ length: 600 }, () => statementOf());
      await xapi.post(batch);
      const page = await xapi.query({ limit: '0' });
      expect(page.statements).toHaveLength(500);
      expect(page.more).toMatch(/^\/xapi\/statements\?/);
      const rest = (await (await xapi.call(page.more.slice('/xapi/'.length))).json()) as Found;
      expect([rest.statements.length, rest.more]).toEqual([100, '']);
      expect(new Set([...idsOf(page), ...idsOf(rest)]).size).toBe(600);
    });

    it('nothing found is 200 and an empty list', async () => {
      expect(await xapi.query({ verb: 'https://example.org/verbs/none' })).toEqual({ statements: [], more: '' });
    });
  });

  describe('format', () => {
    const definition = {
      name: { fi: 'Kurssi', sv: 'Kurs' },
      description: { fi: 'Kuvaus' },
      interactionType: 'choice',
      choices: [{ id: 'a', description: { fi: 'Kyllä', sv: 'Ja' } }],
    };
    const group = { objectType: 'Group', name: 'G', member: [{ ...ben, name: 'Ben' }] };
    const team = { objectType: 'Group', name: 'T', mbox: 'mailto:t@example.org', member: [ben] };
    const whole = () =>
      statementOf({
        actor: group,
        verb: { id: 'https://example.org/verbs/tried', display: { fi: 'yritti', sv: 'försökte' } },
        object: { objectType: 'Activity', id: training, definition },
        context: {
          team,
          contextActivities: { parent: [{ id: 'https://example.org/p', definition: { name: { fi: 'P' } } }] },
        },
      });

    it('exact gives agents, verbs and activities back as they were received', async () => {
      const sent = whole();
      await xapi.post(sent);
      const [found] = (await xapi.query({})).statements;
      expect(found).toMatchObject({ actor: sent.actor, verb: sent.verb, object: sent.object, context: sent.context });
    });

    it('ids gives no more than identifies them: of an anonymous group its members, no display, no definition', async () => {
      await xapi.post(whole());
      const [found] = (await xapi.query({ format: 'ids' })).statements;
      expect(found).toMatchObject({
        verb: { id: 'https://example.org/verbs/tried' },
        context: { contextActivities: { parent: [{ id: 'https://example.org/p' }] } },
      });
      expect(found!.actor).toEqual({ objectType: 'Group', member: [ben] });
      expect(found!.verb).toEqual({ id: 'https://example.org/verbs/tried' });
      expect(found!.object).toEqual({ id: training });
      expect(found!.context!.team).toEqual({ objectType: 'Group', mbox: 'mailto:t@example.org' });
    });

    it('canonical gives activities the definition the store has, and original agents', async () => {
      const bare = statementOf({ object: { id: training }, actor: group });
      await xapi.post([whole(), bare]);
      const { statements } = await xapi.query({ format: 'canonical' });
      expect(statements[0]).toMatchObject({
        id: bare.id,
        actor: group,
        object: { definition: { name: { fi: 'Kurssi' } } },
      });
    });

    it.each([
      ['sv', 'Kurs', 'Ja', 'försökte'],
      ['en, sv;q=0.5', 'Kurs', 'Ja', 'försökte'],
      ['sv-FI', 'Kurs', 'Ja', 'försökte'],
      ['fi;q=0, *', 'Kurs', 'Ja', 'försökte'],
      ['', 'Kurssi', 'Kyllä', 'yritti'],
      ['de', 'Kurssi', 'Kyllä', 'yritti'],
    ])('canonical gives one language in each map, chosen by Accept-Language %j for each by itself', async (...row) => {
      const [language, name, choice, verb] = row;
      await xapi.post(whole());
      const { statements } = await xapi.query({ format: 'canonical' }, { 'accept-language': language });
      const found = statements[0]!.object as unknown as { definition: typeof definition };
      expect(Object.values(found.definition.name)).toEqual([name]);
      expect(Object.values(found.definition.description)).toEqual(['Kuvaus']);
      expect(Object.values(found.definition.choices[0]!.description)).toEqual([choice]);
      expect(Object.values(statements[0]!.verb.display!)).toEqual([verb]);
    });
  });

  describe('headers', () => {
    it('every answer says through when it is consistent, errors and stores too (Communication 2.1.3)', async () => {
      const sent = statementOf();
      const answers = [
        await xapi.post(sent),
        await xapi.put(sent.id, sent),
        await xapi.post({ ...sent, verb: { id: 'a:b' } }),
        await xapi.call('statements'),
        await xapi.call(`statements?statementId=${sent.id}`, { method: 'HEAD' }),
        await xapi.call('statements?limit=x'),
        await xapi.call('statements', { headers: basic('nobody') }),
        await xapi.call(`statements?statementId=${sent.id}`, { method: 'DELETE' }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([200, 204, 409, 200, 200, 400, 401, 405]);
      for (const { headers } of answers) {
        expect(headers.get('x-experience-api-consistent-through')).toMatch(/^2026-11-21T[\d:.]+Z$/);
        expect(headers.get('x-experience-api-version')).toBe(version);
      }
    });

    it('Last-Modified is when the newest statement of the answer was stored', async () => {
      for (const minutes of [0, 5]) {
        xapi.app.pass(minutes);
        await xapi.post(statementOf());
      }
      const [newest, oldest] = (await xapi.query({})).statements as [StoredStatement, StoredStatement];
      const modified = async (query: string) => (await xapi.call(`statements${query}`)).headers.get('last-modified');
      const date = ({ stored }: StoredStatement) => new Date(stored).toUTCString();
      expect(await modified(`?statementId=${oldest.id}`)).toBe(date(oldest));
      expect(await modified('')).toBe(date(newest));
      expect(await modified('?ascending=true')).toBe(date(newest));
      expect(await modified('?ascending=true&limit=1')).toBe(date(oldest));
      expect(await modified('?verb=a:none')).toBeNull();
    });

    it.each(['', '?limit=1&attachments=true', '?statementId=x'])(
      'HEAD statements%s is GET without its body',
      async (query) => {
        await xapi.post(statementOf());
        const [get, head] = [
          await xapi.call(`statements${query}`),
          await xapi.call(`statements${query}`, { method: 'HEAD' }),
        ];
        expect(head.status).toBe(get.status);
        expect(await head.text()).toBe('');
        for (const name of ['last-modified', 'x-experience-api-version'])
          expect(head.headers.get(name)).toBe(get.headers.get(name));
        expect(head.headers.get('content-type')?.split(';')[0]).toBe(get.headers.get('content-type')?.split(';')[0]);
      },
    );
  });

  it.each([
    'statementId=0d5c8b0e-5c0e-4b6a-9c55-0a2a1f3b6f11&voidedStatementId=0d5c8b0e-5c0e-4b6a-9c55-0a2a1f3b6f11',
    'statementId=0d5c8b0e-5c0e-4b6a-9c55-0a2a1f3b6f11&verb=a:b',
    'voidedStatementId=0d5c8b0e-5c0e-4b6a-9c55-0a2a1f3b6f11&ascending=true',
    'Verb=a:b',
    'unknown=1',
    'agent={"objectType":"Group","member":[{"mbox":"mailto:a@example.org"}]}',
    'registration=1',
    'since=yesterday',
    'until=2026-01-01T00:00:00-00:00',
    'limit=-1',
    'format=IDS',
    'attachments=yes',
    'related_agents=1',
  ])('are refused with 400: %s', async (query) => {
    const response = await xapi.call(`statements?${query}`);
    expect([response.status, await codeOf(response)]).toEqual([400, 'invalid_parameter']);
  });
});

describe('a statement of one version asked for under the other', () => {
  it('keeps its version and what only that version has', async () => {
    const xapi = await xapiCalls('2.0.0');
    const contextAgents = [{ objectType: 'contextAgent', agent: ben, relevantTypes: ['https://example.org/type'] }];
    const sent = statementOf({ context: { contextAgents } });
    expect((await xapi.post(sent)).status).toBe(200);
    const older = { 'x-experience-api-version': '1.0.3' };
    const { statements } = await xapi.query({ agent: JSON.stringify(ben), related_agents: 'true' }, older);
    expect(statements).toMatchObject([{ id: sent.id, version: '2.0.0', context: { contextAgents } }]);
  });
});
