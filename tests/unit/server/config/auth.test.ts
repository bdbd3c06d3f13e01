import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../../src/server/config.ts';

const oidc = {
  AUTH: 'oidc',
  OIDC_ISSUER: 'https://login.example.org/city',
  OIDC_CLIENT_ID: 'oppihetki',
  OIDC_CLIENT_SECRET: 'a secret',
};
const off = { ...oidc, HOST: '0.0.0.0', PUBLIC_ORIGIN: 'https://oppihetki.example.org' };

const problemsOf = (env: Record<string, string>) => {
  const read = readConfig(env);
  return read.ok ? [] : read.problems;
};

describe('AUTH=oidc', () => {
  it('starts with its three variables, on loopback and off it', () => {
    const auth = {
      kind: 'oidc',
      issuer: oidc.OIDC_ISSUER,
      clientId: oidc.OIDC_CLIENT_ID,
      clientSecret: oidc.OIDC_CLIENT_SECRET,
    };
    for (const env of [oidc, off]) expect(readConfig(env)).toMatchObject({ ok: true, config: { auth } });
  });

  it('keeps the issuer as it is written: a slash at its end is part of it', () => {
    const issuer = 'https://login.example.org/';
    expect(readConfig({ ...oidc, OIDC_ISSUER: issuer })).toMatchObject({ config: { auth: { issuer } } });
  });

  it('needs each of them, and tells of all that are missing', () => {
    expect(problemsOf({ AUTH: 'oidc' }).map((line) => line.split(' ')[0])).toEqual([
      'OIDC_ISSUER',
      'OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET',
    ]);
    expect(problemsOf({ ...oidc, OIDC_CLIENT_SECRET: ' ' }).join()).toContain('OIDC_CLIENT_SECRET is not set');
  });

  it.each([
    'login.example.org',
    'ftp://login.example.org',
    'https://login.example.org/?tenant=1',
    'https://login.example.org/#x',
    'https://name:secret@login.example.org',
    'http://login.example.org',
    'http://127.0.0.1.example.org',
  ])('refuses the issuer %s', (issuer) => {
    const problems = problemsOf({ ...oidc, OIDC_ISSUER: issuer });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('OIDC_ISSUER');
  });

  it('takes an issuer on http where it is on loopback', () => {
    expect(problemsOf({ ...oidc, OIDC_ISSUER: 'http://127.0.0.1:9000' })).toEqual([]);
  });

  it.each<Record<string, string>>([
    { HOST: '0.0.0.0', PUBLIC_ORIGIN: '' },
    { PUBLIC_ORIGIN: 'http://oppihetki.example.org' },
  ])('needs an https PUBLIC_ORIGIN off loopback: %o', (env) => {
    const problems = problemsOf({ ...off, ...env });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('PUBLIC_ORIGIN');
  });
});

describe('TRUSTED_PROXY', () => {
  it('names addresses and networks, of both kinds of address', () => {
    const read = readConfig({ TRUSTED_PROXY: '10.0.0.5, 192.168.0.0/16 fd00::/8' });
    if (!read.ok) throw new Error(read.problems.join());
    const { trustedProxies } = read.config;
    expect(trustedProxies.check('10.0.0.5')).toBe(true);
    expect(trustedProxies.check('10.0.0.6')).toBe(false);
    expect(trustedProxies.check('192.168.7.7')).toBe(true);
    expect(trustedProxies.check('fd12::1', 'ipv6')).toBe(true);
  });

  it.each(['proxy.example.org', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '10.0.0', '::/129', '0.0.0.0/0', '::/0'])(
    'refuses %s with a line that names it',
    (value) => {
      const problems = problemsOf({ TRUSTED_PROXY: value });
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain(`TRUSTED_PROXY names "${value}"`);
    },
  );
});

describe('RATE_LIMITS', () => {
  it('changes those it names and leaves the rest as usual', () => {
    expect(readConfig({ RATE_LIMITS: 'exports:30 client-writes:9' })).toMatchObject({
      config: {
        rateLimits: { exports: 30, 'client-writes': 9, failures: 60, 'sign-ins': 3_000, writes: 1_200 },
      },
    });
  });

  it.each(['exports', 'exports:0', 'exports:-1', 'exports:many', 'exports:1:2', 'toString:5', 'all:5'])(
    'refuses %s with a line that names it',
    (value) => {
      const problems = problemsOf({ RATE_LIMITS: value });
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain(`RATE_LIMITS`);
    },
  );
});
