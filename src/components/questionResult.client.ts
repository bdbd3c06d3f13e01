import type { AnsweredQuestion } from './progress.client.ts';

/**
 * Opens the explanations in the rows of a question's choices.
 * @returns what to say aloud; nothing for an answer given earlier, which was heard then
 */
export function showResult(host: HTMLElement, answer: AnsweredQuestion, earlier: boolean): string {
  const words = host.dataset;
  const explanations = new Map(answer.explanations.map((explanation) => [explanation.choice, explanation]));
  const spoken: string[] = [];
  for (const row of rowsOf(host)) {
    const choice = row.dataset['choice'] ?? '';
    const explanation = explanations.get(choice);
    row.classList.remove('right', 'wrong', 'other');
    if (!explanation) continue;
    const { verdict, look } = judge(answer.response.includes(choice), explanation.correct, words['type'] === 'single');
    row.classList.add(look);
    openRow(row, words[verdict] ?? '', explanation.text);
    spoken.push(`${words[verdict]} ${explanation.text}`);
  }
  const summary = summaryOf(words, answer, earlier);
  const place = host.querySelector<HTMLElement>('[data-part="summary"]')!;
  place.textContent = summary;
  place.hidden = summary === '';
  return earlier ? '' : [summary, ...spoken].join(' ');
}

/** Closes every explanation. */
export function clearResult(host: HTMLElement): void {
  host.querySelector<HTMLElement>('[data-part="summary"]')!.hidden = true;
  for (const row of rowsOf(host)) {
    row.classList.remove('right', 'wrong', 'other');
    row.querySelector<HTMLElement>('.explanation')!.hidden = true;
    row.querySelector('input')!.removeAttribute('aria-describedby');
  }
}

/** The words of a choice's row (a name of the element's data) and its look. */
function judge(chosen: boolean, correct: boolean, single: boolean): { verdict: string; look: string } {
  if (chosen && correct) return { verdict: single ? 'right' : 'chosenRight', look: 'right' };
  if (chosen) return { verdict: single ? 'wrong' : 'chosenWrong', look: 'wrong' };
  return { verdict: correct ? 'missed' : 'leftOut', look: 'other' };
}

function summaryOf(words: DOMStringMap, answer: AnsweredQuestion, earlier: boolean): string {
  if (earlier) return words[answer.success ? 'earlierRight' : 'earlierWrong'] ?? '';
  if (words['type'] === 'single') return '';
  return words[answer.success ? 'right' : 'wrongAdvice'] ?? '';
}

function openRow(row: HTMLElement, verdict: string, text: string): void {
  const explanation = row.querySelector<HTMLElement>('.explanation')!;
  explanation.querySelector('[data-part="verdict"]')!.textContent = verdict;
  explanation.querySelector('[data-part="why"]')!.textContent = text;
  explanation.hidden = false;
  explanation.classList.add('appear');
  row.querySelector('input')!.setAttribute('aria-describedby', explanation.id);
}

function rowsOf(host: HTMLElement): HTMLElement[] {
  return [...host.querySelectorAll<HTMLElement>('[data-choice]')];
}
