import { wholeMinutes } from '../i18n/minutes.ts';
import { fill } from '../i18n/fill.ts';
import { accountOf, moduleOf } from './progress.client.ts';
import type { ModuleProgress, ProgressState } from './progress.client.ts';
import { ProgressElement } from './ProgressElement.client.ts';
import { onQueueNews, waitingOf } from './queue/delivery.client.ts';
import { waiting } from './queue/queueStore.client.ts';

/** A module's list of sections: ticks, time left, and whether everything is saved. */
class SectionsElement extends ProgressElement {
  #state: ProgressState | null = null;
  /** What the sign says of the queue, as a name of the element's data. */
  #sign: 'saved' | 'waiting' | 'waitingSignIn' = 'saved';
  #stopNews: (() => void) | null = null;

  override connectedCallback(): void {
    this.#stopNews = onQueueNews((news) => {
      if (news.kind !== 'state') return;
      this.#sign = news.waiting === 0 ? 'saved' : news.for === 'sign-in' ? 'waitingSignIn' : 'waiting';
      this.#tellLeft();
    });
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    this.#stopNews?.();
    super.disconnectedCallback();
  }

  protected paint(state: ProgressState): void {
    this.#state = state;
    if (this.#module) this.#tick(this.#module);
    void this.#lookAtQueue(state).then(() => this.#tellLeft());
  }

  async #lookAtQueue(state: ProgressState): Promise<void> {
    if (state.kind === 'signed-out' && (await waiting()).length > 0) this.#sign = 'waitingSignIn';
    if (state.kind !== 'signed-in' || this.#sign !== 'saved') return;
    if ((await waitingOf(accountOf(state.progress))).length > 0) this.#sign = 'waiting';
  }

  #tick(module: ModuleProgress): void {
    for (const item of this.#items) {
      const done = module.sections.some((section) => section.done && section.id === item.dataset['section']);
      item.classList.toggle('done', done);
      item.querySelector<HTMLElement>('[data-part="tick"]')!.hidden = !done;
    }
  }

  #tellLeft(): void {
    const module = this.#module;
    if (!module && this.#sign !== 'waitingSignIn') return;
    const { left = '', answersLeft = '', saved = '', changed = '' } = this.dataset;
    const seconds = this.#items
      .filter((item) => !item.classList.contains('done'))
      .reduce((sum, item) => sum + (Number(item.dataset['seconds']) || 0), 0);
    const sign = this.#sign === 'saved' ? `${saved} ✓` : (this.dataset[this.#sign] ?? '');
    const leftWords = module?.renewal ? changed : left;
    const rest = seconds > 0 ? fill(leftWords, { minutes: wholeMinutes(seconds) }) : answersLeft;
    const words = module?.completedAt && !module.renewal ? sign : `${rest} · ${sign}`;
    for (const part of this.parts('left')) part.textContent = words;
  }

  get #module(): ModuleProgress | null {
    const state = this.#state;
    return state?.kind === 'signed-in' ? moduleOf(state.progress, this.dataset['module'] ?? '') : null;
  }

  get #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-section]')];
  }
}

customElements.define('oppi-sections', SectionsElement);
