import { moduleOf } from './progress.client.ts';
import type { Progress, ProgressState } from './progress.client.ts';
import { ProgressElement } from './ProgressElement.client.ts';

/** The next step's button: where the learner goes on from. */
class ResumeElement extends ProgressElement {
  protected paint(state: ProgressState): void {
    if (state.kind !== 'signed-in') return;
    const template = this.#template(state.progress);
    if (template) this.parts('step')[0]?.replaceChildren(template.content.cloneNode(true));
  }

  #template(progress: Progress): HTMLTemplateElement | null {
    const places = [...this.querySelectorAll<HTMLTemplateElement>('template[data-section]')];
    const open = places.filter(({ dataset }) => !moduleOf(progress, dataset['module'] ?? '')?.completedAt);
    if (places.length > 0 && open.length === 0) return this.querySelector('template[data-all-done]');
    const { last } = progress;
    const here = open.find(({ dataset }) => dataset['module'] === last?.module && dataset['section'] === last?.section);
    return here ?? (last ? firstUndone(open, progress) : null);
  }
}

function firstUndone(places: readonly HTMLTemplateElement[], progress: Progress): HTMLTemplateElement | null {
  const isDone = ({ dataset }: HTMLTemplateElement) =>
    moduleOf(progress, dataset['module'] ?? '')?.sections.some(({ id, done }) => done && id === dataset['section']);
  return places.find((place) => !isDone(place)) ?? places[0] ?? null;
}

customElements.define('oppi-resume', ResumeElement);
