import { describe, expect, it } from 'vitest';
import { about } from '../../../src/lrs/about.ts';
import { requestedVersion } from '../../../src/lrs/versionHeader.ts';

describe('X-Experience-API-Version (Communication 3.3)', () => {
  it.each([
    ['1.0', '1.0.3'],
    ['1.0.0', '1.0.3'],
    ['1.0.3', '1.0.3'],
    ['1.0.99', '1.0.3'],
    ['2.0.0', '2.0.0'],
    ['2.0.1', '2.0.0'],
  ])('%s is answered as %s', (header, version) => {
    expect(requestedVersion(header)).toBe(version);
  });

  it.each([null, undefined, ''])('%j is missing', (header) => {
    expect(() => requestedVersion(header)).toThrow(expect.objectContaining({ code: 'missing_version' }));
  });

  it.each(['0.95', '1', '1.1.0', '1.0.', '1.0.x', '2', '2.1.0', '3.0.0', '1.0.3, 2.0.0'])(
    '%s is not supported',
    (header) => {
      expect(() => requestedVersion(header)).toThrow(expect.objectContaining({ code: 'unsupported_version' }));
    },
  );
});

it('about names both versions', () => {
  const none = new URLSearchParams();
  expect(about(none)).toEqual({ version: ['1.0.3', '2.0.0'] });
});
