import { withoutMarks } from './compounds.ts';

/** A piece of an excerpt: plain, or one of the words that were looked for. */
export interface ExcerptPart {
  readonly text: string;
  readonly marked: boolean;
}

/** Words shown around a hit. */
const length = 28;
/** Words before the first hit, where the sentence began earlier. */
const lead = 6;

/**
 * The part of a passage with most of what was looked for, its hits marked.
 * @param strengths how surely each word is one that was looked for: 0 is not
 */
export function excerptOf(words: readonly string[], strengths: readonly number[]): ExcerptPart[] {
  const start = startOf(words, bestWindow(strengths));
  const end = Math.min(words.length, start + length);
  const parts: ExcerptPart[] = [];
  const add = (text: string, marked: boolean) => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last && !last.marked && !marked) parts[parts.length - 1] = { text: last.text + text, marked };
    else parts.push({ text, marked });
  };
  if (start > 0) add('… ', false);
  for (let at = start; at < end; at += 1) {
    const word = withoutMarks(words[at]!);
    const [, before = '', core = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word) ?? [];
    const isHit = (strengths[at] ?? 0) > 0;
    add(before, false);
    add(core, isHit);
    add(after + (at < end - 1 ? ' ' : ''), false);
  }
  if (end < words.length) add(' …', false);
  return parts;
}

/** Where the stretch with most hits begins; 0 where the passage itself holds none. */
function bestWindow(strengths: readonly number[]): number {
  const sumFrom = (start: number) => strengths.slice(start, start + length).reduce((sum, one) => sum + one, 0);
  let best = { start: 0, sum: 0 };
  for (const [start, strength] of strengths.entries()) {
    if (strength === 0) continue;
    const sum = sumFrom(start);
    if (sum > best.sum) best = { start, sum };
  }
  return best.start;
}

/** The beginning of the sentence that a hit stands in, or some words before the hit where that is far. */
function startOf(words: readonly string[], hit: number): number {
  for (let at = hit; at > 0 && hit - at <= lead; at -= 1) {
    if (/[.!?:…]["”’)]*$/.test(words[at - 1]!)) return at;
  }
  return hit <= lead ? 0 : hit - lead;
}
