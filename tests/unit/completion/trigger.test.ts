import { describe, expect, it } from 'vitest';
import { isTrigger } from '../../../src/completion/deriveStatements.ts';
import { clientAgent } from '../../../src/xapi/actors.ts';
import { answered, experienced, idBase } from '../../support/statements.ts';

describe('what a completion can follow from', () => {
  it('is a section that was gone through, whoever says so', () => {
    const authority = clientAgent(idBase, 'player');
    expect(isTrigger(experienced('begin'), idBase)).toBe(true);
    expect(isTrigger({ ...experienced('begin'), authority }, idBase)).toBe(true);
  });

  it('is an answer that the server graded, right or wrong', () => {
    expect(isTrigger(answered('first', true), idBase)).toBe(true);
    expect(isTrigger(answered('first', false), idBase)).toBe(true);
  });

  it('is no answer that somebody else vouches for, and no other verb', () => {
    const authority = clientAgent(idBase, 'tool');
    expect(isTrigger({ ...answered('first', true), authority }, idBase)).toBe(false);
    const played = { ...answered('first', true), verb: { id: 'https://w3id.org/xapi/video/verbs/played' } };
    expect(isTrigger(played, idBase)).toBe(false);
  });
});
