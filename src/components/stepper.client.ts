/** Opens the stepper where it stands at the side of the text, and folds it where it stands above. */
class StepperElement extends HTMLElement {
  readonly #wide = matchMedia('(width >= 60rem)');

  connectedCallback(): void {
    this.#fold();
    this.#wide.addEventListener('change', this.#fold);
  }

  disconnectedCallback(): void {
    this.#wide.removeEventListener('change', this.#fold);
  }

  readonly #fold = (): void => {
    const details = this.querySelector('details');
    if (details) details.open = this.#wide.matches;
  };
}

customElements.define('oppi-stepper', StepperElement);
