import { getCollection } from 'astro:content';
import { parseMdx, placedComponents } from '../course/mdxBody.ts';
import type { ModuleNode, SectionNode } from '../course/tree.ts';
import { openModules } from './siteCourse.ts';

/** A section in which a term is used. */
export interface TermUse {
  readonly module: ModuleNode;
  readonly section: SectionNode;
}

/** The sections that use each term of the glossary, by the term's id, in the course's order. */
export async function termUses(): Promise<ReadonlyMap<string, readonly TermUse[]>> {
  const bodies = new Map((await getCollection('sections')).map(({ id, body = '' }) => [id, body]));
  const uses = (await openModules()).flatMap((module) =>
    module.sections.flatMap((section) => {
      const terms = termsIn(bodies.get(`${module.id}/${section.id}`) ?? '');
      return [...terms].map((term) => ({ term, module, section }));
    }),
  );
  return Map.groupBy(uses, ({ term }) => term);
}

/** The terms that a section's text places: none where it cannot be read, which its own page tells in the preview. */
function termsIn(body: string): ReadonlySet<string> {
  try {
    const placed = placedComponents(parseMdx(body));
    return new Set(placed.flatMap(({ name, text }) => (name === 'Term' && text['id'] ? [text['id']] : [])));
  } catch {
    return new Set();
  }
}
