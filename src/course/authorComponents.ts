/** What a component's `id` names: a question, a glossary entry, a source, an infographic or a video. */
export type Reference = 'question' | 'term' | 'source' | 'infographic' | 'video';

export interface AuthorComponent {
  /** What its `id` must name; absent where it has no id. */
  readonly refersTo?: Reference;
  /** True: looking at it takes the time of an infographic in the time budget. */
  readonly infographic?: true;
  /** What must be said of it besides the id of what it refers to. */
  readonly needs?: readonly string[];
  /** What else may be said of it: the values allowed, or `text` for any. */
  readonly attributes: Readonly<Record<string, readonly string[] | 'text'>>;
}

/** The components an author may use in MDX. A new one is entered here and in `src/components/Authored.astro`. */
export const authorComponents: Readonly<Record<string, AuthorComponent>> = {
  Callout: { attributes: { type: ['tip', 'note', 'example'], title: 'text' } },
  ClosingQuiz: { attributes: {} },
  Infographic: { refersTo: 'infographic', infographic: true, attributes: {} },
  Question: { refersTo: 'question', attributes: {} },
  Reflection: { needs: ['id', 'prompt'], attributes: { id: 'text', prompt: 'text' } },
  Source: { refersTo: 'source', attributes: { place: 'text', reviewBy: 'text' } },
  Term: { refersTo: 'term', attributes: {} },
  Video: { refersTo: 'video', attributes: {} },
};

/** The author component of this name, or null when there is none. */
export function authorComponent(name: string): AuthorComponent | null {
  return Object.hasOwn(authorComponents, name) ? authorComponents[name]! : null;
}
