import { describe, expect, it } from 'vitest';
import { lessons } from '../support/learnerCalls.ts';

async function afterLessons() {
  const { app, signIn } = await lessons();
  const learner = await signIn();
  const person = (await app.services().demoPersona('learner'))!;
  return {
    app,
    learner,
    person,
    signIn,
    read: (from: string | null = null) => app.services().ownRecords(person, from),
  };
}

describe('what is recorded about oneself', () => {
  it('is empty before anything is recorded', async () => {
    const { read } = await afterLessons();
    expect(await read()).toEqual({ records: [], older: null });
  });

  it('tells answers as they read, newest first, with how they went', async () => {
    const { learner, read } = await afterLessons();
    await learner.goThrough('kinds');
    await learner.graded('kinds/one', ['best']);
    await learner.graded('kinds/pairs', ['nurse:trains', 'coach:examines', 'office:decides']);
    await learner.graded('kinds/case', ['advise']);
    const { records } = (await read())!;
    expect(records.map(({ about }) => about.kind)).toEqual(['question', 'question', 'question', 'section']);
    expect(records[0]?.answer).toEqual({ texts: ['Text of advise'], success: null });
    const pairs = [
      'Text of nurse – Text of trains',
      'Text of coach – Text of examines',
      'Text of office – Text of decides',
    ];
    expect(records[1]?.answer).toEqual({ texts: pairs, success: false });
    expect(records[2]?.answer).toEqual({ texts: ['Text of best'], success: true });
    expect(records[2]?.about).toEqual({ kind: 'question', prompt: 'Which one?' });
  });

  it('holds nothing of anybody else', async () => {
    const { signIn, read } = await afterLessons();
    await (await signIn('learner2')).graded('kinds/one', ['best']);
    expect((await read())?.records).toEqual([]);
  });

  it('goes page by page to the oldest, each record once', async () => {
    const { learner, read } = await afterLessons();
    for (let time = 0; time < 105; time += 1) await learner.graded('kinds/one', ['best']);
    const first = (await read())!;
    expect(first.records).toHaveLength(100);
    const second = (await read(first.older))!;
    expect(second.older).toBeNull();
    const ids = [...first.records, ...second.records].map(({ id }) => id);
    expect(new Set(ids).size).toBe(105);
  });

  it('has no page at a place that no page gave', async () => {
    const { read } = await afterLessons();
    for (const from of ['', 'x', '%', Buffer.from('["1","2"]').toString('base64url')])
      expect(await read(from)).toBeNull();
  });
});
