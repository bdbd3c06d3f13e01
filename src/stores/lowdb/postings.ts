/** Numbers of statements in rising order: the statements that hold one thing a filter asks for. */
export class Postings {
  readonly #numbers: number[] = [];

  get length(): number {
    return this.#numbers.length;
  }

  /** Adds a number, in its place: most come in rising order. One that is here already changes nothing. */
  add(number: number): void {
    if (this.#numbers.length === 0 || number > this.#numbers.at(-1)!) {
      this.#numbers.push(number);
      return;
    }
    const index = lowerBound(this.#numbers.length, (at) => this.#numbers[at]! < number);
    if (this.#numbers[index] !== number) this.#numbers.splice(index, 0, number);
  }

  has(number: number): boolean {
    return this.#numbers[lowerBound(this.#numbers.length, (at) => this.#numbers[at]! < number)] === number;
  }

  /** Those from `from` (inclusive) to `to` (exclusive), rising or falling. */
  between(from: number, to: number, ascending: boolean): Generator<number> {
    return inAll([this], { from, to, ascending });
  }

  /** The number at a place of the list, the list read forwards or backwards. */
  at(index: number, ascending: boolean): number | undefined {
    return this.#numbers[ascending ? index : this.#numbers.length - 1 - index];
  }
}

/** Goes through a list one way, and leaps over what is not asked for. */
class Walk {
  readonly #list: Postings;
  readonly #ascending: boolean;
  #index = 0;

  constructor(list: Postings, ascending: boolean) {
    this.#list = list;
    this.#ascending = ascending;
  }

  /** The next number that is `goal` or lies behind it on the way, or undefined at the end. Goals only go forwards. */
  seek(goal: number): number | undefined {
    const { length } = this.#list;
    const isBefore = (index: number) => {
      const number = this.#list.at(index, this.#ascending)!;
      return this.#ascending ? number < goal : number > goal;
    };
    let step = 1;
    while (this.#index + step < length && isBefore(this.#index + step)) step *= 2;
    const start = this.#index + (step >>> 1);
    const end = Math.min(this.#index + step + 1, length);
    this.#index = start + lowerBound(Math.max(0, end - start), (offset) => isBefore(start + offset));
    return this.#list.at(this.#index, this.#ascending);
  }
}

/**
 * Numbers that all of the lists hold, from `from` (inclusive) to `to` (exclusive), rising or falling. The lists leap over each
 * other, so the work follows the list with the fewest numbers in the range, not the longest.
 *
 * @param lists at least one.
 */
export function* inAll(
  lists: readonly Postings[],
  { from, to, ascending }: { readonly from: number; readonly to: number; readonly ascending: boolean },
): Generator<number> {
  const walks = lists.toSorted((one, other) => one.length - other.length).map((list) => new Walk(list, ascending));
  const step = ascending ? 1 : -1;
  let goal = ascending ? from : to - 1;
  while (goal >= from && goal < to) {
    let reached: number | undefined = goal;
    for (const walk of walks) {
      reached = walk.seek(goal);
      if (reached !== goal) break;
    }
    if (reached === undefined) return;
    if (reached === goal) {
      yield goal;
      goal += step;
    } else goal = reached;
  }
}

/** The first index below `length` that is not before the place looked for, or `length`. `isBefore` holds for a head of the range. */
export function lowerBound(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
