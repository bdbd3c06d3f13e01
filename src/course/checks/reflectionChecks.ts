import { placeInBody } from '../authoredContent.ts';
import type { AuthoredContent } from '../authoredContent.ts';
import { error } from '../finding.ts';
import type { Finding, Place } from '../finding.ts';
import { placedComponents } from '../mdxBody.ts';

/** Reflections: what a learner writes is kept by module and reflection, so that two of one id would show each other's text. */
export function reflectionFindings(content: AuthoredContent): Finding[] {
  const first = new Map<string, Place>();
  return [...content.modules, ...content.sections].flatMap((authored) => {
    if (!authored.mdx) return [];
    const [module] = authored.id.split('/');
    return placedComponents(authored.mdx).flatMap(({ name, text, line }) => {
      if (name !== 'Reflection' || !text['id']) return [];
      const place = placeInBody(authored, line);
      const key = `${module}/${text['id']}`;
      const before = first.get(key);
      first.set(key, before ?? place);
      if (!before) return [];
      const message = `Pohdinta ”${text['id']}” on jo kohdassa ${before.file}:${before.line}. Oppija näkisi molemmissa saman tekstin.`;
      return [
        error(place, 'reflection-twice', message, 'Anna toiselle oma tunnus. Samassa moduulissa jokainen on eri.'),
      ];
    });
  });
}
