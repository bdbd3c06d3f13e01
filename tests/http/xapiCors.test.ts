import { describe, expect, it } from 'vitest';
import { activityId, xapiApp } from '../support/xapiApp.ts';

describe('pages of another origin (CORS)', () => {
  const preflight = {
    origin: 'https://content.example',
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'authorization,content-type,if-match,if-none-match,x-experience-api-version',
  };

  it('of the configuration may send every method with every header, and read ETag', async () => {
    const { fetch, call } = await xapiApp({ XAPI_CORS_ORIGINS: 'https://content.example' });
    for (const path of ['statements', 'activities/state', 'agents/profile', 'about']) {
      const { status, headers } = await fetch(`/xapi/${path}`, { method: 'OPTIONS', headers: preflight });
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe('https://content.example');
      expect(headers.get('access-control-allow-methods')).toBe('GET,HEAD,POST,PUT,DELETE');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      for (const name of preflight['access-control-request-headers'].split(',')) {
        expect(headers.get('access-control-allow-headers')?.toLowerCase()).toContain(name);
      }
    }
    const response = await call('GET', 'activities', {
      parameters: { activityId },
      headers: { origin: 'https://content.example' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBe('https://content.example');
    expect(response.headers.get('access-control-expose-headers')).toContain('ETag');
  });

  it('of elsewhere get no CORS header, and of the configuration get them with errors too', async () => {
    const { call } = await xapiApp({ XAPI_CORS_ORIGINS: 'https://content.example' });
    const elsewhere = await call('GET', 'activities', { headers: { origin: 'https://other.example' } });
    expect(elsewhere.headers.get('access-control-allow-origin')).toBeNull();
    const wrong = await call('GET', 'activities', {
      headers: { origin: 'https://content.example', authorization: 'Basic x' },
    });
    expect([wrong.status, wrong.headers.get('access-control-allow-origin')]).toEqual([401, 'https://content.example']);
  });

  it('speak the alternate request syntax with the same headers, once each', async () => {
    const { fetch } = await xapiApp({ XAPI_CORS_ORIGINS: 'https://content.example' });
    const response = await fetch('/xapi/about?method=GET', {
      method: 'POST',
      body: new URLSearchParams({ 'X-Experience-API-Version': '1.0.3' }),
      headers: { origin: 'https://content.example' },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://content.example');
    expect(response.headers.get('x-experience-api-version')).toBe('1.0.3');
  });
});
