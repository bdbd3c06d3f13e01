import { placeOf } from '../authoredContent.ts';
import type { Authored, AuthoredContent, Path } from '../authoredContent.ts';
import { error, warning } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { placedComponents } from '../mdxBody.ts';
import type { InfographicData } from '../../schemas/infographic.ts';

/** The longest word that the narrowest box of a drawing holds. */
const longestWord = 22;

/** Infographics that cannot be drawn as they are written, and those that no text shows. */
export function infographicFindings(content: AuthoredContent): Finding[] {
  const shown = placedIn(content);
  return content.infographics.flatMap((infographic) => [
    ...(infographic.data ? [...wordFindings(infographic), ...idFindings(infographic)] : []),
    ...(infographic.data ? kindFindings(infographic, infographic.data) : []),
    ...(shown.has(infographic.id) ? [] : [unused(infographic)]),
  ]);
}

function placedIn(content: AuthoredContent): Set<string | undefined> {
  const placed = [...content.modules, ...content.sections].flatMap(({ mdx }) => (mdx ? placedComponents(mdx) : []));
  return new Set(placed.filter(({ name }) => name === 'Infographic').map(({ text }) => text['id']));
}

function unused(infographic: Authored<InfographicData>): Finding {
  const fix = `Lisää tekstiin <Infographic id="${infographic.id}" /> tai poista tiedosto.`;
  return warning(placeOf(infographic), 'infographic-unused', 'Kuvaa ei näytetä missään.', fix);
}

/** Words stay whole in a picture, so that a very long one would leave its box. */
function wordFindings(infographic: Authored<InfographicData>): Finding[] {
  return fieldsIn(infographic.raw).flatMap(({ path, value }) => {
    if (typeof value !== 'string' || !['label', 'note'].includes(String(path.at(-1)))) return [];
    const long = value.split(/[\s–/-]+/).filter(({ length }) => length > longestWord);
    return long.map((word) => {
      const message = `Sana ”${word}” ei mahdu kuvaan: siinä on ${word.length} merkkiä, enintään ${longestWord}.`;
      const fix = 'Valitse lyhyempi sana tai jaa se yhdysmerkillä.';
      return error(placeOf(infographic, path), 'infographic-word', message, fix);
    });
  });
}

function idFindings(infographic: Authored<InfographicData>): Finding[] {
  const seen = new Set<string>();
  return fieldsIn(infographic.raw).flatMap(({ path, value }) => {
    if (path.length < 2 || path.at(-1) !== 'id' || path[0] === 'source') return [];
    const list = JSON.stringify([path.slice(0, -2), value]);
    if (!seen.has(list)) {
      seen.add(list);
      return [];
    }
    const message = `Kahdella kohdalla on sama tunnus ”${String(value)}”.`;
    return [error(placeOf(infographic, path), 'infographic-id-twice', message, 'Anna kullekin kohdalle oma id.')];
  });
}

function kindFindings(infographic: Authored<InfographicData>, data: InfographicData): Finding[] {
  if (data.kind === 'pictogram') {
    return data.rows.flatMap(({ marked, total }, index) => {
      if (marked <= total) return [];
      const message = `Värillisiä hahmoja on ${marked}, vaikka kaikkia on ${total}.`;
      const fix = 'Kirjoita marked-kenttään enintään yhtä suuri luku kuin total-kenttään.';
      return [error(placeOf(infographic, ['rows', index, 'marked']), 'infographic-marked', message, fix)];
    });
  }
  if (data.kind === 'phases') {
    const opening = data.phases.flatMap(({ opens }, index) => (opens ? [index] : []));
    return opening.slice(1).map((index) => {
      const fix = 'Jätä opens vain yhteen jaksoon tai tee toisesta oma kuvansa.';
      const place = placeOf(infographic, ['phases', index, 'opens']);
      return error(place, 'infographic-opens', 'Kaksi jaksoa avautuu, mutta kuvassa on tilaa yhdelle.', fix);
    });
  }
  return [];
}

/** Every field of a YAML value, with its place. */
function fieldsIn(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([step, inner]) => {
    const at = [...path, step];
    return [{ path: at, value: inner }, ...fieldsIn(inner, at)];
  });
}
