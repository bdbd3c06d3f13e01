import type { AuthoredContent } from './authoredContent.ts';
import { placeOf } from './authoredContent.ts';
import { warning } from './finding.ts';
import type { Finding } from './finding.ts';
import { nodesOf, readableText } from './mdxBody.ts';
import type { MdxNode } from './mdxBody.ts';

/** Points that a section may grow harder, or a new one be harder than the course's middle, before its author is told. */
const allowed = { change: 5, fresh: 12 };

/**
 * LIX: words a sentence plus the share of long words (more than six letters) in per cent (Björnsson 1968). Finnish words are
 * long, so that the number says little by itself: it is compared with the same course's own.
 * @returns a whole number, or null for a text too short to tell
 */
export function lix(text: string): number | null {
  const sentences = text.split(/[.!?:]+(?=\s|”|$)/).filter((sentence) => /\p{L}/u.test(sentence));
  const words = text.match(/\p{L}[\p{L}-]*/gu) ?? [];
  if (words.length < 30) return null;
  const long = words.filter(({ length }) => length > 6).length;
  return Math.round(words.length / sentences.length + (100 * long) / words.length);
}

/** The LIX of every section that can be read, by `module/section`. */
export function lixOfSections(content: AuthoredContent): ReadonlyMap<string, number> {
  return new Map(
    content.sections.flatMap(({ id, mdx }) => {
      const value = mdx ? lix(proseOf(mdx)) : null;
      return value === null ? [] : [[id, value] as const];
    }),
  );
}

/** A body's text with every paragraph, heading and list item ended as a sentence, and without sources. */
function proseOf(root: MdxNode): string {
  const blocks = [...nodesOf(root)].filter(({ type }) => type === 'paragraph' || type === 'heading');
  return blocks.map((block) => `${readableText(block).replace(/[.!?:]$/, '')}.`).join(' ');
}

/** Reads the baseline: one `module/section lix` a line, `#` for comments. Other lines are passed over. */
export function parseBaseline(text: string): ReadonlyMap<string, number> {
  return new Map(
    text.split(/\r\n|\n/).flatMap((line) => {
      const [, id, value] = /^([a-z0-9-]+\/[a-z0-9-]+) (\d+)$/.exec(line.trim()) ?? [];
      return id === undefined ? [] : [[id, Number(value)] as const];
    }),
  );
}

/** The baseline's text for sections as they are now. */
export function baselineText(values: ReadonlyMap<string, number>): string {
  const lines = [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, value]) => `${id} ${value}`);
  return `# Osioiden luettavuus (LIX), johon muutoksia verrataan. Kirjoittaa: npm run check:content -- --publish\n${lines.join('\n')}\n`;
}

/** Sections that have become harder to read than they were, and new ones much harder than the course's middle. */
export function readabilityFindings(content: AuthoredContent, baseline: ReadonlyMap<string, number>): Finding[] {
  const sorted = [...baseline.values()].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const fix = 'Lyhennä virkkeitä ja vaihda pitkiä sanoja lyhyempiin.';
  return [...lixOfSections(content)].flatMap(([id, value]) => {
    const section = content.sections.find((candidate) => candidate.id === id)!;
    const before = baseline.get(id);
    if (before !== undefined && value > before + allowed.change) {
      const message = `Osiosta on tullut vaikeampi lukea: luettavuusluku (LIX) nousi ${before}:stä ${value}:een.`;
      return [warning(placeOf(section), 'readability', message, fix)];
    }
    if (before === undefined && middle !== undefined && value > middle + allowed.fresh) {
      const message = `Osio on selvästi vaikeampi lukea kuin muut: luettavuusluku (LIX) on ${value}, muilla noin ${middle}.`;
      return [warning(placeOf(section), 'readability', message, fix)];
    }
    return [];
  });
}
