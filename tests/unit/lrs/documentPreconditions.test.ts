import { describe, expect, it } from 'vitest';
import { entityTag, judgePreconditions } from '../../../src/lrs/documentPreconditions.ts';

const body = new TextEncoder().encode('hello');
const tag = '"aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"';
const stored = { contentType: 'text/plain', body, updated: '2026-01-01T00:00:00.000Z' };

describe('an entity tag', () => {
  it('is the quoted SHA-1 of the body in lower case hexadecimal (Communication 3.1)', () => {
    expect(entityTag(body)).toBe(tag);
    expect(entityTag('hello')).toBe(tag);
    expect(entityTag('')).toBe('"da39a3ee5e6b4b0d3255bfef95601890afd80709"');
  });
});

describe('preconditions (RFC 9110, 13)', () => {
  it.each([
    [null, null, 'met'],
    [tag, null, 'met'],
    [tag.slice(1, -1), null, 'met'],
    [`"x",W/"y" , ${tag}`, null, 'met'],
    [' * ', null, 'met'],
    ['"x"', null, 'ifMatch'],
    [`W/${tag}`, null, 'ifMatch'],
    [',,,', null, 'ifMatch'],
    ['"', null, 'ifMatch'],
    [null, '*', 'ifNoneMatch'],
    [null, `W/${tag}`, 'ifNoneMatch'],
    [null, `"x", ${tag}`, 'ifNoneMatch'],
    [null, '"x"', 'met'],
    [tag, tag, 'ifNoneMatch'],
    ['"x"', tag, 'ifMatch'],
  ])('If-Match %j and If-None-Match %j on a stored document: %s', (ifMatch, ifNoneMatch, outcome) => {
    expect(judgePreconditions({ ifMatch, ifNoneMatch }, stored)).toBe(outcome);
  });

  it.each([
    [null, null, 'met'],
    [null, '*', 'met'],
    [null, tag, 'met'],
    ['*', null, 'ifMatch'],
    [tag, null, 'ifMatch'],
  ])('If-Match %j and If-None-Match %j where nothing is stored: %s', (ifMatch, ifNoneMatch, outcome) => {
    expect(judgePreconditions({ ifMatch, ifNoneMatch }, null)).toBe(outcome);
  });

  it('of any length are judged at once', () => {
    for (const header of ['"'.repeat(100_000), 'W/'.repeat(50_000), ', '.repeat(50_000), `"${'x'.repeat(100_000)}`]) {
      const start = performance.now();
      judgePreconditions({ ifMatch: header, ifNoneMatch: header }, stored);
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});
