import { expect, it } from 'vitest';
import { seededRandom } from '../support/storesRandom.ts';
import { activityId, agent, basic, registration, xapiApp } from '../support/xapiApp.ts';

const nest = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const hostile = [
  '',
  ' ',
  'null',
  'true',
  '0',
  '{}',
  '[]',
  '"',
  '%00',
  '\u0000',
  '\ud800',
  '😀',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '<script>',
  "' OR 1=1",
  'x'.repeat(5_000),
  nest(5_000),
  '{"__proto__":{"a":1}}',
  '{"mbox":null}',
  '{"account":{"homePage":"https://e.org","name":""}}',
  '9'.repeat(400),
  '-0',
  '1e999',
];
const since = '2026-01-01T00:00:00Z';
const asText = JSON.stringify(agent);
/** Each resource with parameters that it takes. */
const sound: readonly (readonly [path: string, parameters: Readonly<Record<string, string>>])[] = [
  ['activities/state', { activityId, agent: asText, stateId: 'one' }],
  ['activities/state', { activityId, agent: asText, stateId: 'one', registration }],
  ['activities/state', { activityId, agent: asText, since }],
  ['activities/profile', { activityId, profileId: 'one' }],
  ['activities/profile', { activityId, since }],
  ['agents/profile', { agent: asText, profileId: 'one' }],
  ['agents/profile', { agent: asText }],
  ['agents', { agent: asText }],
  ['activities', { activityId }],
  ['about', {}],
  ['nothing', {}],
];
const names = [
  'activityId',
  'agent',
  'registration',
  'stateId',
  'profileId',
  'since',
  'method',
  'content',
  '__proto__',
];
const methods = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS'];
const types = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/mixed',
  ';',
  'x/y; a="',
];
const tags = ['*', '*', '"', 'W/', '"a"', '"da39a3ee5e6b4b0d3255bfef95601890afd80709"', ',', 'x'.repeat(5_000)];
const versions = ['1.0.3', '2.0.0', '1.0', '', '3', '2.0.0, 1.0.3'];

it('hostile requests of every kind are answered, never with a failure of the server', async () => {
  const random = seededRandom(20_261_121);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const { fetch } = await xapiApp();
  const seen = new Set<number>();
  for (let count = 0; count < 3_000; count += 1) {
    const [path, parameters] = pick(sound);
    const query = new URLSearchParams(parameters);
    if (random() < 0.3) query.set(pick(names), pick(hostile));
    if (random() < 0.1) query.delete(pick(names));
    if (random() < 0.1) query.append(pick(names), pick(hostile));
    const isAlternate = random() < 0.2;
    const method = isAlternate ? 'POST' : pick(methods);
    const target = isAlternate ? `${path}?method=${pick(methods)}` : `${path}?${query}`;
    const document = random() < 0.5 ? pick(hostile) : pick(['{"a":1}', '{"b":[1]}']);
    if (isAlternate) query.set('content', document);
    const body = isAlternate && random() < 0.8 ? query.toString() : document;
    const headers = {
      authorization: random() < 0.9 ? basic('all') : pick(['Basic', 'Basic ====', 'Digest x', '']),
      'x-experience-api-version': random() < 0.8 ? pick(['1.0.3', '2.0.0']) : pick(versions),
      'content-type': isAlternate
        ? 'application/x-www-form-urlencoded'
        : pick(random() < 0.5 ? ['application/json'] : types),
      ...(random() < 0.2 && { 'if-match': pick(tags) }),
      ...(random() < 0.2 && { 'if-none-match': pick(tags) }),
    };
    const hasBody = method !== 'GET' && method !== 'HEAD';
    const response = await fetch(`/xapi/${target}`, { method, headers, ...(hasBody && { body }) });
    const text = await response.text();
    expect(response.status, `${method} ${target} ${body}`).toBeLessThan(500);
    expect(response.headers.get('x-experience-api-version')).toMatch(/^(1\.0\.3|2\.0\.0)$/);
    if (response.status >= 400 && method !== 'HEAD' && text !== '')
      expect(JSON.parse(text)).toHaveProperty('error.code');
    seen.add(response.status);
  }
  expect([...seen].sort()).toEqual(expect.arrayContaining([200, 204, 400, 401, 404, 405, 409, 412]));
  expect(({} as Record<string, unknown>)['a']).toBeUndefined();
}, 60_000);
