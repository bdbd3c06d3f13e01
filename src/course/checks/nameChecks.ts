import { id as idSchema } from '../../schemas/id.ts';
import { placeOf } from '../authoredContent.ts';
import type { Authored, AuthoredContent } from '../authoredContent.ts';
import { error, warning } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { reservedNames, reservedSectionNames } from '../reservedNames.ts';

/** Names of files and folders, which become addresses and ids for good. */
export function nameFindings(content: AuthoredContent): Finding[] {
  const sectionId = (section: Authored<unknown>) => section.id.slice(section.id.indexOf('/') + 1);
  const named = [
    ...[...content.courses, ...content.modules, ...content.quizzes].map((authored) => ({
      authored,
      name: authored.id,
    })),
    ...content.sections.map((authored) => ({ authored, name: sectionId(authored) })),
    ...[...(content.glossary ?? []), ...(content.sources ?? [])].map((authored) => ({ authored, name: authored.id })),
  ];
  return [
    ...named.flatMap(({ authored, name }) => badForm(authored, name)),
    ...content.modules.flatMap((module) =>
      reservedNames.has(module.id) ? [reserved(module, 'module', module.id)] : [],
    ),
    ...content.sections.flatMap((section) => {
      return reservedSectionNames.has(sectionId(section)) ? [reserved(section, 'section', sectionId(section))] : [];
    }),
    ...content.strays.map(({ file }) => {
      const fix =
        'Osiot ovat tiedostoja .mdx ja kysymyssarjat .yaml. Vaihda tiedoston pääte tai siirrä se oikeaan kansioon.';
      return warning(
        { file, line: 1 },
        'file-unknown',
        'Tätä tiedostoa ei lue kukaan: sen nimi tai paikka ei ole tunnettu.',
        fix,
      );
    }),
  ];
}

function badForm(authored: Authored<unknown>, name: string): Finding[] {
  if (idSchema.safeParse(name).success) return [];
  const fix =
    'Käytä enintään 60 merkkiä: pieniä kirjaimia a–z, numeroita ja yhdysmerkkejä, ei ääkkösiä eikä välilyöntejä.';
  return [error(placeOf(authored), 'id-form', `Nimi ”${name}” ei kelpaa tunnukseksi, josta tulee myös osoite.`, fix)];
}

function reserved(authored: Authored<unknown>, kind: 'module' | 'section', name: string): Finding {
  const what = kind === 'module' ? 'Moduulin' : 'Osion';
  const message = `${what} nimi ”${name}” on varattu palvelun omalle sivulle.`;
  return error(placeOf(authored), `${kind}-reserved`, message, 'Anna kansiolle tai tiedostolle toinen nimi.');
}
