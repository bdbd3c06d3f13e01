import { describe, expect, it } from 'vitest';
import { codeOf } from '../support/testApp.ts';
import { agent, xapiApp } from '../support/xapiApp.ts';

const versions = ['1.0.3', '2.0.0'] as const;

describe.each(versions)('agents under %s (Communication 2.4)', (version) => {
  it.each([
    [
      { mbox: 'mailto:a@example.org', name: 'A' },
      { mbox: ['mailto:a@example.org'], name: ['A'] },
    ],
    [{ objectType: 'Agent', openid: 'https://a.example/' }, { openid: ['https://a.example/'] }],
    [
      { mbox_sha1sum: 'ebd31e95054c018b10727ccffd2ef2ec3a016ee9' },
      { mbox_sha1sum: ['ebd31e95054c018b10727ccffd2ef2ec3a016ee9'] },
    ],
    [
      { account: { homePage: 'https://a.example', name: 'x' } },
      { account: [{ homePage: 'https://a.example', name: 'x' }] },
    ],
  ])('%j is answered as a Person whose properties are arrays, known or not', async (asked, person) => {
    const { call } = await xapiApp();
    const response = await call('GET', 'agents', { parameters: { agent: asked }, version });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('etag')).toMatch(/^"[0-9a-f]{40}"$/);
    expect(await response.json()).toEqual({ objectType: 'Person', ...person });
    const head = await call('HEAD', 'agents', { parameters: { agent: asked }, version });
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', response.headers.get('etag')]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['no agent', {}],
    ['no JSON', { agent: 'a' }],
    ['two identifiers', { agent: { ...agent, openid: 'https://a.example/' } }],
    ['no identifier', { agent: { name: 'A' } }],
    ['a group', { agent: { ...agent, objectType: 'Group' } }],
    ['a Person', { agent: { objectType: 'Person', mbox: ['mailto:a@example.org'] } }],
    ['an unknown parameter', { agent, extra: '1' }],
    ['another case', { Agent: agent }],
  ])('%s is 400', async (_, parameters) => {
    const { call } = await xapiApp();
    const response = await call('GET', 'agents', { parameters, version });
    expect([response.status, await codeOf(response)]).toEqual([400, 'invalid_parameter']);
  });
});
