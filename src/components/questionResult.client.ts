import type { AnsweredQuestion } from './progress.client.ts';

/** The words of a row (a name of the element's data) and its look. */
export interface Verdict {
  readonly verdict: string;
  readonly look: 'right' | 'wrong' | 'other';
}

/**
 * Opens the explanations in the rows of a question.
 * @returns what to say aloud; nothing for an answer given earlier, which was heard then
 */
export function showRows(
  host: HTMLElement,
  answer: AnsweredQuestion,
  earlier: boolean,
  judge: (choice: string, correct: boolean) => Verdict,
): string {
  const explanations = new Map(answer.explanations.map((explanation) => [explanation.choice, explanation]));
  const spoken: string[] = [];
  for (const row of rowsOf(host)) {
    const choice = row.dataset['choice'] ?? '';
    const explanation = explanations.get(choice);
    row.classList.remove('right', 'wrong', 'other');
    if (!explanation) continue;
    const { verdict, look } = judge(choice, explanation.correct);
    const words = host.dataset[verdict] ?? '';
    row.classList.add(look);
    openRow(row, words, explanation.text);
    spoken.push(`${words} ${explanation.text}`);
  }
  const summary = summaryOf(host.dataset, answer, earlier);
  const place = host.querySelector<HTMLElement>('[data-part="summary"]')!;
  place.textContent = summary;
  place.hidden = summary === '';
  return earlier ? '' : [summary, ...spoken].join(' ');
}

/** Closes every explanation. */
export function clearRows(host: HTMLElement): void {
  host.querySelector<HTMLElement>('[data-part="summary"]')!.hidden = true;
  for (const row of rowsOf(host)) {
    row.classList.remove('right', 'wrong', 'other');
    row.querySelector<HTMLElement>('.explanation')!.hidden = true;
    row.querySelector('input, select')?.removeAttribute('aria-describedby');
  }
}

function summaryOf(words: DOMStringMap, answer: AnsweredQuestion, earlier: boolean): string {
  if (earlier) return words[answer.success ? 'earlierRight' : 'earlierWrong'] ?? '';
  if (words['type'] === 'single' || words['type'] === 'true-false') return '';
  return words[answer.success ? 'right' : 'wrongAdvice'] ?? '';
}

function openRow(row: HTMLElement, verdict: string, text: string): void {
  const explanation = row.querySelector<HTMLElement>('.explanation')!;
  explanation.querySelector('[data-part="verdict"]')!.textContent = verdict;
  explanation.querySelector('[data-part="why"]')!.textContent = text;
  explanation.hidden = false;
  explanation.classList.add('appear');
  row.querySelector('input, select')?.setAttribute('aria-describedby', explanation.id);
}

function rowsOf(host: HTMLElement): HTMLElement[] {
  return [...host.querySelectorAll<HTMLElement>('.row[data-choice]')];
}
