import { duration, extensions } from './formats.ts';
import { all, flag, number, object, type Rule, text, where } from './rule.ts';

/** A number, or the one to assume where there is none. */
function or(value: unknown, assumed: number): number {
  return typeof value === 'number' ? value : assumed;
}

/** xAPI 1.0.3, Data 2.4.5.1. */
const score: Rule = all(
  object({ scaled: number, raw: number, min: number, max: number }),
  where(({ scaled }) => Math.abs(or(scaled, 0)) <= 1, 'score.scaled must lie between -1 and 1.'),
  where(({ min, max }) => or(min, -Infinity) < or(max, Infinity), 'score.min must be less than score.max.'),
  where(
    ({ raw, min, max }) => typeof raw !== 'number' || (raw >= or(min, raw) && raw <= or(max, raw)),
    'score.raw must lie between score.min and score.max.',
  ),
);

/** Data 2.4.5. */
export const result: Rule = object({ score, success: flag, completion: flag, response: text, duration, extensions });
