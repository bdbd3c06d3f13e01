import { describe, expect, it } from 'vitest';
import { StoreUnavailableError } from '../../../src/lrs/errors.ts';
import { storeStatements } from '../../../src/lrs/storeStatements.ts';
import { completionStatementId } from '../../../src/xapi/ids.ts';
import { completed } from '../../../src/xapi/verbs.ts';
import { attachmentOf, octetsPart, sha2Of, statementOf } from '../../support/xapiCalls.ts';
import { client, createServices, experiencedBy, learner, registration } from './recordStore.ts';

const octets = 'octets';
const sender = { principal: client('statements/write'), version: '1.0.3' } as const;
const attached = () => statementOf({ attachments: [attachmentOf(octets)] });
const part = () => {
  const { headers, body } = octetsPart(octets);
  const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return { headers: new Map(lowered), body: Buffer.from(body as string) };
};

describe('octets are kept', () => {
  it('under their hash before the statements are stored', async () => {
    const services = createServices();
    await storeStatements([attached(), attached()], sender, services, [part()]);
    expect([...services.attachments.kept.keys()]).toEqual([sha2Of(octets)]);
  });

  it('in exclusive use until they are stored', async () => {
    const services = createServices();
    const seen: unknown[] = [];
    services.attachments.exclusively = async (hashes, work) => {
      seen.push(hashes, services.attachments.kept.size, services.store.appends);
      const result = await work();
      seen.push(services.attachments.kept.size, services.store.appends);
      return result;
    };
    await storeStatements(attached(), sender, services, [part()]);
    expect(seen).toEqual([[sha2Of(octets)], 0, 0, 1, 1]);
  });

  it('or nothing is stored', async () => {
    const services = createServices();
    services.attachments.keep = () => Promise.reject(new StoreUnavailableError('full'));
    const request = storeStatements(attached(), sender, services, [part()]);
    await expect(request).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(services.store.appends).toBe(0);
  });

  it.each([
    ['may not write', { ...sender, principal: client('statements/read') }, attached()],
    [
      'may not attach',
      { ...sender, principal: learner() },
      { ...experiencedBy('x1'), attachments: attached().attachments },
    ],
  ])('not for a sender that %s', async (_title, refused, statement) => {
    const services = createServices();
    const request = storeStatements(statement, refused, services, [part()]);
    await expect(request).rejects.toMatchObject({ code: 'forbidden' });
    expect(services.attachments.kept.size).toBe(0);
  });
});

describe('the id of a completion', () => {
  const id = completionStatementId(registration, completed.id, 3);

  it('is taken neither by a client nor by the learner, so the completion is stored', async () => {
    const services = createServices();
    const asLearner = { principal: learner(), version: '1.0.3' } as const;
    const forged = [
      [statementOf({ id, context: { registration } }), sender],
      [experiencedBy('x1', id), asLearner],
    ] as const;
    for (const [statement, by] of forged) {
      await expect(storeStatements(statement, by, services)).rejects.toMatchObject({ code: 'forbidden' });
    }
    await storeStatements(experiencedBy('x1'), asLearner, services);
    expect((await services.store.get(id))?.verb.id).toBe(completed.id);
  });

  it('once it is stored, is repeated as any other: the same is taken, another is a conflict', async () => {
    const services = createServices();
    await storeStatements(experiencedBy('x1'), { principal: learner(), version: '1.0.3' }, services);
    const { stored: _stored, authority: _authority, ...same } = (await services.store.get(id))!;
    expect(await storeStatements(same, sender, services)).toEqual([id]);
    const other = storeStatements(statementOf({ id }), sender, services);
    await expect(other).rejects.toMatchObject({ code: 'statement_conflict' });
  });
});
