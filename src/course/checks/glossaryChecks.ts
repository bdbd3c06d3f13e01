import { placeOf } from '../authoredContent.ts';
import type { AuthoredContent } from '../authoredContent.ts';
import type { Finding } from '../finding.ts';
import type { Names } from './names.ts';
import { unknownSource, unknownTerm } from './referenceFindings.ts';

/** Glossary entries that name a source or another entry that is not there. */
export function glossaryFindings(content: AuthoredContent, names: Names): Finding[] {
  return (content.glossary ?? []).flatMap((term) => {
    if (!term.data) return [];
    return [
      ...unknownSource(term.data.source, placeOf(term, ['source']), names),
      ...term.data.see.flatMap((id, index) => unknownTerm(id, placeOf(term, ['see', index]), names)),
    ];
  });
}
