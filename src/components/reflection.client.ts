import { accountOf } from './progress.client.ts';
import type { ProgressState } from './progress.client.ts';
import { ProgressElement } from './ProgressElement.client.ts';
import { reflectionKey } from './reflectionKey.ts';

/** How long after the last letter the text is kept, in milliseconds. */
const settled = 400;

/** Keeps what a learner writes in this browser, for that learner only, and nowhere else. */
class ReflectionElement extends ProgressElement {
  /** Where the text is kept; null until it is known who writes. */
  #key: string | null = null;
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
    const key = `${reflectionKey}${account}:${this.dataset['key'] ?? ''}`;
    if (key === this.#key) return;
    const written = this.#key === null ? this.#field.value : '';
    this.#key = key;
    this.#field.value = written || this.#kept;
  }

  readonly #onInput = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#keep, settled);
  };

  readonly #keep = (): void => {
    clearTimeout(this.#timer);
    if (this.#key === null || this.#field.value === this.#kept) return;
    try {
      if (this.#field.value.trim() === '') localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, this.#field.value);
      this.querySelector('[data-part="state"]')!.textContent = this.dataset['kept'] ?? '';
    } catch {
      // A browser that stores nothing holds the text as long as the page is open.
    }
  };

  get #kept(): string {
    try {
      return this.#key === null ? '' : (localStorage.getItem(this.#key) ?? '');
    } catch {
      return '';
    }
  }

  get #field(): HTMLTextAreaElement {
    return this.querySelector('textarea')!;
  }
}

customElements.define('oppi-reflection', ReflectionElement);
