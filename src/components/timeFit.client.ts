import { fill } from '../i18n/fill.ts';
import { moduleOf } from './progress.client.ts';
import type { ProgressState } from './progress.client.ts';
import { ProgressElement } from './ProgressElement.client.ts';
import { whatFits } from './whatFits.ts';

/** Shows what of the course fits into the time that the learner says to have. */
class TimeFitElement extends ProgressElement {
  #state: ProgressState | null = null;
  #minutes: number | null = null;

  override connectedCallback(): void {
    this.hidden = false;
    this.addEventListener('click', this.#onClick);
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    this.removeEventListener('click', this.#onClick);
    super.disconnectedCallback();
  }

  protected paint(state: ProgressState): void {
    this.#state = state;
    this.#show();
  }

  readonly #onClick = (event: MouseEvent): void => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-minutes]') : null;
    if (!button) return;
    this.#minutes = Number(button.dataset['minutes']);
    for (const other of this.querySelectorAll<HTMLElement>('[data-minutes]')) {
      other.setAttribute('aria-pressed', String(other === button));
    }
    this.#show();
  };

  #show(): void {
    if (this.#minutes === null) return;
    const places = [...this.querySelectorAll<HTMLElement>('li')].map((item) => {
      const { module = '', section = '', seconds } = item.dataset;
      return { item, module, section, seconds: Number(seconds) };
    });
    const fitting = whatFits(places, this.#minutes, (place) => this.#isDone(place));
    for (const place of places) place.item.hidden = !fitting.includes(place);
    const { nothing = '', found = '' } = this.dataset;
    const words = fitting.length === 0 ? nothing : fill(found, { minutes: this.#minutes });
    for (const part of this.parts('found')) part.textContent = words;
  }

  #isDone({ module, section }: { readonly module: string; readonly section: string }): boolean {
    if (this.#state?.kind !== 'signed-in') return false;
    const own = moduleOf(this.#state.progress, module);
    return own?.sections.some(({ id, done }) => done && id === section) === true;
  }
}

customElements.define('oppi-time-fit', TimeFitElement);
