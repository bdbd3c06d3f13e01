import { describe, expect, it } from 'vitest';
import { isAllDone, nextPlace } from '../../../src/components/nextPlace.ts';

const places = [
  { module: 'one', section: 'begin', questions: ['quiz/first'] },
  { module: 'one', section: 'end', questions: ['quiz/second'] },
  { module: 'two', section: 'only', questions: [] },
];
const one = (done: readonly string[], answered: readonly string[], completedAt: string | null = null) => ({
  id: 'one',
  sections: ['begin', 'end'].map((id) => ({ id, done: done.includes(id) })),
  questions: answered.map((id) => ({ id })),
  completedAt,
  renewal: null,
});
const two = { id: 'two', sections: [{ id: 'only', done: false }], questions: [], completedAt: null, renewal: null };
const at = (section: string) => ({ module: 'one', section });

describe('the next step', () => {
  it('is none for somebody who has not begun', () => {
    expect(nextPlace(places, { modules: [one([], []), two], last: null })).toBeNull();
  });

  it('is where the learner was, while something is left to do there', () => {
    expect(nextPlace(places, { modules: [one(['begin'], ['quiz/first']), two], last: at('end') })).toBe(places[1]);
    expect(nextPlace(places, { modules: [one(['begin'], []), two], last: at('begin') })).toBe(places[0]);
  });

  it('is where a question was left open, when every section was walked through', () => {
    expect(nextPlace(places, { modules: [one(['begin', 'end'], ['quiz/second']), two], last: at('end') })).toBe(
      places[0],
    );
  });

  it('is the next open module after one that is completed', () => {
    const modules = [one(['begin', 'end'], ['quiz/first', 'quiz/second'], '2026-11-21T10:00:00Z'), two];
    expect(nextPlace(places, { modules, last: at('end') })).toBe(places[2]);
  });

  it('is none when everything is completed', () => {
    const modules = [one([], [], '2026-11-21T10:00:00Z'), { ...two, completedAt: '2026-11-21T10:00:00Z' }];
    expect(nextPlace(places, { modules, last: at('end') })).toBeNull();
    expect(isAllDone(places, { modules, last: at('end') })).toBe(true);
  });

  it('is the section that changed since the module was completed', () => {
    const done = '2026-11-21T10:00:00Z';
    const renewed = { ...one(['begin'], ['quiz/first'], done), renewal: { sections: ['end'] } };
    const modules = [renewed, { ...two, completedAt: done }];
    expect(nextPlace(places, { modules, last: at('begin') })).toBe(places[1]);
    expect(isAllDone(places, { modules, last: at('begin') })).toBe(false);
  });
});
