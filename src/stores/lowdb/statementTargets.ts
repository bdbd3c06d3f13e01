import { Postings } from './postings.ts';

/** What the index knows of the targets' targets. */
export interface Reach {
  /** The number of the statement with this id, or undefined where it is not stored. */
  readonly numberOf: (id: string) => number | undefined;
  /** Whether a statement itself is what the query looks for, voided or not. */
  readonly matches: (number: number) => boolean;
}

/**
 * Which statement targets which by a StatementRef as its object. A statement meets a query's filters also when the one it
 * targets does, and so on along the references (xAPI 1.0.3, Communication 2.1.3, Filter Conditions for StatementRefs). A
 * target may be stored later than what targets it, or never.
 */
export class StatementTargets {
  readonly #targets = new Map<number, string>();
  readonly #numbers = new Postings();

  /** @param number greater than every number here. @param target the id of the statement targeted, in lower case. */
  add(number: number, target: string): void {
    this.#targets.set(number, target);
    this.#numbers.add(number);
  }

  /** Numbers, from `from` to before `to`, of the statements whose references lead to one that matches, in order. */
  *leadingToMatch(from: number, to: number, ascending: boolean, reach: Reach): Generator<number> {
    const answers = new Map<number, boolean>();
    for (const number of this.#numbers.between(from, to, ascending)) {
      if (this.#leadsToMatch(number, reach, answers)) yield number;
    }
  }

  /** Each statement is looked at once for a query, however long the chains are; a chain that bites its tail ends there. */
  #leadsToMatch(start: number, { numberOf, matches }: Reach, answers: Map<number, boolean>): boolean {
    const way: number[] = [];
    let answer: boolean | undefined;
    for (let at = start; answer === undefined;) {
      answer = answers.get(at);
      if (answer !== undefined) break;
      answers.set(at, false);
      way.push(at);
      const target = this.#targets.get(at);
      const next = target === undefined ? undefined : numberOf(target);
      if (next === undefined) answer = false;
      else if (matches(next)) answer = true;
      else at = next;
    }
    for (const number of way) answers.set(number, answer);
    return answer;
  }
}

/** The numbers of two sequences in the same order, each number once. */
export function* merged(one: Iterable<number>, other: Iterable<number>, ascending: boolean): Generator<number> {
  const sequences = [one, other].map((numbers) => numbers[Symbol.iterator]());
  const heads = sequences.map((numbers) => numbers.next());
  for (;;) {
    const waiting = heads.flatMap((head) => (head.done ? [] : [head.value]));
    if (waiting.length === 0) return;
    const first = ascending ? Math.min(...waiting) : Math.max(...waiting);
    yield first;
    for (const [index, head] of heads.entries()) {
      if (!head.done && head.value === first) heads[index] = sequences[index]!.next();
    }
  }
}
