import { accountOf, currentProgress, moduleOf } from './progress.client.ts';
import type { ProgressState } from './progress.client.ts';
import { ProgressElement } from './ProgressElement.client.ts';
import { enqueue } from './queue/delivery.client.ts';
import { sectionDone } from './statements.client.ts';

/** How long the way on may wait for the progress, in milliseconds. */
const patience = 2_000;

/** The way on from a section: for a signed-in learner it queues that the section is done, then goes. */
class PagerElement extends ProgressElement {
  #signedOut = false;

  override connectedCallback(): void {
    this.addEventListener('click', this.#onClick);
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    this.removeEventListener('click', this.#onClick);
    super.disconnectedCallback();
  }

  protected paint(state: ProgressState): void {
    this.#signedOut = state.kind === 'signed-out';
    this.show('signed-out', this.#signedOut);
  }

  readonly #onClick = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-onward]') : null;
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || event.defaultPrevented || this.#signedOut) return;
    if (!plain) {
      void this.#markDone();
      return;
    }
    event.preventDefault();
    if (link.getAttribute('aria-disabled') === 'true') return;
    link.setAttribute('aria-disabled', 'true');
    void this.#markDone().finally(() => {
      link.removeAttribute('aria-disabled');
      location.assign(link.href);
    });
  };

  async #markDone(): Promise<void> {
    const state = await Promise.race([currentProgress(), later()]);
    if (state?.kind !== 'signed-in') return;
    const { module = '', section = '', lang = '' } = this.dataset;
    const own = moduleOf(state.progress, module);
    if (!own || own.sections.some(({ id, done }) => done && id === section)) return;
    const statement = sectionDone(state.progress, module, section, lang);
    const account = accountOf(state.progress);
    await enqueue({ kind: 'statement', id: statement.id!, account, body: statement });
  }
}

function later(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), patience));
}

customElements.define('oppi-pager', PagerElement);
