import { writtenName } from '../i18n/writtenName.ts';

/** Tells whether a certificate was given to the name that is typed. Nothing leaves the browser. */
class NameCheckElement extends HTMLElement {
  readonly #compare = (event: SubmitEvent) => {
    event.preventDefault();
    void this.#tell();
  };
  readonly #forget = () => this.#say('');

  connectedCallback(): void {
    this.addEventListener('submit', this.#compare);
    this.addEventListener('input', this.#forget);
    this.#show(true);
  }

  disconnectedCallback(): void {
    this.removeEventListener('submit', this.#compare);
    this.removeEventListener('input', this.#forget);
    this.#show(false);
  }

  #show(canCompare: boolean): void {
    this.querySelector('form')!.hidden = !canCompare;
    this.querySelector<HTMLElement>('[data-part="without"]')!.hidden = canCompare;
  }

  async #tell(): Promise<void> {
    const { salt = '', hash, empty = '', same = '', other = '' } = this.dataset;
    const input = this.querySelector('input')!;
    const name = writtenName(input.value);
    if (name === '') {
      this.#say(empty);
      input.focus();
      return;
    }
    this.#say((await hashOf(salt + name)) === hash ? same : other);
  }

  #say(outcome: string): void {
    this.querySelector('[data-part="outcome"]')!.textContent = outcome;
  }
}

/** SHA-256 of a text in UTF-8, base64url: what the server hashed a name with. */
async function hashOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const base64 = btoa(String.fromCharCode(...digest));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

customElements.define('oppi-name-check', NameCheckElement);
