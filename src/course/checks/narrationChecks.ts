import { placeOf } from '../authoredContent.ts';
import type { Authored } from '../authoredContent.ts';
import { error } from '../finding.ts';
import type { Finding } from '../finding.ts';
import type { StoryboardData } from '../../schemas/storyboard.ts';

/** Sentences a speech synthesiser would misread: they need `say`, written as they are spoken. */
export function narrationFindings(storyboard: Authored<StoryboardData>): Finding[] {
  return (storyboard.data?.scenes ?? []).flatMap(({ narration }, scene) =>
    narration.flatMap(({ text, say }, sentence) => {
      const misread = misreadIn(say ?? text);
      if (misread === null) return [];
      const path = ['scenes', scene, 'narration', sentence, say === undefined ? 'text' : 'say'];
      const fix =
        say === undefined
          ? 'Lisää virkkeelle rivi say, jossa koko virke on kirjoitettu niin kuin se sanotaan: luvut ja lyhenteet sanoina.'
          : 'Kirjoita kohta rivillä say niin kuin se sanotaan.';
      return [error(placeOf(storyboard, path), 'narration', `Puheääni lukee väärin kohdan ”${misread}”.`, fix)];
    }),
  );
}

const misreadings = [
  // Numbers, with the signs that belong to them.
  /[\d][\d\s.,–:/-]*[\d%]|\d|%/u,
  // Abbreviations: with a point in the middle of a sentence, known ones, and words in capitals.
  /\p{L}+\.(?=\s+\p{Ll})/u,
  /(?<!\p{L})(?:esim|mm|ns|nk|yms|ym|jne|tms|ks|vrt|puh|os|klo|eKr|jKr)(?!\p{L})\.?/u,
  /(?<!\p{L})\p{Lu}{2,}(?!\p{L})/u,
  // Anything but letters of ISO-8859-1 and the marks of a sentence.
  /[^A-Za-zÀ-ÖØ-öø-ÿ\s,.;:?!'-]/u,
];

/** The first thing in a text that a synthesiser would misread, or null. */
export function misreadIn(text: string): string | null {
  const found = misreadings.map((pattern) => pattern.exec(text)).filter((match) => match !== null);
  return found.sort((a, b) => a.index - b.index)[0]?.[0].trim() ?? null;
}
