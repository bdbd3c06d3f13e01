import { withoutMarks } from './compounds.ts';
import type { IndexedPage, PageAnchor } from './indexedPage.ts';
import { secondsOfAnchor } from './sentenceAnchor.ts';

/** A piece of a page that can be opened by itself. */
export interface Passage {
  /** `start`: what stands before the first heading. */
  readonly kind: 'start' | 'heading' | 'term' | 'sentence';
  /** The heading or the term; empty at the start and for a sentence. */
  readonly title: string;
  /** The id of the element it begins at; null at the start of the page. */
  readonly anchor: string | null;
  /** Of a sentence of a video: when it is said, in seconds. */
  readonly seconds: number | null;
  /** The words after the title, as the index has them. */
  readonly words: readonly string[];
}

/** A page's passages in their order. A sentence of a video is one of its own; text around it stays with its heading. */
export function passagesOf(page: IndexedPage): Passage[] {
  const words = page.content.split(/\s+/);
  const anchors = [...page.anchors].sort((a, b) => a.location - b.location);
  const spoken = new Set<number>();
  const sentences = anchors.flatMap((anchor) => {
    const seconds = anchor.element === 'span' ? secondsOfAnchor(anchor.id) : null;
    if (seconds === null) return [];
    const until = anchor.location + wordsIn(anchor);
    for (let at = anchor.location; at < until; at += 1) spoken.add(at);
    return [
      { kind: 'sentence', title: '', anchor: anchor.id, seconds, words: words.slice(anchor.location, until) } as const,
    ];
  });
  const read = (from: number, until: number) =>
    words.slice(from, until).filter((_, index) => !spoken.has(from + index));
  const titled = anchors.filter(({ element, text }) => kindOf(element) !== null && text);
  const start: Passage = {
    kind: 'start',
    title: '',
    anchor: null,
    seconds: null,
    words: read(0, titled[0]?.location ?? words.length),
  };
  const rest = titled.map((anchor, index): Passage => {
    const from = anchor.location + wordsIn(anchor);
    return {
      kind: kindOf(anchor.element)!,
      title: withoutMarks(anchor.text ?? ''),
      anchor: anchor.id,
      seconds: null,
      words: read(from, titled[index + 1]?.location ?? words.length),
    };
  });
  return [start, ...rest, ...sentences];
}

function kindOf(element: string): 'heading' | 'term' | null {
  if (/^h[2-6]$/.test(element)) return 'heading';
  return element === 'dt' ? 'term' : null;
}

function wordsIn({ text = '' }: PageAnchor): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/).length;
}
