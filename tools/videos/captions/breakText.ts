/** Words that begin a clause: a line or a caption may well break before them. */
const clauseWords = new Set(
  (
    'ja tai mutta vaan sekä eli että jotta koska kun jos vaikka kunnes joka jotka jonka joita joiden jossa josta johon mikä mitä miten ' +
    'milloin missä kuka kenelle niin och eller men att som när om and or but that which when if'
  ).split(' '),
);

/**
 * Breaks a sentence into parts none of which is longer than `longest` characters, as few as possible: at ends of clauses where that can
 * be, and of much the same length. A word is never broken.
 */
export function breakText(text: string, longest: number): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const fewest = countGreedily(words, longest);
  const ideal = text.length / fewest;
  /** The cheapest way to break the first n words into k parts, by `${n} ${k}`. */
  const ways = new Map<string, Way>([['0 0', { cost: 0, parts: [] }]]);
  for (let end = 1; end <= words.length; end++) {
    for (let count = 1; count <= fewest; count++) {
      const candidates = Array.from({ length: end }, (_, start): Way | null => {
        const before = ways.get(`${start} ${count - 1}`);
        const part = words.slice(start, end).join(' ');
        if (!before || (part.length > longest && end - start > 1)) return null;
        const uneven = ((part.length - ideal) / longest) ** 2 * 100;
        return {
          cost: before.cost + uneven + (start === 0 ? 0 : breakCost(words, start)),
          parts: [...before.parts, part],
        };
      }).filter((way) => way !== null);
      const best = candidates.sort((a, b) => a.cost - b.cost)[0];
      if (best) ways.set(`${end} ${count}`, best);
    }
  }
  return ways.get(`${words.length} ${fewest}`)!.parts;
}

interface Way {
  readonly cost: number;
  readonly parts: readonly string[] & string[];
}

function countGreedily(words: readonly string[], longest: number): number {
  let parts = 1;
  let length = -1;
  for (const word of words) {
    if (length + 1 + word.length > longest && length >= 0) [parts, length] = [parts + 1, word.length];
    else length += 1 + word.length;
  }
  return parts;
}

/** How badly a break before a word reads: best after a mark that ends a clause, well before a word that begins one. */
function breakCost(words: readonly string[], at: number): number {
  const before = words[at - 1]!;
  if (/[.;:!?…][”"’)]?$/.test(before)) return 0;
  if (/[,–][”"’)]?$/.test(before)) return 4;
  if (clauseWords.has(words[at]!.toLowerCase())) return 8;
  return clauseWords.has(before.toLowerCase()) ? 40 : 20;
}
