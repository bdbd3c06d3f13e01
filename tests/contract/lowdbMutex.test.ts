import { describe, expect, it } from 'vitest';
import { KeyedMutex } from '../../src/stores/lowdb/keyedMutex.ts';

describe('the mutex of the embedded store', () => {
  it('forgets a key once nobody holds it or waits for it, whether the work ended well or not', async () => {
    const mutex = new KeyedMutex();
    const works = Array.from({ length: 100 }, (_, index) =>
      mutex.run([`a${index % 7}`, `b${index % 5}`], () =>
        index % 3 === 0 ? Promise.reject(new Error('no')) : Promise.resolve(),
      ),
    );
    expect(mutex.size).toBe(12);
    await Promise.allSettled(works);
    expect(mutex.size).toBe(0);
  });

  it('runs work without any key at once', async () => {
    expect(await new KeyedMutex().run([], () => Promise.resolve('done'))).toBe('done');
  });
});
