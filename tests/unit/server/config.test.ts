import { describe, expect, it } from 'vitest';
import { isLoopbackHost, readConfig } from '../../../src/server/config.ts';

const problemsOf = (env: Record<string, string>) => {
  const read = readConfig(env);
  return read.ok ? [] : read.problems;
};

describe('configuration', () => {
  it('needs nothing: loopback, port 4321, demo sign-in', () => {
    expect(readConfig({})).toMatchObject({
      ok: true,
      config: {
        host: '127.0.0.1',
        port: 4321,
        publicOrigin: 'http://127.0.0.1:4321',
        idBase: 'http://127.0.0.1:4321',
        clients: [],
      },
    });
  });

  it.each([
    ['::1', '::1', 'http://[::1]:4321'],
    ['[::1]', '::1', 'http://[::1]:4321'],
    ['localhost', 'localhost', 'http://localhost:4321'],
  ])('listens on %s as on %s and links to %s', (value, host, publicOrigin) => {
    expect(readConfig({ HOST: value })).toMatchObject({ ok: true, config: { host, publicOrigin } });
  });

  it('reads the public origin as a browser sends it: in lower case, without a slash or a port of its scheme', () => {
    expect(readConfig({ PUBLIC_ORIGIN: 'HTTP://LocalHost:80/' })).toMatchObject({
      config: { publicOrigin: 'http://localhost' },
    });
  });

  it('takes an empty value as one that is not set', () => {
    expect(readConfig({ HOST: '', PORT: '', PUBLIC_ORIGIN: '', XAPI_CLIENTS: '' }).ok).toBe(true);
  });

  it('reads clients with their scopes', () => {
    expect(readConfig({ XAPI_CLIENTS: 'tool:secret:all  reader:other:statements/read,state' })).toMatchObject({
      config: {
        clients: [
          { name: 'tool', secret: 'secret', scopes: ['all'] },
          { name: 'reader', secret: 'other', scopes: ['statements/read', 'state'] },
        ],
      },
    });
  });

  it('reads how many bytes a request and a document may hold, from 1,000 to 1,000,000,000', () => {
    expect(readConfig({})).toMatchObject({ config: { maxBodyBytes: 10_000_000, maxDocumentBytes: 1_000_000 } });
    expect(readConfig({ XAPI_MAX_BODY: '1000', XAPI_MAX_DOCUMENT: '1000000000' })).toMatchObject({
      config: { maxBodyBytes: 1_000, maxDocumentBytes: 1_000_000_000 },
    });
  });

  it.each([
    ['XAPI_MAX_BODY', '999'],
    ['XAPI_MAX_BODY', '10 MB'],
    ['XAPI_MAX_BODY', '1e6'],
    ['XAPI_MAX_DOCUMENT', '1000000001'],
    ['XAPI_MAX_DOCUMENT', '-1000'],
    ['HOST', 'two words'],
    ['HOST', '127.0.0.1:4321'],
    ['HOST', 'http://localhost'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['PUBLIC_ORIGIN', 'localhost:4321'],
    ['PUBLIC_ORIGIN', 'http://127.0.0.1:4321/course'],
    ['PUBLIC_ORIGIN', 'http://:secret@localhost'],
    ['ID_BASE', 'urn:city'],
    ['ID_BASE', 'https://city.example/#'],
    ['ID_BASE', 'https://city.example/?'],
    ['ID_BASE', 'https://city.example/a\nb'],
    ['AUTH', 'none'],
    ['DATABASE_URL', 'postgres://127.0.0.1/x'],
    ['XAPI_CLIENTS', 'tool'],
    ['XAPI_CLIENTS', 'tool:secret:everything'],
    ['XAPI_CLIENTS', 'tool:secret:all tool:other:all'],
  ])('%s=%s ends the start with a line that names it', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
  });

  it('tells every problem at once', () => {
    expect(problemsOf({ PORT: 'x', AUTH: 'y', DATABASE_URL: 'z' })).toHaveLength(3);
  });

  it.each<Record<string, string>>([
    { HOST: '0.0.0.0' },
    { PUBLIC_ORIGIN: 'https://oppihetki.example.org' },
    { HOST: '0.0.0.0', AUTH: 'demo' },
    { PUBLIC_ORIGIN: 'https://oppihetki.example.org', AUTH: 'demo' },
  ])('refuses demo sign-in off loopback: %o', (env) => {
    expect(problemsOf(env).join()).toContain('AUTH');
  });

  it('refuses short client secrets off loopback', () => {
    const problems = problemsOf({ HOST: '0.0.0.0', AUTH: 'demo', XAPI_CLIENTS: 'tool:short:all' });
    expect(problems.join()).toContain('secret is too short');
  });

  it.each([
    ['127.0.0.1', true],
    ['127.8.9.1', true],
    ['localhost', true],
    ['[::1]', true],
    ['127.0.0.1.example.org', false],
    ['example.org', false],
    ['10.0.0.1', false],
  ])('%s is loopback: %s', (host, expected) => {
    expect(isLoopbackHost(host)).toBe(expected);
  });
});
