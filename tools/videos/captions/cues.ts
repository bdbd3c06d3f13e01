import { recipe } from '../recipe.ts';
import { milli } from '../timing.ts';
import { breakText } from './breakText.ts';

/** What stands on the screen for a while. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** A sentence and when it is spoken, in seconds. */
export interface Spoken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const limits = recipe.captions;

/**
 * Captions of the sentences of a video, in order. A long sentence becomes several, each on screen for its share of the characters; the
 * last one lingers into the pause. @param end of the video in seconds.
 */
export function cuesOf(sentences: readonly Spoken[], end: number): Cue[] {
  return sentences.flatMap((sentence, index) => {
    const until = sentences[index + 1]?.start ?? end;
    return cuesOfSentence(sentence, Math.min(sentence.end + limits.linger, until - limits.gap), until - limits.gap);
  });
}

function cuesOfSentence({ text, start, end }: Spoken, comfortable: number, latest: number): Cue[] {
  const parts = partsOf(text, end - start);
  const letters = lettersOf(parts);
  let spoken = 0;
  return parts.map((part, index) => {
    const from = start + ((end - start) * spoken) / letters;
    spoken += part.length;
    const isLast = index === parts.length - 1;
    const until = isLast ? lastEnd(from, comfortable, latest) : start + ((end - start) * spoken) / letters;
    return { start: milli(from), end: milli(until), lines: breakText(part, limits.lineLength) };
  });
}

/** As few parts as fit on the screen and are gone in time. */
function partsOf(text: string, seconds: number): string[] {
  const room = limits.lines * limits.lineLength;
  for (let longest = room; ; longest -= 4) {
    const parts = breakText(text, longest);
    const fits = parts.every((part) => breakText(part, limits.lineLength).length <= limits.lines);
    const letters = lettersOf(parts);
    const gone = parts.every((part) => (seconds * part.length) / letters <= limits.longest);
    if ((fits && gone) || longest < limits.lineLength) return parts;
  }
}

function lettersOf(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

/** Lingers as long as is comfortable, but no longer than a caption may stay, nor into the next sentence. */
function lastEnd(from: number, comfortable: number, latest: number): number {
  return Math.min(Math.max(comfortable, from + limits.shortest), latest, from + limits.longest);
}
