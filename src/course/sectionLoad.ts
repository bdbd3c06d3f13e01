import { authorComponent } from './authorComponents.ts';
import { askedQuestions, placedComponents, placedVideos, readableText } from './mdxBody.ts';
import type { MdxNode } from './mdxBody.ts';
import type { SectionLoad } from './timeBudget.ts';

/** What the load of a section depends on beside its own text. */
export interface LoadSources {
  /** The questions of the module's closing quiz, as `quiz/question`. */
  readonly closingQuestions: readonly string[];
  /** How many questions' time one takes: see `questionWeight`. */
  readonly questionWeight: (question: string) => number;
  /** How long a video takes, in seconds; 0 for one that is not built. */
  readonly videoSeconds: (video: string) => number;
}

/** The load of a section's parsed body. */
export function sectionLoad(
  root: MdxNode,
  { closingQuestions, questionWeight, videoSeconds }: LoadSources,
): SectionLoad {
  return {
    characters: readableText(root).length,
    questions: askedQuestions(root, closingQuestions).reduce((sum, question) => sum + questionWeight(question), 0),
    infographics: placedComponents(root).filter(({ name }) => authorComponent(name)?.infographic).length,
    videoSeconds: placedVideos(root).reduce((sum, video) => sum + videoSeconds(video), 0),
  };
}
