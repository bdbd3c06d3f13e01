import { describe, expect, it } from 'vitest';
import { localPath } from '../../../src/server/http/localPath.ts';
import { readForm, readJson } from '../../../src/server/http/readBody.ts';
import { refuseOtherSites, requireSameOrigin } from '../../../src/server/http/sameOrigin.ts';

const origin = 'http://127.0.0.1:4321';

describe('a path to go back to', () => {
  it.each(['/fi/', '/fi/module/section/?a=1#q-quiz-one', '/sv/my/'])('%s stays as it is', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    '',
    'fi/',
    'https://other.example/',
    '//other.example/',
    '/\\other.example/',
    '/\t/other.example/',
    '/\n/other.example/',
    '/./%2e//other.example/',
    'javascript:alert(1)',
    `/${'a'.repeat(3000)}`,
  ])('%j is refused', (path) => {
    expect(localPath(path)).toBeNull();
  });
});

describe('the cross-site check', () => {
  const request = (method: string, headers: Record<string, string>) => new Request(origin, { method, headers });
  const types = ['', 'application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'];
  const crossSite: readonly Record<string, string>[] = [
    {},
    { origin: 'https://other.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:9999' },
    { 'sec-fetch-site': 'none' },
  ];

  it('refuses every unsafe method of every content type that is not marked as our own', () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const type of types) {
        for (const marks of crossSite) {
          const headers: Record<string, string> = { ...marks, ...(type && { 'content-type': type }) };
          expect(() => requireSameOrigin(request(method, headers), origin)).toThrow('cross_site');
        }
      }
    }
  });

  it.each<Record<string, string>>([{ 'sec-fetch-site': 'same-origin' }, { origin }])(
    'lets our own pages through: %o',
    (headers) => {
      expect(() => requireSameOrigin(request('POST', headers), origin)).not.toThrow();
    },
  );

  it('lets what changes nothing through', () => {
    expect(() => requireSameOrigin(request('GET', { origin: 'https://other.example' }), origin)).not.toThrow();
  });

  it('lets a client that is no browser sign in, and no page of another site', () => {
    expect(() => refuseOtherSites(request('POST', {}), origin)).not.toThrow();
    expect(() => refuseOtherSites(request('POST', { origin: 'https://other.example' }), origin)).toThrow('cross_site');
    expect(() => refuseOtherSites(request('POST', { 'sec-fetch-site': 'cross-site' }), origin)).toThrow('cross_site');
  });
});

describe('reading a body', () => {
  const post = (body: BodyInit, type: string) =>
    new Request(origin, { method: 'POST', body, headers: { 'content-type': type } });

  it('parses JSON, with or without parameters of its type', async () => {
    expect(await readJson(post('{"a":1}', 'Application/JSON; charset=utf-8'))).toEqual({ a: 1 });
  });

  it.each([
    ['{', 'application/json', 'invalid_json'],
    ['', 'application/json', 'invalid_json'],
    ['{}', 'text/plain', 'unsupported_media_type'],
    ['x'.repeat(2000), 'application/json', 'body_too_large'],
  ])('refuses %#', async (body, type, code) => {
    await expect(readJson(post(body, type), 1000)).rejects.toThrow(code);
  });

  it('refuses bytes that are not UTF-8', async () => {
    await expect(readJson(post(new Uint8Array([34, 0xff, 34]), 'application/json'))).rejects.toThrow('invalid_json');
  });

  it('stops reading a body that is longer than it said', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array((sent += 100) && 100)),
    });
    const request = new Request(origin, {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    } as RequestInit);
    await expect(readJson(request, 1000)).rejects.toThrow('body_too_large');
    expect(sent).toBeLessThan(5000);
  });

  it('reads a form', async () => {
    const form = await readForm(post('persona=learner&returnTo=%2Ffi%2F', 'application/x-www-form-urlencoded'));
    expect(form.get('returnTo')).toBe('/fi/');
  });
});
