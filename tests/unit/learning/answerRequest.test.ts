import { describe, expect, it } from 'vitest';
import { answerRequestSchema } from '../../../src/learning/answerRequest.ts';

const request = {
  id: '6F0D3E0C-5B3A-4C8E-9D55-0A5C2B4D7E10',
  question: 'quiz/first',
  response: ['right'],
  lang: 'fi',
};
const withTime = (timestamp: string) => answerRequestSchema.safeParse({ ...request, timestamp });

describe('the body of an answer', () => {
  it('names its statement in lower case, so that the same id in capitals is the same answer', () => {
    expect(answerRequestSchema.parse(request).id).toBe(request.id.toLowerCase());
  });

  it('has its time turned into UTC', () => {
    expect(withTime('2026-11-21T12:00:00+02:00').data?.timestamp).toBe('2026-11-21T10:00:00.000Z');
  });

  it.each(['0000-01-01T00:00:00+14:00', '9999-12-31T23:59:59-14:00', '2026-02-29T00:00:00Z', '', 'now'])(
    'is refused with the time %j: it is none, or none that a statement can hold',
    (timestamp) => {
      expect(withTime(timestamp).success).toBe(false);
    },
  );

  it.each(['__proto__', 'constructor', 'actor', 'score'])('is refused with a member %s of its own', (name) => {
    const body: unknown = JSON.parse(JSON.stringify(request).replace('{', `{"${name}":{},`));
    expect(answerRequestSchema.safeParse(body).success).toBe(false);
  });
});
