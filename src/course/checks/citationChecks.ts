import { placeOf } from '../authoredContent.ts';
import type { AuthoredContent } from '../authoredContent.ts';
import type { Finding } from '../finding.ts';
import type { Names } from './names.ts';
import { unknownSource, unknownTerm } from './referenceFindings.ts';

/** Glossary entries and infographics that name a source or an entry that is not there. */
export function citationFindings(content: AuthoredContent, names: Names): Finding[] {
  const terms = (content.glossary ?? []).flatMap((term) => {
    if (!term.data) return [];
    return [
      ...unknownSource(term.data.source, placeOf(term, ['source']), names),
      ...term.data.see.flatMap((id, index) => unknownTerm(id, placeOf(term, ['see', index]), names)),
    ];
  });
  const infographics = content.infographics.flatMap((infographic) => {
    return unknownSource(infographic.data?.source.id, placeOf(infographic, ['source', 'id']), names);
  });
  return [...terms, ...infographics];
}
