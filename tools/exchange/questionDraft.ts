/** A choice, item or pair as another tool's file tells it. `explanation` is null where the file has none. */
interface Explained {
  /** An id the file gave, to be made one of ours; texts make ids where it gave none. */
  readonly id?: string;
  readonly explanation: string | null;
}

export interface DraftChoice extends Explained {
  readonly text: string;
  readonly correct: boolean;
}

export interface DraftItem extends Explained {
  readonly text: string;
}

export interface DraftPair extends Explained {
  readonly left: string;
  readonly right: string;
  readonly rightId?: string;
}

/** A question on its way between our quizzes and another format: plain text, with what both sides know. */
export interface QuestionDraft {
  /** Where it stands in the file, for what is told of it: ”rivi 12” or a file's name. */
  readonly place: string;
  readonly id?: string;
  readonly title?: string;
  readonly prompt: string;
  readonly objectives: readonly string[];
  readonly answers:
    | { readonly type: 'single' | 'multiple'; readonly choices: readonly DraftChoice[] }
    | { readonly type: 'ordering'; readonly items: readonly DraftItem[] }
    | { readonly type: 'matching'; readonly pairs: readonly DraftPair[] };
}

/** Something of a file that was not taken along, or taken otherwise than it stood: a plain sentence with its place. */
export interface Remark {
  readonly place: string;
  readonly sentence: string;
}

/** A whole file of questions, read. */
export interface ReadQuestions {
  /** The quiz's title; null where the file has none. */
  readonly title: string | null;
  readonly drafts: readonly QuestionDraft[];
  readonly remarks: readonly Remark[];
}
