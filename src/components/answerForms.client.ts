import { choiceForm } from './choiceForm.client.ts';
import type { AnsweredQuestion } from './progress.client.ts';

/** What the learner has put into a question's form. */
export interface FormAnswer {
  readonly response: readonly string[];
  /** Why it cannot be sent yet, as a name of the element's data; null when it can. */
  readonly problem: 'chooseFirst' | 'matchTwice' | null;
}

/** The part of a question that differs by its type: how an answer is put in, read and explained. */
export interface AnswerForm {
  read(): FormAnswer;
  /** Puts an answer in; an empty one brings back the beginning. */
  write(response: readonly string[]): void;
  focusFirst(): void;
  /** Shows what was told of an answer. @returns what to say aloud */
  showResult(answer: AnsweredQuestion, earlier: boolean): string;
  clearResult(): void;
  /** Where the focus goes when a result has come; null for the button to try again. */
  afterResult(): HTMLElement | null;
}

/**
 * The form of a question's element, by its `data-type`; what only some types need is fetched where they stand. Moves and
 * choices reach the element as `change` events.
 */
export async function answerFormOf(host: HTMLElement): Promise<AnswerForm> {
  switch (host.dataset['type']) {
    case 'ordering':
      return (await import('./orderingForm.client.ts')).orderingForm(host);
    case 'matching':
      return (await import('./matchingForm.client.ts')).matchingForm(host);
    case 'branching':
      return (await import('./caseForm.client.ts')).caseForm(host);
    case undefined:
    default:
      return choiceForm(host);
  }
}
