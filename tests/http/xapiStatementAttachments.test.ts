import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  attachmentOf,
  basic,
  boundary,
  jsonPart,
  multipartOf,
  octetsPart,
  type Part,
  sha2Of,
  statementOf,
  type XapiCalls,
  xapiCalls,
} from '../support/xapiCalls.ts';
import { codeOf } from '../support/testApp.ts';

const octets = 'here is a simple attachment';

let xapi: XapiCalls;
beforeEach(async () => {
  xapi = await xapiCalls();
});

/** A multipart answer, cut at its boundary. */
async function partsOf(response: Response): Promise<{ readonly head: string; readonly body: Buffer }[]> {
  const [, mark] = /^multipart\/mixed; boundary=(.+)$/.exec(response.headers.get('content-type') ?? '') ?? [];
  const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
  const pieces = `\r\n${text}`.split(`\r\n--${mark}`);
  expect(pieces.at(-1)).toBe('--\r\n');
  return pieces.slice(1, -1).map((piece) => {
    const end = piece.indexOf('\r\n\r\n');
    return { head: piece.slice(2, end), body: Buffer.from(piece.slice(end + 4), 'latin1') };
  });
}

describe('statements with attachments are stored (Communication 1.5.2)', () => {
  it('by POST, and given back octet for octet where attachments=true asks for them', async () => {
    const bytes = Buffer.concat([randomBytes(5_000), Buffer.from(`\r\n--${boundary.slice(0, -1)}\r\n\r\n`)]);
    const attachment = attachmentOf(bytes, { contentType: 'image/png' });
    const sent = statementOf({ attachments: [attachment] });
    const stored = await xapi.sendParts([jsonPart(sent), octetsPart(bytes, { 'Content-Type': 'image/png' })]);
    expect([stored.status, await stored.json()]).toEqual([200, [sent.id]]);

    await xapi.app.restart();
    const response = await xapi.call(`statements?statementId=${sent.id}&attachments=true`);
    const [first, second, ...more] = await partsOf(response);
    expect(first!.head).toBe('Content-Type: application/json');
    expect(JSON.parse(first!.body.toString())).toMatchObject(sent);
    expect(second!.head.split('\r\n')).toEqual([
      'Content-Type: image/png',
      'Content-Transfer-Encoding: binary',
      `X-Experience-API-Hash: ${attachment.sha2}`,
    ]);
    expect(second!.body.equals(bytes)).toBe(true);
    expect(more).toEqual([]);
  });

  it('by PUT', async () => {
    const sent = statementOf({ attachments: [attachmentOf(octets)] });
    const path = `statements?statementId=${sent.id}`;
    expect((await xapi.sendParts([jsonPart(sent), octetsPart(octets)], { method: 'PUT', path })).status).toBe(204);
  });

  it.each(['sha224', 'sha256', 'sha384', 'sha512'])('under their %s', async (algorithm) => {
    const sha2 = sha2Of(octets, algorithm);
    const sent = statementOf({ attachments: [attachmentOf(octets, { sha2: sha2.toUpperCase() })] });
    const response = await xapi.sendParts([jsonPart(sent), octetsPart(octets, { 'X-Experience-API-Hash': sha2 })]);
    expect(response.status).toBe(200);
    const [, part] = await partsOf(await xapi.call(`statements?statementId=${sent.id}&attachments=true`));
    expect(part!.body.toString()).toBe(octets);
  });

  it('one copy for a batch in which several statements attach it, a sub-statement among them', async () => {
    const attachments = [attachmentOf(octets)];
    const { id: _id, ...inner } = statementOf({ objectType: 'SubStatement', attachments });
    const batch = [statementOf({ attachments }), statementOf({ object: inner }), statementOf()];
    expect((await xapi.sendParts([jsonPart(batch), octetsPart(octets)])).status).toBe(200);
    const parts = await partsOf(await xapi.call('statements?attachments=true'));
    expect(parts).toHaveLength(2);
    expect(JSON.parse(parts[0]!.body.toString())).toMatchObject({ statements: [{}, {}, {}], more: '' });
  });

  it.each<[string, Part[]]>([
    ['without attachments', [jsonPart(statementOf())]],
    [
      'with attachments that have an address only',
      [jsonPart(statementOf({ attachments: [attachmentOf(octets, { fileUrl: 'https://example.org/a.txt' })] }))],
    ],
    ['of no octets', [jsonPart(statementOf({ attachments: [attachmentOf('')] })), octetsPart('')]],
    [
      'whose octets come twice',
      [jsonPart(statementOf({ attachments: [attachmentOf(octets)] })), octetsPart(octets), octetsPart(octets)],
    ],
  ])('as multipart/mixed also %s', async (_title, parts) => {
    expect((await xapi.sendParts(parts)).status).toBe(200);
    expect((await xapi.call('statements?attachments=true')).status).toBe(200);
  });

  it('as application/json where every attachment has an address; asked for, such a one has no octets', async () => {
    const attachment = attachmentOf(octets, { fileUrl: 'https://example.org/a.txt' });
    expect((await xapi.post(statementOf({ attachments: [attachment] }))).status).toBe(200);
    expect(await partsOf(await xapi.call('statements?attachments=true'))).toHaveLength(1);
  });

  it('whole or not at all: where the statements are refused, a retry with the same octets succeeds', async () => {
    const sent = statementOf({ attachments: [attachmentOf(octets)] });
    const taken = await xapi.post(statementOf({ id: sent.id }));
    expect(taken.status).toBe(200);
    expect((await xapi.sendParts([jsonPart(sent), octetsPart(octets)])).status).toBe(409);
    const other = { ...sent, id: statementOf().id };
    expect((await xapi.sendParts([jsonPart(other), octetsPart(octets)])).status).toBe(200);
  });
});

describe('the length an attachment states', () => {
  it('is kept as stated: its octets are known by their hash and by nothing else', async () => {
    const sent = statementOf({ attachments: [attachmentOf(octets, { length: 26 })] });
    expect((await xapi.sendParts([jsonPart(sent), octetsPart(octets)])).status).toBe(200);
    const [first, second] = await partsOf(await xapi.call(`statements?statementId=${sent.id}&attachments=true`));
    expect(JSON.parse(first!.body.toString())).toMatchObject({ attachments: [{ length: 26 }] });
    expect(second!.body.toString()).toBe(octets);
  });
});

describe('attachments=false', () => {
  it.each(['', '?attachments=false'])('answers application/json without octets: statements%s', async (query) => {
    await xapi.sendParts([jsonPart(statementOf({ attachments: [attachmentOf(octets)] })), octetsPart(octets)]);
    const response = await xapi.call(`statements${query}`);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await response.text()).not.toContain(octets);
  });
});

describe('a multipart request is refused with 400 (Communication 1.5.2)', () => {
  const attached = () => jsonPart(statementOf({ attachments: [attachmentOf(octets)] }));

  it.each<[string, Part[], string]>([
    [
      'first part is not application/json',
      [{ ...attached(), headers: { 'Content-Type': 'text/plain' } }],
      'invalid_multipart',
    ],
    ['first part has no Content-Type', [{ ...attached(), headers: { 'X-Part': '1' } }], 'invalid_multipart'],
    ['first part is no JSON', [{ ...attached(), body: '{' }, octetsPart(octets)], 'invalid_json'],
    ['attachment has neither part nor fileUrl', [attached()], 'invalid_attachment'],
    ['part belongs to no attachment', [jsonPart(statementOf()), octetsPart(octets)], 'invalid_attachment'],
    [
      'part has no X-Experience-API-Hash',
      [attached(), octetsPart(octets, { 'X-Experience-API-Hash': '' })],
      'invalid_multipart',
    ],
    ['part’s hash is none', [attached(), octetsPart(octets, { 'X-Experience-API-Hash': 'abc' })], 'invalid_multipart'],
    [
      'part has no Content-Transfer-Encoding',
      [attached(), octetsPart(octets, { 'Content-Transfer-Encoding': '' })],
      'invalid_multipart',
    ],
    [
      'part is not binary',
      [attached(), octetsPart(octets, { 'Content-Transfer-Encoding': 'base64' })],
      'invalid_multipart',
    ],
    [
      'part has another Content-Type than its attachment',
      [attached(), octetsPart(octets, { 'Content-Type': 'image/png' })],
      'invalid_attachment',
    ],
    [
      'part has another Content-Length than its octets',
      [attached(), octetsPart(octets, { 'Content-Length': '1' })],
      'invalid_multipart',
    ],
    [
      'octets do not have the hash',
      [attached(), { ...octetsPart(octets), body: octets.toUpperCase() }],
      'invalid_attachment',
    ],
    [
      'part has a header twice',
      [attached(), octetsPart(octets, { 'content-type': 'text/plain' })],
      'invalid_multipart',
    ],
    [
      'part has a line that is no header',
      [attached(), octetsPart(octets, { 'Content Type': 'text/plain' })],
      'invalid_multipart',
    ],
    [
      'part has headers without end',
      [attached(), octetsPart(octets, { 'X-Long': 'x'.repeat(9_000) })],
      'invalid_multipart',
    ],
    [
      'body has too many parts',
      [attached(), ...Array.from({ length: 200 }, () => octetsPart(octets))],
      'invalid_multipart',
    ],
    ['body has no parts', [], 'invalid_multipart'],
  ])('whose %s', async (_title, parts, code) => {
    const response = await xapi.sendParts(parts);
    expect([response.status, await codeOf(response)]).toEqual([400, code]);
    expect((await xapi.query({})).statements).toEqual([]);
  });

  const whole = multipartOf([attached(), octetsPart(octets)]).toString();
  it.each<[string, string, string]>([
    ['does not end with its boundary', `multipart/mixed; boundary="${boundary}"`, whole.slice(0, -4)],
    ['is cut within the octets', `multipart/mixed; boundary="${boundary}"`, whole.slice(0, whole.indexOf('simple'))],
    ['does not hold its boundary', 'multipart/mixed; boundary=other', whole],
    ['names no boundary', 'multipart/mixed', whole],
    ['names a boundary that is none', 'multipart/mixed; boundary="a{b"', whole],
    ['has bare line feeds', `multipart/mixed; boundary="${boundary}"`, whole.replaceAll('\r\n', '\n')],
    ['has a line that goes on after its boundary', `multipart/mixed; boundary="${boundary.slice(0, -1)}"`, whole],
    ['is empty', `multipart/mixed; boundary="${boundary}"`, ''],
    ['is another multipart', `multipart/form-data; boundary="${boundary}"`, whole],
  ])('whose body %s', async (_title, contentType, body) => {
    const response = await xapi.call('statements', { method: 'POST', headers: { 'content-type': contentType }, body });
    expect(response.status).toBe(400);
    expect(await codeOf(response)).toMatch(/^(invalid_multipart|unsupported_content)$/);
  });

  it('as application/json with an attachment that has no address', async () => {
    const response = await xapi.post([statementOf(), statementOf({ attachments: [attachmentOf(octets)] })]);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid_attachment', path: '[1].attachments[0]' } });
  });
});

describe('limits', () => {
  it('more than 10 MB are refused with 413, the length declared or not', async () => {
    const large = 'x'.repeat(10_000_001);
    const parts = [jsonPart(statementOf({ attachments: [attachmentOf(large)] })), octetsPart(large)];
    expect((await xapi.sendParts(parts)).status).toBe(413);
    const endless = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from('--b\r\nContent-Type: application/json\r\n\r\n')),
      pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)),
    });
    const headers = { 'content-type': 'multipart/mixed; boundary=b' };
    const init = { method: 'POST', headers, body: endless, duplex: 'half' };
    const response = await xapi.call('statements', init);
    expect(response.status).toBe(413);
  });

  it('a learner’s session may not attach anything', async () => {
    const headers = await xapi.app.signIn('learner');
    const attachments = [attachmentOf(octets)];
    const response = await xapi.app.fetch('/xapi/statements', {
      method: 'POST',
      headers: {
        ...headers,
        'x-experience-api-version': '1.0.3',
        'content-type': `multipart/mixed; boundary="${boundary}"`,
      },
      body: new Uint8Array(multipartOf([jsonPart(statementOf({ attachments })), octetsPart(octets)])),
    });
    expect([response.status, await codeOf(response)]).toEqual([403, 'forbidden']);
  });

  it('a client that may only write gets no octets to read', async () => {
    const response = await xapi.call('statements?attachments=true', { headers: basic('writer') });
    expect(response.status).toBe(403);
  });
});
