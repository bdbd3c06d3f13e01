import type { Authored } from '../../../src/course/authoredContent.ts';
import { placeOf } from '../../../src/course/authoredContent.ts';
import { error } from '../../../src/course/finding.ts';
import type { Finding } from '../../../src/course/finding.ts';
import type { StoryboardData } from '../../../src/schemas/storyboard.ts';
import { recipe } from '../recipe.ts';

/**
 * Sentences spoken far too fast or slowly for their letters: the synthesiser misread them, or the recording is of another sentence.
 * @param seconds of speech by scene and sentence.
 */
export function speechRateFindings(
  storyboard: Authored<StoryboardData>,
  seconds: readonly (readonly number[])[],
): Finding[] {
  const { slowest, fastest } = recipe.speechRate;
  return storyboard.data!.scenes.flatMap(({ narration }, scene) =>
    narration.flatMap(({ text, say }, sentence) => {
      const rate = (say ?? text).length / seconds[scene]![sentence]!;
      if (rate >= slowest && rate <= fastest) return [];
      const place = placeOf(storyboard, ['scenes', scene, 'narration', sentence]);
      const message = `Virke luetaan ${Math.round(rate)} merkkiä sekunnissa, kun sopiva on ${slowest}–${fastest}: ”${text}”`;
      const fix = 'Kuuntele virke. Kirjoita se rivillä say toisin, tai tarkista, että äänite on tästä virkkeestä.';
      return [error(place, 'speech-rate', message, fix)];
    }),
  );
}
