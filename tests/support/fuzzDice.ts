import { seededRandom } from './storesRandom.ts';

/** Chance that is the same for the same seed. */
export interface Dice {
  /** A whole number from 0 to below `count`. */
  below(count: number): number;
  /** True in this share of the throws, 0 to 1. */
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  uuid(): string;
}

export function diceOf(seed: number): Dice {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const digits = (count: number) => Array.from({ length: count }, () => below(16).toString(16)).join('');
  return {
    below,
    chance: (share) => random() < share,
    pick: (from) => from[below(from.length)]!,
    uuid: () => [digits(8), digits(4), `4${digits(3)}`, `a${digits(3)}`, digits(12)].join('-'),
  };
}
