import { describe, expect, it } from 'vitest';
import { attachment, problemOf } from './statementParts.ts';
import { statementWith } from './statements.ts';

describe('hostile input', () => {
  it.each([null, 1, 'x', true, []])('a body of %j is no statement', (value) => {
    expect(problemOf(value)).not.toBeNull();
  });

  it('a member named __proto__ is an unknown property', () => {
    const body: unknown = JSON.parse(
      '{"actor":{"mbox":"mailto:a@a.fi","__proto__":{"x":1}},"verb":{"id":"a:b"},"object":{"id":"a:b"}}',
    );
    expect(problemOf(body)).toMatchObject({ path: 'actor.__proto__', code: 'unknown_property' });
  });

  it('a long name is told back in short', () => {
    expect(problemOf(statementWith({ ['x'.repeat(10_000)]: 1 }))!.message.length).toBeLessThan(400);
  });

  const places: Readonly<Record<string, (long: string) => Readonly<Record<string, unknown>>>> = {
    id: (long) => ({ id: long }),
    timestamp: (long) => ({ timestamp: long }),
    mbox: (long) => ({ actor: { mbox: `mailto:${long}` } }),
    hash: (long) => ({ actor: { mbox_sha1sum: long } }),
    iri: (long) => ({ verb: { id: `http:${long}` } }),
    scheme: (long) => ({ verb: { id: long } }),
    duration: (long) => ({ result: { duration: `P${long}` } }),
    language: (long) => ({ context: { language: long } }),
    mediaType: (long) => ({ attachments: [{ ...attachment, contentType: `a/${long}` }] }),
    version: (long) => ({ version: `1.0.${long}` }),
  };
  const patterns = ['1', 'a', 'a-', '@', '%', '1Y', 'T', '%41', ';a="', '-00'];

  it.each(Object.keys(places))('100 kB in the place of %s is refused within 10 ms', (place) => {
    for (const pattern of patterns) {
      const statement = statementWith(places[place]!(pattern.repeat(100_000 / pattern.length)));
      const start = process.cpuUsage();
      const problem = problemOf(statement);
      // The processor's time, in microseconds: what else the machine does at the time is not the rule's matter.
      const { user, system } = process.cpuUsage(start);
      expect(user + system).toBeLessThan(10_000);
      expect(problem).not.toBeNull();
    }
  });
});
