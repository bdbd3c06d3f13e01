import { describe, expect, it } from 'vitest';
import { codeOf } from '../support/testApp.ts';
import { agent, type XapiApp, xapiApp } from '../support/xapiApp.ts';
import { attachmentOf, boundary, jsonPart, multipartOf, octetsPart, statementOf } from '../support/xapiCalls.ts';

const profile = { agent, profileId: 'one' };
const documentOf = (bytes: number) => 'x'.repeat(bytes);
const putDocument = (app: XapiApp, body: string) =>
  app.call('PUT', 'agents/profile', {
    parameters: profile,
    body,
    headers: { 'content-type': 'text/plain', 'if-none-match': '*' },
  });

/** The JSON of a statement, with spaces behind it up to so many bytes. */
function statementText(bytes: number): string {
  return JSON.stringify(statementOf()).padEnd(bytes);
}

describe('XAPI_MAX_BODY (xAPI 1.0.3, Communication 3.2)', () => {
  const open = () => xapiApp({ XAPI_MAX_BODY: '2000' });

  it('is how many bytes a request with statements may hold; one more is 413', async () => {
    const app = await open();
    expect((await app.call('POST', 'statements', { body: statementText(2_000) })).status).toBe(200);
    const response = await app.call('POST', 'statements', { body: statementText(2_001) });
    expect([response.status, await codeOf(response)]).toEqual([413, 'body_too_large']);
  });

  it('counts attachments, and the form of the alternate request syntax', async () => {
    const app = await open();
    const octets = documentOf(2_000);
    const parts = [jsonPart(statementOf({ attachments: [attachmentOf(octets)] })), octetsPart(octets)];
    const multipart = await app.call('POST', 'statements', {
      body: multipartOf(parts),
      headers: { 'content-type': `multipart/mixed; boundary="${boundary}"` },
    });
    const form = await app.call('POST', 'statements', {
      parameters: { method: 'POST' },
      body: new URLSearchParams({ content: statementText(1_900) }).toString().padEnd(2_001, '+'),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([multipart.status, form.status]).toEqual([413, 413]);
  });
});

describe('XAPI_MAX_DOCUMENT', () => {
  const open = () => xapiApp({ XAPI_MAX_DOCUMENT: '1000' });

  it('is how many bytes a document may hold; one more is 413', async () => {
    const app = await open();
    expect((await putDocument(app, documentOf(1_001))).status).toBe(413);
    expect((await putDocument(app, documentOf(1_000))).status).toBe(204);
  });

  it('holds for a document that grows by merging', async () => {
    const app = await open();
    const post = (name: string) =>
      app.call('POST', 'agents/profile', { parameters: profile, body: { [name]: documentOf(600) } });
    expect((await post('a')).status).toBe(204);
    expect(await codeOf(await post('b'))).toBe('document_limit');
  });

  it('may be more than the usual million', async () => {
    const app = await xapiApp({ XAPI_MAX_DOCUMENT: '1500000' });
    expect((await putDocument(app, documentOf(1_500_000))).status).toBe(204);
    const stored = await app.call('GET', 'agents/profile', { parameters: profile });
    expect((await stored.text()).length).toBe(1_500_000);
  });
});
