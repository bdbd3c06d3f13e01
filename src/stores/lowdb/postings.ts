/** Numbers of statements in rising order: the statements that hold one thing a filter asks for. */
export class Postings {
  readonly #numbers: number[] = [];

  get length(): number {
    return this.#numbers.length;
  }

  /** @param number greater than every number here. */
  add(number: number): void {
    this.#numbers.push(number);
  }

  has(number: number): boolean {
    return this.#numbers[this.#lowerBound(number)] === number;
  }

  /** Those from `from` (inclusive) to `to` (exclusive), rising or falling. */
  *between(from: number, to: number, ascending: boolean): Generator<number> {
    const first = this.#lowerBound(from);
    const end = this.#lowerBound(to);
    if (ascending) for (let index = first; index < end; index += 1) yield this.#numbers[index]!;
    else for (let index = end - 1; index >= first; index -= 1) yield this.#numbers[index]!;
  }

  #lowerBound(number: number): number {
    return lowerBound(this.#numbers.length, (index) => this.#numbers[index]! < number);
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
