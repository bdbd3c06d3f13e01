import type { Accent } from '../schemas/module.ts';

/** A section's place in the course: what is read and answered there, and how long it takes. */
export interface SectionNode {
  /** Unique within its module; the last part of its address. */
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  /** Time budget, in seconds (see `timeBudget.ts`). Shown rounded to whole minutes. */
  readonly seconds: number;
  /** Questions placed in this section, as `quiz/question`, in the order they appear. */
  readonly questions: readonly string[];
  /** Ids of the videos placed in this section. */
  readonly videos: readonly string[];
  /** The module's content version in which this section last changed in substance, or came: renewals ask for it again. */
  readonly changedIn: number;
}

export interface ModuleNode {
  readonly id: string;
  /** Of one that got another id after it was published: the first one, from which its registrations are derived for ever. */
  readonly registeredAs?: string;
  readonly title: string;
  readonly summary: string;
  /** The author's content version, a positive integer. */
  readonly version: number;
  readonly accent: Accent;
  readonly targetMinutes: number;
  /** The sum of the sections' budgets, in seconds. 0 when announced. */
  readonly seconds: number;
  readonly objectives: readonly string[];
  /** True: only its title and summary are shown; it has no page and cannot be completed. */
  readonly announced: boolean;
  /** True: seen under `npm run dev` only. */
  readonly draft: boolean;
  readonly sections: readonly SectionNode[];
  readonly closingQuiz: {
    readonly quiz: string;
    readonly mastery: number;
    readonly questions: readonly string[];
  } | null;
}

/** The course as every room sees it: no answer keys, nothing personal. */
export interface CourseTree {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly modules: readonly ModuleNode[];
}
