import type { AnswerForm } from './answerForms.client.ts';
import type { AnsweredQuestion, ReachedStep } from './progress.client.ts';

/** A branching case: each choice sends the path so far, and the reply opens what followed and the next step. */
export function caseForm(host: HTMLElement): AnswerForm {
  const part = <Part extends HTMLElement>(name: string) => host.querySelector<Part>(`[data-part="${name}"]`)!;
  const [trail, scene, rows, summary] = [part('trail'), part('scene'), part('step-choices'), part('summary')];
  const start: ReachedStep = {
    id: '',
    text: scene.textContent.trim(),
    choices: [...rows.querySelectorAll<HTMLElement>('[data-choice]')].map((row) => {
      return { id: row.dataset['choice'] ?? '', text: row.querySelector('label')!.textContent.trim() };
    }),
    end: null,
  };
  let path: readonly string[] = [];

  const showStep = (step: ReachedStep): void => {
    scene.textContent = step.text;
    rows.replaceChildren(...step.choices.map((choice) => choiceRow(part('choice-template'), choice)));
  };
  const showTrail = ({ response, explanations, case: reached }: AnsweredQuestion): ReachedStep => {
    const steps = [start, ...(reached?.steps ?? [])];
    path = response.slice(0, steps.length - 1);
    trail.replaceChildren(
      ...path.map((choice, index) => {
        const text = steps[index]!.choices.find(({ id }) => id === choice)?.text ?? '';
        return passedStep(part('passed-template'), [steps[index]!.text, text, explanations[index]?.text ?? '']);
      }),
    );
    return steps.at(-1)!;
  };

  return {
    read: () => {
      const chosen = rows.querySelector<HTMLInputElement>('input:checked');
      return { response: chosen ? [...path, chosen.value] : path, problem: chosen ? null : 'chooseFirst' };
    },
    write: (response) => {
      if (response.length > 0) {
        const last = [...rows.querySelectorAll('input')].find(({ value }) => value === response.at(-1));
        if (last) last.checked = true;
        return;
      }
      path = [];
      trail.replaceChildren();
      summary.hidden = true;
      showStep(start);
    },
    focusFirst: () => scene.focus(),
    showResult: (answer, earlier) => {
      const step = showTrail(answer);
      showStep(step);
      const words = step.end === null ? '' : (host.dataset[step.end === 'good' ? 'endGood' : 'endOther'] ?? '');
      summary.textContent = words;
      summary.hidden = words === '';
      host.toggleAttribute('data-under-way', step.end === null);
      return earlier ? '' : [answer.explanations.at(-1)?.text, step.text, words].join(' ');
    },
    clearResult: () => undefined,
    afterResult: () => scene,
  };
}

function choiceRow(template: HTMLElement, choice: { readonly id: string; readonly text: string }): Node {
  const row = (template as HTMLTemplateElement).content.cloneNode(true) as DocumentFragment;
  const element = row.querySelector<HTMLElement>('[data-choice]')!;
  const [input, label] = [element.querySelector('input')!, element.querySelector('label')!];
  element.dataset['choice'] = choice.id;
  input.value = choice.id;
  input.id = `${input.id}${choice.id}`;
  label.htmlFor = input.id;
  label.textContent = choice.text;
  element.querySelector('.explanation')?.remove();
  return row;
}

function passedStep(template: HTMLElement, [scene, choice, why]: readonly [string, string, string]): Node {
  const passed = (template as HTMLTemplateElement).content.cloneNode(true) as DocumentFragment;
  passed.querySelector('[data-part="passed-scene"]')!.textContent = scene;
  passed.querySelector('[data-part="passed-choice"]')!.textContent = choice;
  passed.querySelector('[data-part="passed-why"]')!.textContent = why;
  return passed;
}
