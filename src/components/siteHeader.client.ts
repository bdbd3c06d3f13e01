import type { ProgressState } from './progress.client.ts';
import { ProgressElement } from './ProgressElement.client.ts';

/**
 * Shows who is signed in, and the menu entries their roles open. Closes its menu on Escape and on a press outside, and
 * sends what is left before signing out.
 */
class AccountElement extends ProgressElement {
  /** Fetched when somebody signs out. */
  #signOut: Promise<() => Promise<void>> | null = null;

  override connectedCallback(): void {
    document.addEventListener('keydown', this.#onKey);
    document.addEventListener('click', this.#onClick);
    this.addEventListener('submit', this.#onSignOut);
    if (this.dataset['known'] === undefined) super.connectedCallback();
  }

  override disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey);
    document.removeEventListener('click', this.#onClick);
    this.removeEventListener('submit', this.#onSignOut);
    super.disconnectedCallback();
  }

  protected paint(state: ProgressState): void {
    if (state.kind === 'unavailable') return;
    const person = state.kind === 'signed-in' ? state.progress.person : null;
    this.show('signed-out', person === null);
    this.show('signed-in', person !== null);
    for (const part of this.parts('name')) part.textContent = person?.name ?? part.textContent;
    for (const entry of document.querySelectorAll<HTMLElement>('.site-header [data-role]')) {
      entry.hidden = !person?.roles.includes(entry.dataset['role'] ?? '');
    }
  }

  readonly #onSignOut = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#signOut ??= import('./signOut.client.ts').then(({ safeSignOut }) => safeSignOut(this));
    const form = event.target as HTMLFormElement;
    this.#signOut.then(
      (signOut) => signOut(),
      () => form.submit(),
    );
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const menu = this.querySelector('details');
    if (event.key !== 'Escape' || !menu?.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  };

  readonly #onClick = (event: MouseEvent): void => {
    const menu = this.querySelector('details');
    if (menu?.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  };
}

customElements.define('oppi-account', AccountElement);
