import { describe, expect, it } from 'vitest';
import { sameStatement } from '../../../src/xapi/equality.ts';
import { otherUuid, statementWith, uuid } from './statements.ts';

type Row = readonly [
  title: string,
  stored: Readonly<Record<string, unknown>>,
  incoming: Readonly<Record<string, unknown>>,
];

const one = { mbox: 'mailto:one@example.org' };
const two = { mbox: 'mailto:two@example.org' };
const group = (...member: unknown[]) => ({ actor: { objectType: 'Group', member } });
const parents = (parent: unknown) => ({ context: { contextActivities: { parent } } });
const a = { id: 'https://example.org/a' };
const b = { id: 'https://example.org/b' };
const described = { ...a, definition: { name: { fi: 'A' } } };
const attachment = {
  usageType: 'a:b',
  display: { fi: 'x' },
  contentType: 'text/plain',
  length: 1,
  sha2: 'a'.repeat(64),
};
const sub = (change: object) => ({
  object: { objectType: 'SubStatement', actor: one, verb: { id: 'a:v' }, object: a, ...change },
});

const same: readonly Row[] = [
  ['stored, which the record store sets', { stored: '2026-01-01T00:00:00Z' }, { stored: '2020-01-01T00:00:00Z' }],
  ['version, which it sets too', { version: '1.0.0' }, {}],
  ['a timestamp that only the stored one has', { timestamp: '2026-01-01T00:00:00Z' }, {}],
  ['an authority that only the stored one has', { authority: one }, {}],
  ['how an instant is written', { timestamp: '2026-01-01T00:00:00.000Z' }, { timestamp: '2026-01-01T02:00:00+02:00' }],
  ['the display of the verb', { verb: { id: 'a:v', display: { fi: 'x' } } }, { verb: { id: 'a:v' } }],
  ['the definition of the object', { object: described }, { object: a }],
  ['the definition of a context activity', parents([described]), parents([a])],
  ['the definition in a sub-statement', sub({ object: described }), sub({})],
  ['the display in a sub-statement', sub({ verb: { id: 'a:v', display: { fi: 'x' } } }), sub({})],
  ['the order of members', group(one, two), group(two, one)],
  ['the order of context activities', parents([a, b]), parents([b, a])],
  ['a list of one around a context activity', parents([a]), parents(a)],
  [
    'the order of properties',
    { result: { success: true, response: 'x' } },
    { result: { response: 'x', success: true } },
  ],
  ['digits past a hundredth of a second', { result: { duration: 'PT1.234S' } }, { result: { duration: 'PT1.23S' } }],
  ['the case of an id', { id: uuid }, { id: uuid.toUpperCase() }],
  [
    'the case of a registration',
    { context: { registration: uuid } },
    { context: { registration: uuid.toUpperCase() } },
  ],
  ['the case of a domain', { actor: one }, { actor: { mbox: 'mailto:one@EXAMPLE.org' } }],
  ['the address of an attachment', { attachments: [{ ...attachment, fileUrl: 'a:b' }] }, { attachments: [attachment] }],
];

const different: readonly Row[] = [
  ['another actor', { actor: one }, { actor: two }],
  ['a name of the actor', { actor: one }, { actor: { ...one, name: 'One' } }],
  ['another verb', { verb: { id: 'a:v' } }, { verb: { id: 'a:w' } }],
  ['another object', { object: a }, { object: b }],
  ['another id', { id: uuid }, { id: otherUuid }],
  ['another time', { timestamp: '2026-01-01T00:00:00Z' }, { timestamp: '2026-01-01T00:00:01Z' }],
  ['a time that only the incoming one has', {}, { timestamp: '2026-01-01T00:00:00Z' }],
  ['another authority', { authority: one }, { authority: two }],
  ['a result that only one has', { result: { success: true } }, {}],
  ['another success', { result: { success: true } }, { result: { success: false } }],
  ['another response', { result: { response: 'a' } }, { result: { response: 'A' } }],
  ['a number that is text', { result: { extensions: { 'a:x': 1 } } }, { result: { extensions: { 'a:x': '1' } } }],
  ['null in extensions', { result: { extensions: { 'a:x': null } } }, { result: { extensions: {} } }],
  ['a duration in other units', { result: { duration: 'PT60S' } }, { result: { duration: 'PT1M' } }],
  ['a hundredth of a second', { result: { duration: 'PT1.23S' } }, { result: { duration: 'PT1.24S' } }],
  ['a member more', group(one), group(one, two)],
  ['a member twice', group(one, one, two), group(one, two, two)],
  ['another kind of context activity', parents([a]), { context: { contextActivities: { grouping: [a] } } }],
  ['a context activity more', parents([a]), parents([a, b])],
  ['the case of a local part', { actor: one }, { actor: { mbox: 'mailto:ONE@example.org' } }],
  ['another actor in a sub-statement', sub({}), sub({ actor: two })],
  [
    'another hash of an attachment',
    { attachments: [attachment] },
    { attachments: [{ ...attachment, sha2: 'b'.repeat(64) }] },
  ],
];

describe('two statements are the same (Data 2.3.1) but for', () => {
  it.each(same)('%s', (_title, stored, incoming) => {
    expect(sameStatement(statementWith(stored), statementWith(incoming))).toBe(true);
  });
});

describe('two statements differ by', () => {
  it.each(different)('%s', (_title, stored, incoming) => {
    expect(sameStatement(statementWith(stored), statementWith(incoming))).toBe(false);
  });
});

it('comparing changes neither statement', () => {
  const stored = statementWith({ ...group(two, one), ...parents([described]), timestamp: '2026-01-01T02:00:00+02:00' });
  const before = JSON.stringify(stored);
  sameStatement(stored, stored);
  expect(JSON.stringify(stored)).toBe(before);
});
