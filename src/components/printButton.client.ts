/** Prints the page, with the words of videos and of infographics opened: paper cannot open them. */
class PrintElement extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', this.#print);
    addEventListener('beforeprint', openAll);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.#print);
    removeEventListener('beforeprint', openAll);
  }

  readonly #print = (): void => print();
}

function openAll(): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('main details')) details.open = true;
}

customElements.define('oppi-print', PrintElement);
