import { authorComponent } from './authorComponents.ts';
import { placedComponents, placedQuestions, readableText } from './mdxBody.ts';
import type { MdxNode } from './mdxBody.ts';
import type { SectionLoad } from './timeBudget.ts';

/** The load of a section's parsed body. */
export function sectionLoad(root: MdxNode): SectionLoad {
  return {
    characters: readableText(root).length,
    questions: placedQuestions(root).length,
    infographics: placedComponents(root).filter(({ name }) => authorComponent(name)?.infographic).length,
    videoSeconds: 0,
  };
}
