import { AuthorCommandError } from '../../authorCommand.ts';
import { type Remark } from '../questionDraft.ts';
import { readXml, type XmlElement } from '../xml/readXml.ts';
import { attributeOf, childrenOf, textOf, within } from '../xml/xmlTree.ts';
import type { TextsOf } from './moduleUnits.ts';
import { codesOf, type Code, hasWords, type Piece, type Unit, written } from './pieces.ts';
import { isTargetLanguage, type TargetLanguage, type Translation } from './translations.ts';
import { fileId, unitId } from './writeXliff.ts';

export interface ReadXliff {
  readonly language: TargetLanguage;
  /** The sections of the file, `module/section`, with what it has translated of each. */
  readonly sections: readonly { readonly id: string; readonly translations: readonly Translation[] }[];
  readonly remarks: readonly Remark[];
}

export interface XliffHead {
  readonly root: XmlElement;
  readonly language: TargetLanguage;
  readonly module: string;
}

/**
 * A translated file's language and module, by which its originals are found.
 * @throws AuthorCommandError where it is not XLIFF 2 from Finnish to a language of ours, and of one module
 */
export function readXliffHead(text: string, name: string): XliffHead {
  const root = readXml(text, name);
  const version = attributeOf(root, 'version');
  if (root.name !== 'xliff' || !/^2\.\d$/.test(version)) {
    throw new AuthorCommandError(
      `Tiedosto ${name} ei ole XLIFF 2 -muodossa. Tallenna käännös samassa muodossa, jossa se vietiin.`,
    );
  }
  const language = attributeOf(root, 'trgLang').toLowerCase().split('-')[0];
  if (attributeOf(root, 'srcLang').toLowerCase().split('-')[0] !== 'fi' || !isTargetLanguage(language)) {
    throw new AuthorCommandError(
      `Tiedoston ${name} kielet eivät käy. Alkukielen pitää olla fi ja käännöksen sv tai en.`,
    );
  }
  const modules = new Set(childrenOf(root, 'file').map((file) => attributeOf(file, 'id').split('.')[0]!));
  const [module] = modules;
  if (!module || modules.size > 1) throw new AuthorCommandError(`Tiedosto ${name} ei ole yhdestä moduulista viety.`);
  return { root, language, module };
}

/**
 * The translations of a file, for the originals as they are now. What goes around words is taken from the original, never
 * from the file: a translation can bring words only.
 * @throws AuthorCommandError with every unit whose codes did not come back as they were
 */
export function readXliff({ root, language }: XliffHead, originals: readonly TextsOf[]): ReadXliff {
  const remarks: Remark[] = [];
  const broken: string[] = [];
  const sections = childrenOf(root, 'file').flatMap((file) => {
    const texts = originals.find(({ id }) => fileId(id) === attributeOf(file, 'id'));
    if (!texts) {
      remarks.push({
        place: attributeOf(file, 'id'),
        sentence: 'Osiota ei enää ole, joten sen käännökset jäivät pois.',
      });
      return [];
    }
    const translations = within(file, 'unit').flatMap((element) => {
      const target = targetOf(element);
      if (!target) return [];
      const unit = texts.units.find((one) => unitId(one) === attributeOf(element, 'id')) ?? moved(texts, element);
      const place = `${texts.id}, ${attributeOf(element, 'name') || attributeOf(element, 'id')} (rivi ${element.line})`;
      if (!unit) {
        remarks.push({
          place,
          sentence: 'Suomenkielinen teksti on muuttunut viennin jälkeen, joten käännös jäi pois.',
        });
        return [];
      }
      const pieces = piecesOf(target, new Map(codesOf(unit.pieces).map((code) => [code.id, code])));
      if (pieces === null || !sameCodes(pieces, unit.pieces)) {
        broken.push(`  ${place}`);
        return [];
      }
      if (!hasWords(pieces)) return [];
      const { key, hash, mdx } = unit;
      return [{ key, hash, source: written(unit.pieces, mdx), target: written(pieces, mdx) }];
    });
    return [{ id: texts.id, translations }];
  });
  if (broken.length === 0) return { language, sections, remarks };
  throw new AuthorCommandError(
    `Näistä käännöksistä puuttuu merkintöjä (linkkejä, termejä, lähteitä, korostuksia), tai niitä on liikaa. Jokaisen pitää olla käännöksessä kerran. Mitään ei tuotu.\n${broken.join('\n')}`,
  );
}

/** A text that stands elsewhere in the section than when it went out is known by its hash. */
function moved(texts: TextsOf, element: XmlElement): Unit | undefined {
  return texts.units.find(({ hash }) => attributeOf(element, 'id').endsWith(`.${hash}`));
}

/** A unit's whole target, its segments one after another; null where one of them has none. */
function targetOf(unit: XmlElement): (XmlElement | string)[] | null {
  const parts = childrenOf(unit, 'segment', 'ignorable');
  const targets = parts.map((part) => {
    const target = childrenOf(part, 'target')[0];
    if (target) return target.children;
    return part.name === 'ignorable' ? (childrenOf(part, 'source')[0]?.children ?? []) : null;
  });
  if (targets.length === 0 || targets.includes(null)) return null;
  const whole = targets.flatMap((children) => children ?? []);
  const words = whole.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
  return words.trim() === '' ? null : whole;
}

/** The words and codes of a target; null where a code is none of the original's, or of another kind. */
function piecesOf(children: readonly (XmlElement | string)[], codes: ReadonlyMap<string, Code>): Piece[] | null {
  const pieces: Piece[] = [];
  for (const child of children) {
    if (typeof child === 'string') {
      pieces.push(child.replace(/\s+/g, ' '));
      continue;
    }
    // A mark is a translator's note on words (XLIFF 2.0, 4.3.1.10): the words stay.
    const inside = piecesOf(child.children, codes);
    if (inside === null) return null;
    if (child.name === 'mrk') pieces.push(...inside);
    else {
      const code = codes.get(attributeOf(child, 'id'));
      if (!code || child.name !== (code.close === null ? 'ph' : 'pc')) return null;
      pieces.push({ ...code, pieces: inside });
    }
  }
  return pieces;
}

function sameCodes(some: readonly Piece[], others: readonly Piece[]): boolean {
  const ids = (pieces: readonly Piece[]) =>
    codesOf(pieces)
      .map(({ id }) => id)
      .sort()
      .join(' ');
  return ids(some) === ids(others);
}
