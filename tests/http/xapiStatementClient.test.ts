import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import XAPI from '@xapi/xapi';
import { describe, expect, it, onTestFinished } from 'vitest';
import { signatureUsage } from '../../src/xapi/attachments.ts';
import { versions } from '../../src/xapi/types.ts';
import { jwsOf, newSigner } from '../support/signing.ts';
import { attachmentOf, statementOf, type XapiCalls, xapiCalls } from '../support/xapiCalls.ts';

/** Serves the record store on a free loopback port while the test runs, and gives the address of `/xapi`. */
async function listen({ app }: XapiCalls): Promise<string> {
  const listener = getRequestListener((request) =>
    app.fetch(new URL(request.url).pathname + new URL(request.url).search, request),
  );
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/xapi/`;
}

const octetsOf = (text: string) => new Uint8Array(Buffer.from(text)).buffer;

describe.each(versions)('a client of the field under %s', (version) => {
  async function connect(): Promise<XAPI> {
    const endpoint = await listen(await xapiCalls());
    return new XAPI({
      endpoint,
      auth: XAPI.toBasicAuth('tool', 'secret'),
      version: version as '1.0.3',
      adapter: 'fetch',
    });
  }

  it('sends a statement with an attachment and gets both back', async () => {
    const client = await connect();
    const text = 'Todistus: työkyky';
    const statement = statementOf({ attachments: [attachmentOf(text)] });
    await client.sendStatement({ statement: statement as never, attachments: [octetsOf(text)] });
    const { data } = await client.getStatement({ statementId: statement.id, attachments: true });
    expect(data[0]).toMatchObject(statement);
    expect(data[1]).toBe(text);
  });

  it('sends a batch with an attachment, and asks for it without', async () => {
    const client = await connect();
    const statements = [
      statementOf({ attachments: [attachmentOf('a')] }),
      statementOf({ attachments: [attachmentOf('a')] }),
    ];
    await client.sendStatements({ statements: statements as never, attachments: [octetsOf('a')] });
    expect((await client.getStatements({})).data.statements).toHaveLength(2);
    const { data } = await client.getStatements({ attachments: true });
    expect(data).toHaveLength(2);
    expect(data[0].statements).toHaveLength(2);
  });

  it('sends a signed statement; one whose signature is another’s is refused', async () => {
    const client = await connect();
    const statement = statementOf();
    const send = (signed: object) => {
      const jws = jwsOf(newSigner(), signed);
      const attachments = [attachmentOf(jws, { usageType: signatureUsage, contentType: 'application/octet-stream' })];
      return client.sendStatement({
        statement: { ...statement, attachments } as never,
        attachments: [octetsOf(jws)],
      });
    };
    await expect(send(statementOf())).rejects.toBeDefined();
    expect((await send(statement)).data).toEqual([statement.id]);
  });

  it('voids a statement and asks for it as a voided one', async () => {
    const client = await connect();
    const statement = statementOf();
    await client.sendStatement({ statement: statement as never });
    await client.voidStatement({ actor: statement.actor, statementId: statement.id });
    expect((await client.getStatements({})).data.statements).toHaveLength(1);
    const { data } = await client.getVoidedStatement({ voidedStatementId: statement.id });
    expect(data.id).toBe(statement.id);
  });
});
