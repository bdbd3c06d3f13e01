import { onProgress } from './progress.client.ts';
import type { ProgressState } from './progress.client.ts';

/** A custom element painted from the learner's progress for as long as it is in the page. */
export abstract class ProgressElement extends HTMLElement {
  #stop: (() => void) | null = null;

  connectedCallback(): void {
    this.#stop = onProgress((state) => this.paint(state));
  }

  disconnectedCallback(): void {
    this.#stop?.();
    this.#stop = null;
  }

  protected abstract paint(state: ProgressState): void;

  /** The elements within that have this `data-part`. */
  protected parts(name: string): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(`[data-part="${name}"]`)];
  }

  /** Shows or hides the elements within that have this `data-part`. */
  protected show(name: string, visible: boolean): void {
    for (const part of this.parts(name)) part.hidden = !visible;
  }
}
