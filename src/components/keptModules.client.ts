/** On the page for a lost connection: shows the links of the modules that this browser keeps. */
class KeptModulesElement extends HTMLElement {
  connectedCallback(): void {
    void this.#showKept();
  }

  async #showKept(): Promise<void> {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a')];
    const kept = await Promise.all(links.map(({ pathname }) => caches.match(pathname)));
    links.forEach((link, index) => (link.closest('li')!.hidden = !kept[index]));
    this.hidden = !kept.some(Boolean);
  }
}

customElements.define('oppi-kept-modules', KeptModulesElement);
