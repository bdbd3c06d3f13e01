import { wholeMinutes } from '../i18n/minutes.ts';
import { fill } from '../i18n/fill.ts';
import { waitingOf } from './outbox.client.ts';
import { moduleOf, refreshProgress } from './progress.client.ts';
import type { ModuleProgress, Progress, ProgressState } from './progress.client.ts';
import { ProgressElement } from './ProgressElement.client.ts';
import { sendWaiting } from './statements.client.ts';

let resent = false;

/** A module's list of sections: ticks, time left, and whether everything is saved. Sends what waited, once a page. */
class SectionsElement extends ProgressElement {
  protected paint(state: ProgressState): void {
    if (state.kind !== 'signed-in') return;
    const { progress } = state;
    const module = moduleOf(progress, this.dataset['module'] ?? '');
    if (!module) return;
    this.#tick(module);
    this.#tellLeft(module, progress);
    void resend(progress);
  }

  #tick(module: ModuleProgress): void {
    for (const item of this.#items) {
      const done = module.sections.some((section) => section.done && section.id === item.dataset['section']);
      item.classList.toggle('done', done);
      item.querySelector<HTMLElement>('[data-part="tick"]')!.hidden = !done;
    }
  }

  #tellLeft(module: ModuleProgress, progress: Progress): void {
    const { left = '', answersLeft = '', saved = '', waiting = '' } = this.dataset;
    const seconds = this.#items
      .filter((item) => !item.classList.contains('done'))
      .reduce((sum, item) => sum + (Number(item.dataset['seconds']) || 0), 0);
    const isWaiting = waitingOf(progress.actor.account.name).length > 0;
    const sign = isWaiting ? waiting : `${saved} ✓`;
    const rest = seconds > 0 ? fill(left, { minutes: wholeMinutes(seconds) }) : answersLeft;
    const words = module.completedAt ? sign : `${rest} · ${sign}`;
    for (const part of this.parts('left')) part.textContent = words;
  }

  get #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-section]')];
  }
}

async function resend(progress: Progress): Promise<void> {
  if (resent) return;
  resent = true;
  if ((await sendWaiting(progress.actor.account.name)) > 0) await refreshProgress();
}

customElements.define('oppi-sections', SectionsElement);
