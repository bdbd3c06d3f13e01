import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { AuthorCommandError } from '../../authorCommand.ts';
import type { Unit } from './pieces.ts';
import type { TextsOf } from './moduleUnits.ts';

/** Languages that the content can be translated into: those of the interface besides Finnish. */
export const targetLanguages = ['sv', 'en'] as const;
export type TargetLanguage = (typeof targetLanguages)[number];

export function isTargetLanguage(text: string | undefined): text is TargetLanguage {
  return targetLanguages.some((language) => language === text);
}

const translationSchema = z.strictObject({
  key: z.string(),
  /** Of the original that was translated. */
  hash: z.string(),
  source: z.string(),
  target: z.string(),
});

/** A section's translations: `src/content/translations/<language>/<module>/<section>.yaml`. */
export const translationsSchema = z.strictObject({ units: z.array(translationSchema) });
export type Translation = z.infer<typeof translationSchema>;

export function translationsFile(language: TargetLanguage, id: string): string {
  return `src/content/translations/${language}/${id}.yaml`;
}

/** The translations that are kept of a section; none where it has no file yet. */
export async function readTranslations(
  root: string,
  language: TargetLanguage,
  id: string,
): Promise<Translation[] | null> {
  const file = translationsFile(language, id);
  try {
    return translationsSchema.parse(parse(await readFile(join(root, file), 'utf8'))).units;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new AuthorCommandError(`Tiedostoa ${file} ei voi lukea. Palauta se versionhallinnasta.`);
  }
}

export interface UnitState {
  readonly unit: Unit;
  /** Stale: the Finnish original has changed since it was translated. */
  readonly state: 'translated' | 'stale' | 'missing';
  readonly translation: Translation | null;
}

/**
 * How each text of a section stands. One that moved within the section keeps its translation, for it is found by its
 * original; one whose place has a translation of an original that is no more is stale.
 */
export function statesOf({ units }: TextsOf, kept: readonly Translation[]): UnitState[] {
  const current = new Set(units.map(({ hash }) => hash));
  return units.map((unit) => {
    const same = kept.filter(({ hash }) => hash === unit.hash);
    const translation = same.find(({ key }) => key === unit.key) ?? same[0];
    if (translation) return { unit, state: 'translated', translation };
    const old = kept.find(({ key, hash }) => key === unit.key && !current.has(hash));
    return old ? { unit, state: 'stale', translation: old } : { unit, state: 'missing', translation: null };
  });
}

/**
 * What is kept when translations come in. A new one takes the place of the one of its text, and of one in its place whose
 * original is no more; one whose original moved elsewhere stays, and so does all that did not come.
 */
export function withTranslations(
  before: readonly Translation[],
  incoming: readonly Translation[],
  units: readonly Unit[],
): Translation[] {
  const current = new Set(units.map(({ hash }) => hash));
  const replaced = ({ key, hash }: Translation) => {
    return incoming.some((one) => one.key === key && (one.hash === hash || !current.has(hash)));
  };
  return [...before.filter((one) => !replaced(one)), ...incoming].sort((a, b) => {
    return a.key.localeCompare(b.key, 'en', { numeric: true });
  });
}
