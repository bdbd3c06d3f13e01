import { fold } from './fold.ts';

/** Between the parts of a compound in the index. A text that is shown loses it again. */
const mark = '|';
/** A part is at least this long, and so much of its beginning tells it from other words. */
const shortestPart = 6;
const tellingLength = 7;
/** So long is at least what stands before a part. */
const shortestHead = 3;

/** Beginnings of the words of a text: what the last part of a compound is known by. */
export function knownBeginnings(texts: Iterable<string>): ReadonlySet<string> {
  const known = new Set<string>();
  for (const text of texts) {
    for (const word of fold(text).match(/\p{L}+/gu) ?? []) {
      if (word.length >= shortestPart) known.add(beginningOf(word));
    }
  }
  return known;
}

/**
 * Marks where a part of a compound begins that is a word of the same course: `työhön|valmentaja`. The index takes the parts of
 * a marked word for words of their own, so that whoever looks for *valmentaja* finds it too.
 */
export function markCompounds(text: string, known: ReadonlySet<string>): string {
  return text.replace(/\p{L}+/gu, (word) => {
    const folded = fold(word);
    return folded.length === word.length ? partsOf(word, folded, known).join(mark) : word;
  });
}

function partsOf(word: string, folded: string, known: ReadonlySet<string>): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = shortestHead; at <= word.length - shortestPart; at += 1) {
    if (at - start < shortestHead || !known.has(beginningOf(folded.slice(at)))) continue;
    parts.push(word.slice(start, at));
    start = at;
  }
  return [...parts, word.slice(start)];
}

/** A text of the index as people read it. */
export function withoutMarks(text: string): string {
  return text.replace(/(?<=\p{L})\|(?=\p{L})/gu, '');
}

/** The parts of a word of the index, by its marks and hyphens. */
export function compoundParts(word: string): string[] {
  return word.split(/[|-]/);
}

function beginningOf(word: string): string {
  return word.slice(0, tellingLength);
}
