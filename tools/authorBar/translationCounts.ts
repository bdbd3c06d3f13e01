import type { ReadContent } from '../../src/course/readContent.ts';
import type { TranslationCount } from '../../src/course/artefact.ts';
import { AuthorCommandError } from '../authorCommand.ts';
import { unitsOf } from '../exchange/xliff/moduleUnits.ts';
import { readTranslations, statesOf, targetLanguages } from '../exchange/xliff/translations.ts';

/**
 * How the translations of every module stand, per file and language. A module or a file that cannot be read has none to
 * tell: the content check says what is wrong with it.
 */
export async function translationCounts(root: string, content: ReadContent): Promise<TranslationCount[]> {
  const texts = content.entries.modules.flatMap(({ id }) => readable(() => unitsOf(content, id)) ?? []);
  const counts = await Promise.all(
    texts.flatMap((one) =>
      targetLanguages.map(async (language) => {
        const kept = await readTranslations(root, language, one.id).catch(passedOver);
        if (kept === undefined) return [];
        const states = statesOf(one, kept ?? []);
        const count = (wanted: string) => states.filter(({ state }) => state === wanted).length;
        const [module, section] = one.id.split('/') as [string, string];
        const { length: texts } = states;
        return [{ module, section, language, texts, missing: count('missing'), stale: count('stale') }];
      }),
    ),
  );
  return counts.flat();
}

function readable<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    return passedOver(error);
  }
}

function passedOver(error: unknown): undefined {
  if (error instanceof AuthorCommandError) return undefined;
  throw error;
}
