import { describe, expect, it } from 'vitest';
import { ratingsOf } from '../../../src/completion/feedback.ts';
import { accountActor, clientAgent, serverAgent } from '../../../src/xapi/actors.ts';
import { answered, idBase, ratedBy } from '../../support/statements.ts';

const ratings = (statements: Parameters<typeof ratingsOf>[0]) => ratingsOf(statements, idBase);
const rating = (account: string, question: string, step: string, module = 'module') => ({
  account,
  module,
  question,
  step,
});

describe('the answers to the feedback', () => {
  it('are the newest of each learner to each question of each module, in the order of the first', () => {
    const statements = [
      ratedBy('one', 'satisfied', '2'),
      ratedBy('two', 'satisfied', '5'),
      ratedBy('one', 'learned', '3'),
      ratedBy('one', 'satisfied', '1', 'other'),
      ratedBy('one', 'satisfied', '4'),
    ];
    expect(ratings(statements)).toEqual([
      rating('one', 'satisfied', '4'),
      rating('two', 'satisfied', '5'),
      rating('one', 'learned', '3'),
      rating('one', 'satisfied', '1', 'other'),
    ]);
  });

  const own = ratedBy('one', 'satisfied', '4');
  it.each([
    ['what an API client says of a learner', { ...own, authority: clientAgent(idBase, 'hr') }],
    ['what another learner says', { ...own, authority: accountActor(idBase, 'two') }],
    ['what the server would say', { ...own, authority: serverAgent(idBase) }],
    ['what is said of somebody elsewhere', { ...own, actor: accountActor('https://other.example', 'one') }],
    ['a question that is not asked', ratedBy('one', 'comment', '4')],
    ['a step that is none', ratedBy('one', 'satisfied', '6')],
    ['no step', { ...own, result: undefined }],
    ['an answer to a question of a quiz', answered('first', true)],
  ])('leave out %s', (_, statement) => {
    expect(ratings([statement])).toEqual([]);
  });
});
