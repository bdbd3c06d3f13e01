import { describe, expect, it } from 'vitest';
import { inAll, Postings } from '../../src/stores/lowdb/postings.ts';
import { seededRandom } from '../support/storesRandom.ts';

function listOf(numbers: Iterable<number>): Postings {
  const list = new Postings();
  for (const number of numbers) list.add(number);
  return list;
}

describe('numbers in all of some lists', () => {
  it('are those that a plain filter finds, in either order and any range', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 300; round += 1) {
      const size = Math.ceil(random() * 200);
      const all = Array.from({ length: size }, (_, index) => index);
      const parts = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
        const share = random();
        return all.filter(() => random() < share);
      });
      const [from, to] = [random(), random()].map((share) => Math.floor(share * size)) as [number, number];
      const expected = all.filter((one) => one >= from && one < to && parts.every((part) => part.includes(one)));
      const lists = parts.map(listOf);
      expect([...inAll(lists, { from, to, ascending: true })]).toEqual(expected);
      expect([...inAll(lists, { from, to, ascending: false })]).toEqual(expected.toReversed());
    }
  });

  it('are found without a walk through the longer list', () => {
    const long = listOf(Array.from({ length: 100_000 }, (_, index) => index));
    let looks = 0;
    const counted = Object.assign(Object.create(long) as Postings, {
      at(index: number, ascending: boolean) {
        looks += 1;
        return long.at(index, ascending);
      },
    });
    Object.defineProperty(counted, 'length', { value: long.length });
    expect([...inAll([counted, listOf([5, 50_000])], { from: 0, to: 100_000, ascending: false })]).toEqual([50_000, 5]);
    expect(looks).toBeLessThan(200);
  });

  it('keep their order and come once, whatever order they are added in', () => {
    expect([...listOf([3, 1, 2, 3, 1, 9, 0]).between(0, 10, true)]).toEqual([0, 1, 2, 3, 9]);
  });
});
