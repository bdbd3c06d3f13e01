import { describe, expect, it } from 'vitest';
import { parsePayload } from '../../../../src/reports/certificates/payload.ts';
import { coursePayload, modulePayload } from '../../../support/certificates.ts';

const octets = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('what a certificate says', () => {
  it.each([modulePayload, coursePayload])('is read as it was written: %j', (payload) => {
    expect(parsePayload(octets(payload))).toEqual(payload);
  });

  it.each([
    ['a member more', { ...modulePayload, given: 'Oppija' }],
    ['a member less', { ...modulePayload, salt: undefined }],
    ['both a module and a course', { ...modulePayload, ...coursePayload }],
    ['a version that is no positive integer', { ...modulePayload, version: 0 }],
    ['a version in text', { ...modulePayload, version: '3' }],
    ['a module that is no id', { ...modulePayload, module: '<b>' }],
    ['a statement that is no UUID', { ...modulePayload, statement: 'one' }],
    ['a day that is none', { ...modulePayload, date: '21.11.2026' }],
    ['a hash cut short', { ...modulePayload, name: 'n'.repeat(42) }],
    ['a course of no modules', { ...coursePayload, modules: {} }],
    ['modules in a list', { ...coursePayload, modules: [1] }],
    ['a list', [modulePayload]],
    ['null', null],
  ])('is refused with %s', (_, value) => {
    expect(parsePayload(octets(value))).toBeNull();
  });

  it('is refused where it is no JSON in UTF-8', () => {
    expect(parsePayload(new Uint8Array([0xff, 0xfe]))).toBeNull();
    expect(parsePayload(new TextEncoder().encode('{'))).toBeNull();
  });
});
