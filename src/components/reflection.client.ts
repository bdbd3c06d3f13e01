import { keepReflection, keptReflection, reflectionKeys } from './keptReflection.ts';
import { accountOf } from './progress.client.ts';
import type { ProgressState } from './progress.client.ts';
import { ProgressElement } from './ProgressElement.client.ts';

/** How long after the last letter the text is kept, in milliseconds. */
const settled = 400;

/** Keeps what a learner writes in this browser, for that learner only, and nowhere else. */
class ReflectionElement extends ProgressElement {
  /** Where the text is kept; empty until it is known who writes. */
  #keys: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    this.#field.addEventListener('input', this.#onInput);
    addEventListener('pagehide', this.#keep);
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    this.#field.removeEventListener('input', this.#onInput);
    removeEventListener('pagehide', this.#keep);
    super.disconnectedCallback();
  }

  protected paint(state: ProgressState): void {
    const account = state.kind === 'signed-in' ? accountOf(state.progress) : '';
    const { modules = '', reflection = '' } = this.dataset;
    const keys = reflectionKeys(account, modules.split(' '), reflection);
    if (keys[0] === this.#keys[0]) return;
    const written = this.#keys.length === 0 ? this.#field.value : '';
    this.#keys = keys;
    this.#field.value = written || this.#kept;
  }

  readonly #onInput = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#keep, settled);
  };

  readonly #keep = (): void => {
    clearTimeout(this.#timer);
    if (this.#keys.length === 0 || this.#field.value === this.#kept) return;
    try {
      keepReflection(localStorage, this.#keys, this.#field.value);
      this.querySelector('[data-part="state"]')!.textContent = this.dataset['kept'] ?? '';
    } catch {
      // A browser that stores nothing holds the text as long as the page is open.
    }
  };

  get #kept(): string {
    try {
      return keptReflection(localStorage, this.#keys);
    } catch {
      return '';
    }
  }

  get #field(): HTMLTextAreaElement {
    return this.querySelector('textarea')!;
  }
}

customElements.define('oppi-reflection', ReflectionElement);
