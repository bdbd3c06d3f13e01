import type { Authored, AuthoredContent, Path } from './authoredContent.ts';
import { placeInBody, placeOf } from './authoredContent.ts';
import { warning } from './finding.ts';
import type { Finding, Place } from './finding.ts';
import { nodesOf } from './mdxBody.ts';

export interface Misspelling {
  readonly word: string;
  /** What the speller thinks was meant; null when it has no guess. */
  readonly suggestion: string | null;
}

/** Tells which of the words it does not know. Null: no speller is installed. */
export type Speller = (words: readonly string[]) => Promise<readonly Misspelling[] | null>;

/** The project's own words: whole ones, and beginnings such as `täsmätyöky` of `täsmätyöky*`, all in lower case. */
export interface OwnWords {
  readonly whole: ReadonlySet<string>;
  readonly beginnings: readonly string[];
}

interface PlacedWord {
  readonly word: string;
  readonly place: Place;
}

/** Reads the project's word list: a word a line, `*` at its end for every word that begins so, `#` for comments. */
export function parseWords(text: string): OwnWords {
  const lines = text
    .split(/\r\n|\n/)
    .map((line) => line.replace(/#.*/, '').trim().toLowerCase())
    .filter(Boolean);
  return {
    whole: new Set(lines.filter((line) => !line.endsWith('*'))),
    beginnings: lines.filter((line) => line.endsWith('*')).map((line) => line.slice(0, -1)),
  };
}

/**
 * Words of the Finnish content that the speller does not know, each once a file; null where there is no speller.
 * @param wordsFile the word list that an author adds a right word to
 */
export async function spellingFindings(
  content: AuthoredContent,
  own: OwnWords,
  spell: Speller,
  wordsFile: string,
): Promise<Finding[] | null> {
  const words = placedWords(content).filter(({ word }) => !isOwn(word, own));
  const misspellings = await spell([...new Set(words.map(({ word }) => word))]);
  if (misspellings === null) return null;
  const suggestions = new Map(misspellings.map(({ word, suggestion }) => [word, suggestion]));
  const once = new Map<string, PlacedWord>();
  for (const placed of words) {
    const key = `${placed.place.file} ${placed.word}`;
    if (suggestions.has(placed.word) && !once.has(key)) once.set(key, placed);
  }
  return [...once.values()].map(({ word, place }) => {
    const suggestion = suggestions.get(word);
    const meant = suggestion ? ` Tarkoititko ”${suggestion}”?` : '';
    return warning(
      place,
      'spelling',
      `Oikoluku ei tunne sanaa ”${word}”.${meant}`,
      `Korjaa kirjoitusasu. Jos sana on oikein, lisää se omalle rivilleen tiedostoon ${wordsFile}.`,
    );
  });
}

function isOwn(word: string, { whole, beginnings }: OwnWords): boolean {
  const lower = word.toLowerCase();
  return whole.has(lower) || beginnings.some((beginning) => lower.startsWith(beginning));
}

function placedWords(content: AuthoredContent): PlacedWord[] {
  const authored: readonly Authored<unknown>[] = [
    ...content.courses,
    ...content.modules,
    ...content.sections,
    ...content.quizzes,
    ...(content.glossary ?? []),
    ...content.infographics,
    ...content.storyboards.filter(({ id }) => id.endsWith('/fi')),
  ];
  return authored.flatMap((one) => [...wordsOfFields(one, one.raw, []), ...wordsOfBody(one)]);
}

/** Words of every field that holds prose. A field in another language (`sv`, `en`) or an address holds none. */
function wordsOfFields(authored: Authored<unknown>, value: unknown, path: Path): PlacedWord[] {
  if (typeof value === 'string') {
    return isCode(value) ? [] : wordsOf(value).map((word) => ({ word, place: placeOf(authored, path) }));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'sv' || key === 'en') return [];
    return wordsOfFields(authored, inner, [...path, Array.isArray(value) ? Number(key) : key]);
  });
}

/** Words of every paragraph and heading. A word may go on after a component: `<Term id="…">kunto</Term>na`. */
function wordsOfBody(authored: Authored<unknown>): PlacedWord[] {
  if (!authored.mdx) return [];
  return [...nodesOf(authored.mdx)]
    .filter(({ type }) => type === 'paragraph' || type === 'heading')
    .flatMap((block) => {
      const texts = [...nodesOf(block)].filter(({ type }) => type === 'text').map(({ value = '' }) => value);
      return texts
        .join('')
        .split('\n')
        .flatMap((line, index) => {
          const place = placeInBody(authored, (block.position?.start.line ?? 1) + index);
          return wordsOf(line).map((word) => ({ word, place }));
        });
    });
}

/** Ids, names of kinds, addresses and dates are not words. */
function isCode(value: string): boolean {
  return /^[a-z0-9/:_.-]+$/.test(value) || /^https?:\/\/\S+$/.test(value);
}

/** The words of a text, without those that only end a number or a joint word: `25-vuotias`, `sosiaali- ja terveysala`. */
function wordsOf(text: string): string[] {
  const withoutAddresses = text.replace(/\b(?:https?:\/\/|www\.)\S+|\S+@\S+|\b\w+\.fi\S*/g, ' ');
  return (withoutAddresses.match(/(?<![\p{L}\p{N}:-])\p{L}[\p{L}\p{N}’:-]*/gu) ?? [])
    .map((word) => word.replace(/[:’]+$/, ''))
    .filter((word) => word.length > 1 && !/\p{N}/u.test(word));
}
