import type { AnswerForm } from './answerForms.client.ts';
import { clearRows, showRows } from './questionResult.client.ts';

/** A select for each left side. Every one needs a pair, and no two the same. */
export function matchingForm(host: HTMLElement): AnswerForm {
  const selects = [...host.querySelectorAll<HTMLSelectElement>('select[name="response"]')];
  return {
    read: () => {
      const response = selects.map(({ dataset, value }) => `${dataset['left']}:${value}`);
      const values = selects.map(({ value }) => value);
      if (values.includes('')) return { response, problem: 'chooseFirst' };
      return { response, problem: new Set(values).size < values.length ? 'matchTwice' : null };
    },
    write: (response) => {
      const rightOf = new Map(response.map((pair) => pair.split(':') as [string, string]));
      for (const select of selects) select.value = rightOf.get(select.dataset['left'] ?? '') ?? '';
    },
    focusFirst: () => (selects.find(({ value }) => value === '') ?? selects[0])?.focus(),
    showResult: (answer, earlier) => {
      return showRows(host, answer, earlier, (_, correct) => {
        return correct ? { verdict: 'pairRight', look: 'right' } : { verdict: 'pairWrong', look: 'wrong' };
      });
    },
    clearResult: () => clearRows(host),
    afterResult: () => null,
  };
}
