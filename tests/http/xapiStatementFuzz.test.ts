import { describe, expect, it } from 'vitest';
import { versions } from '../../src/xapi/types.ts';
import {
  attachmentOf,
  boundary,
  jsonPart,
  multipartOf,
  octetsPart,
  statementOf,
  type XapiCalls,
  xapiCalls,
} from '../support/xapiCalls.ts';

/** Fixed: the same damage in every run. */
const seed = 20_261_121;
const rounds = 400;

/** Numbers from 0 to below `below`, the same for the same seed (a Lehmer generator). */
function randomNumbers(start: number): (below: number) => number {
  let state = start;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

const hostile = [
  '\r\n',
  '\r\n\r\n',
  `--${boundary}`,
  '"',
  '{',
  '}',
  '\0',
  '\xff',
  '\\u0000',
  '__proto__',
  '1e999',
  ': ',
];

/** The same bytes with one piece taken out, put in, doubled or overwritten. */
function damaged(body: Buffer, random: (below: number) => number): Buffer {
  const at = random(body.length);
  const end = Math.min(body.length, at + random(30));
  const [before, piece, after] = [body.subarray(0, at), body.subarray(at, end), body.subarray(end)];
  const extra = Buffer.from(hostile[random(hostile.length)]!, 'latin1');
  const ways = [
    [before, after],
    [before, extra, piece, after],
    [before, piece, piece, after],
    [before, extra, after],
  ];
  return Buffer.concat(ways[random(ways.length)]!);
}

async function survives(xapi: XapiCalls, contentType: string, whole: () => Buffer, start: number): Promise<void> {
  const random = randomNumbers(start);
  let stored = 0;
  for (let round = 0; round < rounds; round += 1) {
    let body = whole();
    for (let count = random(3); count >= 0; count -= 1) body = damaged(body, random);
    const headers = { 'content-type': contentType };
    const response = await xapi.call('statements', { method: 'POST', headers, body: new Uint8Array(body) });
    const answer = await response.text();
    expect([200, 400], `${answer}\n${body.toString('latin1')}`).toContain(response.status);
    if (response.status === 200) stored += (JSON.parse(answer) as unknown[]).length;
  }
  let seen = 0;
  for (let path: string | null = 'statements?attachments=true&limit=100'; path !== null;) {
    const response: Response = await xapi.call(path);
    const [, json = ''] = (await response.text()).split('\r\n\r\n', 2);
    const page = JSON.parse(json.slice(0, json.lastIndexOf('}') + 1)) as { statements: unknown[]; more: string };
    seen += page.statements.length;
    path = page.more === '' ? null : page.more.slice('/xapi/'.length);
  }
  expect(seen).toBe(stored);
}

describe.each(versions)('a damaged request under %s is stored whole or refused with 400', (version) => {
  it('as application/json', async () => {
    const whole = () =>
      Buffer.from(JSON.stringify([statementOf({ result: { score: { scaled: 0.5 }, response: 'ä' } }), statementOf()]));
    await survives(await xapiCalls(version), 'application/json', whole, seed);
  });

  it('as multipart/mixed', async () => {
    const octets = '\r\n--octets';
    const whole = () => {
      const statement = statementOf({ attachments: [attachmentOf(octets)] });
      return multipartOf([jsonPart([statement, statementOf()]), octetsPart(octets)]);
    };
    await survives(await xapiCalls(version), `multipart/mixed; boundary="${boundary}"`, whole, seed);
  });
});
