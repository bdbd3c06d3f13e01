import { isAllDone, nextPlace } from './nextPlace.ts';
import type { Progress, ProgressState } from './progress.client.ts';
import { ProgressElement } from './ProgressElement.client.ts';

/** The next step's button: where the learner goes on from. */
class ResumeElement extends ProgressElement {
  protected paint(state: ProgressState): void {
    if (state.kind !== 'signed-in') return;
    const template = this.#template(state.progress);
    if (template) this.parts('step')[0]?.replaceChildren(template.content.cloneNode(true));
  }

  #template(progress: Progress): HTMLTemplateElement | null | undefined {
    const places = [...this.querySelectorAll<HTMLTemplateElement>('template[data-section]')].map((template) => {
      const { module = '', section = '', questions = '' } = template.dataset;
      return { template, module, section, questions: questions.split(' ').filter(Boolean) };
    });
    if (isAllDone(places, progress)) return this.querySelector<HTMLTemplateElement>('template[data-all-done]');
    return nextPlace(places, progress)?.template;
  }
}

customElements.define('oppi-resume', ResumeElement);
