import { beforeAll, describe, expect, it } from 'vitest';
import { getStatements, pageLimit, type StatementResult } from '../../../src/lrs/getStatements.ts';
import type { Principal } from '../../../src/lrs/principal.ts';
import { storeStatements } from '../../../src/lrs/storeStatements.ts';
import { accountActor } from '../../../src/xapi/actors.ts';
import { registrationOf } from '../../../src/xapi/ids.ts';
import type { StoredStatement } from '../../../src/xapi/types.ts';
import { voidedId } from '../../../src/xapi/verbs.ts';
import {
  client,
  createServices,
  experiencedBy,
  idBase,
  learner,
  otherUuid,
  registration,
  type TestServices,
  uuid,
} from './recordStore.ts';

const voided = '11111111-1111-4111-8111-111111111111';
const voiding = '22222222-2222-4222-8222-222222222222';
const sent = '33333333-3333-4333-8333-333333333333';
const reader = client('statements/read');
const someone = { mbox: 'mailto:a@example.org' };
const about = (account: string) => JSON.stringify(accountActor(idBase, account));

let services: TestServices;

beforeAll(async () => {
  services = createServices();
  const writer = { principal: client('all'), version: '1.0.3' } as const;
  const plain = { actor: someone, verb: { id: 'a:v', display: { fi: 'teki', sv: 'gjorde' } }, object: { id: 'a:o' } };
  await storeStatements(experiencedBy('x1'), { principal: learner('x1'), version: '1.0.3' }, services);
  await storeStatements(experiencedBy('x2', otherUuid), { principal: learner('x2'), version: '1.0.3' }, services);
  const other = { principal: { ...client('all'), name: 'other' }, version: '1.0.3' } as const;
  await storeStatements({ ...plain, id: voided }, other, services);
  await storeStatements(
    { ...plain, id: voiding, verb: { id: voidedId }, object: { objectType: 'StatementRef', id: voided } },
    other,
    services,
  );
  const definition = {
    name: { fi: 'Nimi', sv: 'Namn' },
    interactionType: 'choice',
    choices: [{ id: 'c', description: { fi: 'K', en: 'C' } }],
  };
  await storeStatements(
    { ...plain, id: sent, actor: { ...someone, name: 'A' }, object: { id: 'a:o', definition } },
    writer,
    services,
  );
});

async function ask(query: string | Record<string, string>, principal: Principal = reader, acceptLanguage = '') {
  const parameters = new URLSearchParams(query);
  return getStatements({ parameters, principal, version: '1.0.3', acceptLanguage }, services);
}

async function one(query: string, principal?: Principal, acceptLanguage?: string): Promise<StoredStatement> {
  return (await ask(query, principal, acceptLanguage)).body as StoredStatement;
}

async function many(query: string | Record<string, string>, principal?: Principal): Promise<StatementResult> {
  return (await ask(query, principal)).body as StatementResult;
}

const idsOf = ({ statements }: StatementResult) => statements.map(({ id }) => id);

describe('one statement', () => {
  it('is found by its id, in any case', async () => {
    expect((await one(`statementId=${uuid.toUpperCase()}`)).id).toBe(uuid);
  });

  it('is found by voidedStatementId only when it is voided', async () => {
    expect((await one(`voidedStatementId=${voided}`)).id).toBe(voided);
    expect((await one(`statementId=${voiding}`)).id).toBe(voiding);
  });

  it.each<[string, string, Principal]>([
    ['voided, by statementId', `statementId=${voided}`, reader],
    ['not voided, by voidedStatementId', `voidedStatementId=${uuid}`, reader],
    ['unknown', 'statementId=99999999-9999-4999-8999-999999999999', reader],
    ['another learner’s', `statementId=${otherUuid}`, learner('x1')],
    ['another client’s, for a client that reads its own', `statementId=${voiding}`, client('statements/read/mine')],
  ])('is not found: %s', async (_title, query, principal) => {
    await expect(ask(query, principal)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('filters', () => {
  it.each<[string, Record<string, string>, readonly string[]]>([
    ['agent', { agent: JSON.stringify(someone) }, [sent, voiding]],
    ['verb', { verb: 'a:v' }, [sent]],
    ['activity', { activity: 'a:o' }, [sent]],
    [
      'related activities',
      {
        activity: `${idBase}/modules/intro`,
        related_activities: 'true',
        verb: 'http://adlnet.gov/expapi/verbs/experienced',
      },
      [otherUuid, uuid],
    ],
    ['registration, in any case', { registration: registration.toUpperCase(), ascending: 'true', limit: '1' }, [uuid]],
    ['since, exclusive', { since: '2026-01-01T00:00:00.004Z' }, [sent]],
    ['until, inclusive', { until: '2026-01-01T00:00:00.001Z', ascending: 'true', limit: '1' }, [uuid]],
    ['another offset', { since: '2026-01-01T02:00:00.004+02:00' }, [sent]],
    ['nothing found', { verb: 'a:none' }, []],
  ])('%s', async (_title, query, ids) => {
    expect(idsOf(await many(query))).toEqual(ids);
  });

  it('nothing found is an empty page', async () => {
    expect(await many('verb=a:none')).toEqual({ statements: [], more: '' });
  });
});

describe('pages', () => {
  it('follow one another by more until all were seen once', async () => {
    const seen: string[] = [];
    let page = await many('limit=2&ascending=true');
    seen.push(...idsOf(page));
    while (page.more !== '') {
      expect(page.more).toMatch(/^\/xapi\/statements\?/);
      page = await many(page.more.split('?')[1]!);
      seen.push(...idsOf(page));
    }
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
  });

  it('limit=0 and a limit above the server’s are the server’s', async () => {
    const asked: number[] = [];
    const { store } = services;
    const spy = {
      ...services,
      store: Object.assign(Object.create(store) as typeof store, {
        consistentThrough: () => Promise.resolve(''),
        find: (query: { limit: number }) => {
          asked.push(query.limit);
          return Promise.resolve({ statements: [], next: null });
        },
      }),
    };
    for (const limit of ['0', '100000', '7']) {
      const parameters = new URLSearchParams({ limit });
      await getStatements({ parameters, principal: reader, version: '1.0.3', acceptLanguage: '' }, spy);
    }
    expect(asked).toEqual([pageLimit, pageLimit, 7]);
  });

  it('a cursor that was changed, or taken to other filters, is refused', async () => {
    const { more } = await many('limit=1');
    const cursor = new URLSearchParams(more.split('?')[1]).get('cursor')!;
    const forged = Buffer.from('["0","x"]').toString('base64url');
    for (const query of [
      `limit=1&cursor=${cursor}x`,
      `limit=1&verb=a:v&cursor=${cursor}`,
      'cursor=',
      'cursor=%00',
      `cursor=${forged}`,
    ]) {
      await expect(ask(query)).rejects.toMatchObject({ code: 'invalid_parameter', path: 'cursor' });
    }
  });

  it('a page with nothing visible on it is passed over', async () => {
    const mine = client('statements/read/mine');
    expect(idsOf(await many({ agent: JSON.stringify(someone), limit: '1', ascending: 'true' }, mine))).toEqual([sent]);
  });
});

describe('who sees what', () => {
  it('a learner sees statements about oneself only', async () => {
    const page = await many('', learner('x1'));
    expect(page.statements).toHaveLength(2);
    expect(page.statements.every(({ actor }) => JSON.stringify(actor) === about('x1'))).toBe(true);
    expect(idsOf(await many({ agent: about('x1'), related_agents: 'true' }, learner('x1')))).toEqual(idsOf(page));
  });

  it('a learner who asks for another is refused', async () => {
    await expect(ask({ agent: about('x2') }, learner('x1'))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('a learner finds nothing of others by any other filter', async () => {
    const query = {
      activity: `${idBase}/modules/intro/start`,
      registration: registrationOf(idBase, 'x2', 'intro'),
    };
    expect(idsOf(await many(query, learner('x1')))).toEqual([]);
  });

  it('a client with statements/read/mine sees what it sent', async () => {
    expect(idsOf(await many('', client('statements/read/mine')))).toEqual([sent]);
  });

  it.each([client('statements/write'), client('state', 'profile', 'define'), client()])(
    'a client without a reading scope is refused',
    async (principal) => {
      await expect(ask('', principal)).rejects.toMatchObject({ code: 'forbidden' });
    },
  );
});

describe('formats', () => {
  it('exact is as it was received', async () => {
    expect(await one(`statementId=${sent}`)).toMatchObject({
      actor: { name: 'A' },
      verb: { display: { fi: 'teki', sv: 'gjorde' } },
    });
  });

  it('ids keeps only what identifies', async () => {
    const statement = await one(`statementId=${sent}&format=ids`);
    expect(statement).toMatchObject({ actor: someone, verb: { id: 'a:v' }, object: { id: 'a:o' } });
    expect(JSON.stringify(statement)).not.toMatch(/name":"A"|display|definition/);
  });

  it.each([
    ['sv', 'Namn', 'gjorde', 'K'],
    ['en;q=0.9, sv-FI', 'Namn', 'gjorde', 'C'],
    ['de', 'Nimi', 'teki', 'K'],
    ['sv;q=0, fi', 'Nimi', 'teki', 'K'],
    ['', 'Nimi', 'teki', 'K'],
  ])('canonical chooses one language for each map: %j', async (acceptLanguage, name, display, choice) => {
    const statement = await one(`statementId=${sent}&format=canonical`, reader, acceptLanguage);
    const { definition } = statement.object as unknown as { definition: Record<string, unknown> };
    expect(Object.values(definition['name'] as object)).toEqual([name]);
    expect(Object.values(statement.verb.display!)).toEqual([display]);
    expect(Object.values((definition['choices'] as { description: object }[])[0]!.description)).toEqual([choice]);
  });
});

describe('refuses', () => {
  it.each([
    ['an unknown parameter', 'verbs=a:v', 'verbs'],
    ['a parameter in other letters', 'Verb=a:v', 'Verb'],
    ['a name out of Object.prototype', 'constructor=1', 'constructor'],
    ['a parameter twice', 'limit=1&limit=2', 'limit'],
    ['both ids', `statementId=${uuid}&voidedStatementId=${uuid}`, 'voidedStatementId'],
    ['an id with a filter', `statementId=${uuid}&limit=1`, 'limit'],
    ['an id that is no UUID', 'statementId=x', 'statementId'],
    ['a registration that is no UUID', 'registration=x', 'registration'],
    ['a verb without a scheme', 'verb=experienced', 'verb'],
    ['an activity without a scheme', 'activity=x', 'activity'],
    ['an agent that is no JSON', 'agent={', 'agent'],
    ['an agent without an identifier', 'agent={"name":"A"}', 'agent'],
    ['an anonymous group', 'agent={"objectType":"Group","member":[{"mbox":"mailto:a@a.fi"}]}', 'agent'],
    ['a flag that is a number', 'ascending=1', 'ascending'],
    ['a negative limit', 'limit=-1', 'limit'],
    ['a limit with a fraction', 'limit=1.5', 'limit'],
    ['a date for a timestamp', 'since=2026-01-01', 'since'],
    ['the unknown offset', 'until=2026-01-01T00:00:00-00:00', 'until'],
    ['an unknown format', 'format=Exact', 'format'],
    ['attachments that is no truth value', 'attachments=1', 'attachments'],
    ['the filter agent with a name twice', 'agent={"mbox":"mailto:a@a.fi","mbox":"mailto:a@a.fi"}', 'agent'],
  ])('%s', async (_title, query, path) => {
    await expect(ask(query)).rejects.toMatchObject({ code: 'invalid_parameter', path });
  });
});
