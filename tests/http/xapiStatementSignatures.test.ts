import { beforeEach, describe, expect, it } from 'vitest';
import { signatureUsage } from '../../src/xapi/attachments.ts';
import { type Attachment, versions } from '../../src/xapi/types.ts';
import { jwsOf, newSigner } from '../support/signing.ts';
import { attachmentOf, jsonPart, octetsPart, statementOf, type XapiCalls, xapiCalls } from '../support/xapiCalls.ts';

const signer = newSigner();
const statement = statementOf({
  timestamp: '2026-01-31T14:00:00+02:00',
  result: { duration: 'PT1.234S' },
  context: { contextActivities: { parent: { id: 'https://example.org/p' } } },
});
const { id: _id, ...unnamed } = statement;

describe.each(versions)('a signed statement under %s (Data 2.6; 2.0.0, 4.2.6)', (version) => {
  let xapi: XapiCalls;
  beforeEach(async () => {
    xapi = await xapiCalls(version);
  });

  function sendSigned(jws: string, body: object = statement, change: Partial<Attachment> = {}): Promise<Response> {
    const contentType = 'application/octet-stream';
    const signature = attachmentOf(jws, { usageType: signatureUsage, contentType, ...change });
    const { attachments = [] } = body as { attachments?: Attachment[] };
    return xapi.sendParts([
      jsonPart({ ...body, attachments: [...attachments, signature] }),
      octetsPart(jws, { 'Content-Type': signature.contentType }),
    ]);
  }

  it.each(['RS256', 'RS384', 'RS512'])('is stored with a signature by %s', async (alg) => {
    expect((await sendSigned(jwsOf(signer, statement, { alg }))).status).toBe(200);
  });

  it.each<[string, unknown, Record<string, unknown>]>([
    ['without a certificate, by anybody', statement, { x5c: undefined }],
    [
      'with members in another order and spaces',
      JSON.stringify(Object.fromEntries(Object.entries(statement).reverse()), null, 2),
      {},
    ],
    ['whose id was given after it was signed', unnamed, {}],
    ['with the same instant in another zone', { ...statement, timestamp: '2026-01-31T12:00:00Z' }, {}],
    [
      'with a duration that differs past a hundredth of a second',
      { ...statement, result: { duration: 'PT1.239S' } },
      {},
    ],
  ])('is stored %s', async (_title, payload, header) => {
    expect((await sendSigned(jwsOf(signer, payload, header))).status).toBe(200);
  });

  it('is stored with other attachments, which are signed too', async () => {
    const other = attachmentOf('other', { fileUrl: 'https://example.org/other' });
    const body = { ...statement, attachments: [other] };
    expect((await sendSigned(jwsOf(signer, body), body)).status).toBe(200);
    const response = await sendSigned(jwsOf(signer, unnamed), { ...unnamed, attachments: [other] });
    expect(response.status).toBe(400);
  });

  const good = jwsOf(signer, statement);
  const [head, payload, signature] = good.split('.') as [string, string, string];
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  it.each<[string, string]>([
    ['is no JWS', 'signature'],
    ['is in the JSON serialization', JSON.stringify({ protected: head, payload, signature })],
    ['lacks its last section', `${head}.${payload}`],
    ['has a section too many', `${good}.${signature}`],
    ['has an empty signature', `${head}.${payload}.`],
    ['has a line break behind it', `${good}\n`],
    ['has a header that is no JSON', `${Buffer.from('{').toString('base64url')}.${payload}.${signature}`],
    ['has a header that is null', `${encoded(null)}.${payload}.${signature}`],
    ['has no algorithm', `${encoded({})}.${payload}.${signature}`],
    ['says that it is not signed', `${encoded({ alg: 'none' })}.${payload}.${signature}`],
    ['is by a shared secret', jwsOf(signer, statement, { alg: 'HS256' })],
    ['is by another kind of key', jwsOf(signer, statement, { alg: 'ES256' })],
    ['asks for an extension to be understood', jwsOf(signer, statement, { crit: ['b64'], b64: false })],
    ['is not the certificate’s', jwsOf(signer, statement, { x5c: [newSigner().certificate] })],
    ['has a changed payload', `${head}.${encoded(unnamed)}.${signature}`],
    [
      'is by another algorithm than it says',
      `${encoded({ alg: 'RS384', x5c: [signer.certificate] })}.${payload}.${signature}`,
    ],
    ['has a certificate that is none', jwsOf(signer, statement, { x5c: ['AAAA'] })],
    ['has no certificate where it says so', jwsOf(signer, statement, { x5c: [] })],
    ['has a certificate chain that is no list', jwsOf(signer, statement, { x5c: signer.certificate })],
    ['has a payload that is no JSON', jwsOf(signer, '{')],
    ['has a payload that is no statement', jwsOf(signer, { actor: statement.actor })],
    ['is over a list', jwsOf(signer, [statement])],
    ['is over another verb', jwsOf(signer, { ...statement, verb: { id: 'https://example.org/verbs/failed' } })],
    ['is over another actor', jwsOf(signer, { ...statement, actor: { mbox: 'mailto:other@example.org' } })],
    ['is over another result', jwsOf(signer, { ...statement, result: { success: true } })],
    ['is over another instant', jwsOf(signer, { ...statement, timestamp: '2026-01-31T12:00:01Z' })],
    ['is over another id', jwsOf(signer, { ...statement, id: statementOf().id })],
    [
      'is over a name written twice',
      jwsOf(signer, JSON.stringify(statement).replace('{', '{"version":"1.0.0","version":"1.0.0",')),
    ],
  ])('is refused with 400 where its signature %s', async (_title, jws) => {
    const response = await sendSigned(jws);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid_signature', path: 'attachments[0]' } });
  });

  it('is refused with 400 where its signature has another contentType than application/octet-stream', async () => {
    expect((await sendSigned(good, statement, { contentType: 'application/jose' })).status).toBe(400);
  });

  it('is refused with 400 where its signature is only an address: it could not be checked', async () => {
    const attachment = attachmentOf(good, {
      usageType: signatureUsage,
      contentType: 'application/octet-stream',
      fileUrl: 'https://example.org/signature',
    });
    expect((await xapi.post({ ...statement, attachments: [attachment] })).status).toBe(400);
  });
});
