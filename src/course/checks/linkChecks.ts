import { placeInBody } from '../authoredContent.ts';
import type { AuthoredContent } from '../authoredContent.ts';
import { error, warning } from '../finding.ts';
import type { Finding, Place } from '../finding.ts';
import { nodesOf, readableText } from '../mdxBody.ts';
import { suggest } from '../nearest.ts';
import { reservedNames } from '../reservedNames.ts';
import type { Names } from './names.ts';

/** Link texts that say nothing where they are read alone, as a screen reader lists them (WCAG 2.2, 2.4.4). */
const empty = new Set(['', 'tästä', 'täältä', 'tässä', 'linkki', 'linkistä', 'klikkaa', 'lue lisää', 'sivu']);

/** Links that lead nowhere on this site, that are not safe, and whose words do not say where they lead. */
export function linkFindings(content: AuthoredContent, names: Names): Finding[] {
  return [...content.modules, ...content.sections].flatMap((authored) => {
    if (!authored.mdx) return [];
    return [...nodesOf(authored.mdx)].flatMap((node) => {
      if (node.type !== 'link' || node.url === undefined) return [];
      const place = placeInBody(authored, node.position?.start.line ?? 1);
      return [...wording(readableText(node), place), ...address(node.url, place, names)];
    });
  });
}

function wording(text: string, place: Place): Finding[] {
  if (!empty.has(text.toLowerCase().replace(/[.:!]$/, ''))) return [];
  const message = text === '' ? 'Linkillä ei ole tekstiä.' : `Linkin teksti ”${text}” ei kerro, minne linkki vie.`;
  return [warning(place, 'link-text', message, 'Kirjoita linkin tekstiksi sen sivun nimi, jolle linkki vie.')];
}

function address(url: string, place: Place, names: Names): Finding[] {
  if (/^http:/i.test(url)) {
    const fix = 'Kirjoita osoitteen alkuun https://, jos sivu toimii niin.';
    return [warning(place, 'link-http', `Linkki ”${url}” ei ole suojattu.`, fix)];
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('#')) return [];
  const [path = ''] = url.split(/[?#]/);
  const [, lang, module, section] = /^\/(fi|sv|en)\/(?:([^/]+)\/(?:([^/]+)\/?)?)?$/.exec(path) ?? [];
  if (lang === undefined) {
    const fix = 'Kirjoita sivun oma osoite, esimerkiksi /fi/glossary/, tai koko osoite https://…';
    return [error(place, 'link-dead', `Linkki ”${url}” ei vie millekään sivulle.`, fix)];
  }
  if (module === undefined || (section === undefined && reservedNames.has(module))) return [];
  const known = section === undefined ? names.modules : names.sections;
  const wanted = section === undefined ? module : `${module}/${section}`;
  if (known.has(wanted)) return [];
  const fix = suggest(wanted, known, 'Korjaa osoite tai poista linkki.');
  return [error(place, 'link-dead', `Sivua ”${wanted}” ei ole.`, fix)];
}
