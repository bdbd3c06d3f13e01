import type { AnswerForm } from './answerForms.client.ts';
import { clearRows, showRows } from './questionResult.client.ts';

/** Radio buttons or checkboxes: choices are taken. */
export function choiceForm(host: HTMLElement): AnswerForm {
  const inputs = [...host.querySelectorAll<HTMLInputElement>('input[name="response"]')];
  const isSingle = host.dataset['type'] !== 'multiple';
  return {
    read: () => {
      const response = inputs.filter(({ checked }) => checked).map(({ value }) => value);
      return { response, problem: response.length === 0 ? 'chooseFirst' : null };
    },
    write: (response) => {
      for (const input of inputs) input.checked = response.includes(input.value);
    },
    focusFirst: () => inputs[0]?.focus(),
    showResult: (answer, earlier) => {
      return showRows(host, answer, earlier, (choice, correct) => {
        const isChosen = answer.response.includes(choice);
        if (isChosen && correct) return { verdict: isSingle ? 'right' : 'chosenRight', look: 'right' };
        if (isChosen) return { verdict: isSingle ? 'wrong' : 'chosenWrong', look: 'wrong' };
        return { verdict: correct ? 'missed' : 'leftOut', look: 'other' };
      });
    },
    clearResult: () => clearRows(host),
    afterResult: () => null,
  };
}
