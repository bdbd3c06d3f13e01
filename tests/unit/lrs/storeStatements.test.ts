import { describe, expect, it } from 'vitest';
import { recordOwn } from '../../../src/lrs/recordStatements.ts';
import { reevaluate } from '../../../src/lrs/reevaluate.ts';
import { type Sender, storeStatement, storeStatements } from '../../../src/lrs/storeStatements.ts';
import { accountActor, clientAgent, serverAgent } from '../../../src/xapi/actors.ts';
import { answeredStatement, completedStatement } from '../../../src/xapi/builders.ts';
import { completed, voidedId } from '../../../src/xapi/verbs.ts';
import {
  client,
  createServices,
  experiencedBy,
  idBase,
  learner,
  now,
  occasionOf,
  otherUuid,
  registration,
  uuid,
} from './recordStore.ts';

const asLearner: Sender = { principal: learner(), version: '1.0.3' };
const asClient: Sender = { principal: client('statements/write'), version: '1.0.3' };
const plain = { actor: { mbox: 'mailto:a@example.org' }, verb: { id: 'a:v' }, object: { id: 'a:o' } };
const voiding = (id: string) => ({ ...plain, verb: { id: voidedId }, object: { objectType: 'StatementRef', id } });

describe('storing one statement or many', () => {
  it('answers the ids in the order sent, and assigns those that are missing', async () => {
    const services = createServices();
    const ids = await storeStatements([{ ...plain, id: otherUuid }, plain], asClient, services);
    expect(ids).toEqual([otherUuid, '00000000-0000-4000-8000-000000000001']);
    expect(services.store.all().map(({ id }) => id)).toEqual(ids);
  });

  it('assigns time, version and authority', async () => {
    const services = createServices();
    await storeStatements(plain, asClient, services);
    const [stored] = services.store.all();
    expect(stored).toMatchObject({ version: '1.0.0', authority: clientAgent(idBase, 'hr') });
    expect(stored!.timestamp).toBe(stored!.stored);
  });

  it('keeps the version it came with, and takes the default of the request’s version otherwise', async () => {
    const services = createServices();
    const sender = { ...asClient, version: '2.0.0' } as const;
    await storeStatements([plain, { ...plain, version: '2.0.1' }], sender, services);
    expect(services.store.all().map(({ version }) => version)).toEqual(['2.0.0', '2.0.1']);
  });

  it('never keeps an authority or a stored time that the sender claims', async () => {
    const services = createServices();
    await storeStatements(
      { ...plain, authority: serverAgent(idBase), stored: '2020-01-01T00:00:00Z' },
      asClient,
      services,
    );
    expect(services.store.all()[0]).toMatchObject({ authority: clientAgent(idBase, 'hr') });
    expect(services.store.all()[0]!.stored).not.toContain('2020');
  });

  it('turns times to UTC and single context activities to lists', async () => {
    const services = createServices();
    const context = { contextActivities: { parent: { id: 'a:p' } } };
    await storeStatements({ ...plain, timestamp: '2026-01-31T14:00:00+02:00', context }, asClient, services);
    expect(services.store.all()[0]).toMatchObject({
      timestamp: '2026-01-31T12:00:00.000Z',
      context: { contextActivities: { parent: [{ id: 'a:p' }] } },
    });
  });

  it('an empty list stores nothing', async () => {
    expect(await storeStatements([], asClient, createServices())).toEqual([]);
  });
});

describe('a repeat', () => {
  it('succeeds when it is the same, even without its time, and stores nothing', async () => {
    const services = createServices();
    await storeStatements({ ...plain, id: uuid }, asClient, services);
    const later = { ...services, clock: () => new Date('2026-02-01T00:00:00Z') };
    expect(await storeStatements({ ...plain, id: uuid.toUpperCase() }, asClient, later)).toEqual([uuid]);
    expect(services.store.all()).toHaveLength(1);
  });

  it('is a conflict when it differs, and the rest of its batch is not stored', async () => {
    const services = createServices();
    await storeStatements({ ...plain, id: uuid }, asClient, services);
    const changed = { ...plain, id: uuid, object: { id: 'a:other' } };
    const request = storeStatements([{ ...plain, id: otherUuid }, changed], asClient, services);
    await expect(request).rejects.toMatchObject({ code: 'statement_conflict' });
    expect(services.store.all()).toHaveLength(1);
  });

  it('of a learner’s statement doubles no completion, from two devices at once either', async () => {
    const services = createServices();
    const send = () => storeStatements(experiencedBy('x1'), asLearner, services);
    await Promise.all([send(), send(), storeStatements(experiencedBy('x1', otherUuid), asLearner, services)]);
    expect(services.store.all().filter(({ verb }) => verb.id === completed.id)).toHaveLength(1);
  });
});

describe('a request is refused whole', () => {
  it.each<[string, unknown, Sender, string, string | undefined]>([
    [
      'a statement that breaks the standard',
      [plain, { ...plain, actor: {} }],
      asClient,
      'invalid_statement',
      '[1].actor',
    ],
    ['a single one', { ...plain, verb: {} }, asClient, 'invalid_statement', 'verb.id'],
    ['a body that is no object', 'x', asClient, 'invalid_statement', ''],
    [
      'two statements with one id',
      [
        { ...plain, id: uuid },
        { ...plain, id: uuid.toUpperCase() },
      ],
      asClient,
      'invalid_statement',
      '[1].id',
    ],
    [
      'an attachment without an address',
      {
        ...plain,
        attachments: [{ usageType: 'a:b', display: {}, contentType: 'text/plain', length: 1, sha2: 'a'.repeat(64) }],
      },
      asClient,
      'invalid_attachment',
      'attachments[0]',
    ],
    ['a body nested too deep', JSON.parse('['.repeat(70) + ']'.repeat(70)), asClient, 'invalid_json', undefined],
    [
      'a client without the scope',
      plain,
      { principal: client('all/read', 'state'), version: '1.0.3' },
      'forbidden',
      undefined,
    ],
    [
      'a learner about another',
      [experiencedBy('x1'), experiencedBy('x2', otherUuid)],
      asLearner,
      'forbidden',
      undefined,
    ],
    ['a learner voiding', voiding(uuid), asLearner, 'forbidden', undefined],
    [
      'voiding what voids, in one batch',
      [{ ...voiding(otherUuid), id: uuid }, voiding(uuid)],
      asClient,
      'invalid_statement',
      'object.id',
    ],
  ])('%s', async (_title, body, sender, code, path) => {
    const services = createServices();
    await expect(storeStatements(body, sender, services)).rejects.toMatchObject({ code, path });
    expect(services.store.appends).toBe(0);
  });

  it('voiding a stored statement that voids', async () => {
    const services = createServices();
    await storeStatements({ ...voiding(otherUuid), id: uuid }, asClient, services);
    await expect(storeStatements(voiding(uuid), asClient, services)).rejects.toMatchObject({
      code: 'invalid_statement',
    });
  });

  it('voiding what is not stored is allowed (Data 2.3.2)', async () => {
    await expect(storeStatements(voiding(uuid), asClient, createServices())).resolves.toHaveLength(1);
  });
});

describe('PUT', () => {
  it('stores under the id of the request', async () => {
    const services = createServices();
    await storeStatement(uuid, plain, asClient, services);
    await storeStatement(uuid, { ...plain, id: uuid.toUpperCase() }, asClient, services);
    expect(services.store.all().map(({ id }) => id)).toEqual([uuid]);
  });

  it.each<[string, string | null, unknown, string]>([
    ['another id in the body', uuid, { ...plain, id: otherUuid }, 'invalid_statement'],
    ['a list', uuid, [plain], 'invalid_statement'],
    ['no statementId', null, plain, 'invalid_parameter'],
    ['a statementId that is no UUID', 'x', plain, 'invalid_parameter'],
  ])('refuses %s', async (_title, id, body, code) => {
    await expect(storeStatement(id, body, asClient, createServices())).rejects.toMatchObject({ code });
  });
});

describe('what follows from statements', () => {
  it('is stored with its trigger as one group, under the registration’s key', async () => {
    const services = createServices();
    await storeStatements(experiencedBy('x1'), asLearner, services);
    expect(services.store.appends).toBe(1);
    expect(services.store.keys).toEqual([[`registration:${registration}`, `statement:${uuid}`]]);
    const [trigger, derived] = services.store.all();
    expect(trigger!.authority).toEqual(accountActor(idBase, 'x1'));
    expect(derived).toMatchObject({
      verb: { id: completed.id },
      authority: serverAgent(idBase),
      stored: trigger!.stored,
    });
  });

  it('is derived from each registration of the batch by itself', async () => {
    const services = createServices();
    await storeStatements([experiencedBy('x1'), experiencedBy('x2', otherUuid)], asClient, services);
    const finished = services.store.all().filter(({ verb }) => verb.id === completed.id);
    expect(finished.map(({ actor }) => actor)).toEqual([accountActor(idBase, 'x1'), accountActor(idBase, 'x2')]);
  });

  it('is caught up at the start, once', async () => {
    const services = createServices();
    await services.store.append([
      { ...experiencedBy('x1'), timestamp: now, version: '1.0.0', authority: accountActor(idBase, 'x1') },
    ]);
    expect(await reevaluate(services)).toEqual({ stored: 1, conflicts: [] });
    expect(await reevaluate(services)).toEqual({ stored: 0, conflicts: [] });
  });

  it('is told at the start where another statement has taken its id', async () => {
    const services = createServices();
    const completion = completedStatement(occasionOf('x1'));
    await services.store.append([{ ...completion, verb: { id: 'a:v' }, authority: clientAgent(idBase, 'hr') }]);
    await services.store.append([
      { ...experiencedBy('x1'), timestamp: now, version: '1.0.0', authority: accountActor(idBase, 'x1') },
    ]);
    expect(await reevaluate(services)).toEqual({ stored: 0, conflicts: [completion.id] });
  });
});

describe('the server’s own statements', () => {
  const interaction = { interactionType: 'choice' as const, choices: [{ id: 'a', text: 'A' }] };
  const question = { quiz: 'q', id: 'k', prompt: 'Mitä?', lang: 'fi', interaction };
  const answer = (success: boolean) =>
    answeredStatement(uuid, question, { response: ['a'], success, completion: true }, occasionOf('x1'));

  it('are told apart: new, known, in conflict', async () => {
    const services = createServices();
    expect(await recordOwn([answer(true)], services)).toMatchObject({ kind: 'stored', statements: [{ isNew: true }] });
    expect(await recordOwn([answer(true)], services)).toMatchObject({ kind: 'stored', statements: [{ isNew: false }] });
    expect(await recordOwn([answer(false)], services)).toEqual({ kind: 'conflict', id: uuid });
  });

  it('are not the same as a client’s statement under their id', async () => {
    const services = createServices();
    await storeStatements(answer(true), asClient, services);
    expect(await recordOwn([answer(true)], services)).toEqual({ kind: 'conflict', id: uuid });
  });
});
