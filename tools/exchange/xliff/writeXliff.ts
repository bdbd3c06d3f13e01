import { element, lines, text, type Xml, xmlFile } from '../xml/writeXml.ts';
import type { TextsOf } from './moduleUnits.ts';
import { codesOf, type Code, type Piece } from './pieces.ts';
import { readWritten } from './readWritten.ts';
import { statesOf, type TargetLanguage, type Translation, type UnitState } from './translations.ts';

/**
 * A module's texts as XLIFF 2.0, a `file` for each section: https://docs.oasis-open.org/xliff/xliff-core/v2.0/. A unit's id
 * holds its original's hash, for every tool keeps ids. Codes may be moved but neither removed nor copied.
 * @param kept each section's translations so far; what is translated and not stale goes along
 */
export function writeXliff(
  language: TargetLanguage,
  sections: readonly { readonly texts: TextsOf; readonly kept: readonly Translation[] }[],
): string {
  const files = sections.map(({ texts, kept }) => {
    const units = statesOf(texts, kept).map((state) => unitOf(state));
    return element('file', { id: fileId(texts.id), original: texts.file }, lines(...units));
  });
  const root = { xmlns: 'urn:oasis:names:tc:xliff:document:2.0', version: '2.0', srcLang: 'fi', trgLang: language };
  return xmlFile(element('xliff', root, lines(...files)));
}

/** A file's id has no slash (XLIFF 2.0, 4.3.1.17: an NMTOKEN). */
export function fileId(section: string): string {
  return section.replace('/', '.');
}

export function unitId({ key, hash }: { readonly key: string; readonly hash: string }): string {
  return `${key}.${hash}`;
}

function unitOf({ unit, state, translation }: UnitState): Xml {
  const data = codesOf(unit.pieces).flatMap((code) => [
    element('data', { id: `${code.id}o` }, code.open),
    ...(code.close === null ? [] : [element('data', { id: `${code.id}c` }, code.close)]),
  ]);
  const old =
    translation && state === 'stale'
      ? [`Edellinen alkuperäinen: ${translation.source}`, `Sen käännös: ${translation.target}`]
      : [];
  const notes = old.map((note) => element('note', { category: 'previous' }, note));
  const done = translation && state === 'translated' ? readWritten(translation.target, unit) : null;
  const target = done ? [element('target', {}, inline(done))] : [];
  const segment = element(
    'segment',
    { state: done ? 'translated' : 'initial' },
    element('source', {}, inline(unit.pieces)),
    ...target,
  );
  return element(
    'unit',
    { id: unitId(unit), name: unit.key, canResegment: 'no' },
    ...(notes.length > 0 ? [element('notes', {}, ...notes)] : []),
    ...(data.length > 0 ? [element('originalData', {}, ...data)] : []),
    segment,
  );
}

function inline(pieces: readonly Piece[]): Xml {
  return { xml: pieces.map((piece) => (typeof piece === 'string' ? text(piece) : code(piece)).xml).join('') };
}

function code({ id, close, pieces }: Code): Xml {
  const fixed = { canCopy: 'no', canDelete: 'no' };
  if (close === null) return element('ph', { id, ...fixed, dataRef: `${id}o` });
  return element('pc', { id, ...fixed, dataRefEnd: `${id}c`, dataRefStart: `${id}o` }, inline(pieces));
}
