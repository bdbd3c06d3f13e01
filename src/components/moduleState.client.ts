import { formatDate } from '../i18n/dates.ts';
import { fill } from '../i18n/fill.ts';
import type { Language } from '../i18n/languages.ts';
import { wholeMinutes } from '../i18n/minutes.ts';
import { moduleOf } from './progress.client.ts';
import type { ModuleProgress, ProgressState } from './progress.client.ts';
import { ProgressElement } from './ProgressElement.client.ts';

/** A module card's state in words and as a bar: not started, minutes left, or completed and when. */
class ModuleStateElement extends ProgressElement {
  protected paint(state: ProgressState): void {
    const module = state.kind === 'signed-in' ? moduleOf(state.progress, this.dataset['module'] ?? '') : null;
    if (!module) return;
    const bar = this.querySelector('progress')!;
    bar.hidden = false;
    bar.value = module.completedAt ? 100 : this.#share(module);
    bar.classList.toggle('complete', module.completedAt !== null);
    const words = this.closest('article')?.querySelector('[data-part="state"]');
    if (words) words.textContent = ` · ${this.#words(module)}`;
  }

  #words(module: ModuleProgress): string {
    const { lang, notStarted = '', left = '', answersLeft = '', completed = '', changed = '' } = this.dataset;
    const undone = this.#secondsWhere(module, false);
    if (module.completedAt) {
      const done = `${fill(completed, { date: formatDate(module.completedAt, lang as Language) })} ✓`;
      return module.renewal ? `${done} · ${fill(changed, { minutes: wholeMinutes(undone) })}` : done;
    }
    if (undone === 0) return answersLeft;
    const begun = module.questions.length > 0 || module.sections.some(({ done }) => done);
    return begun ? fill(left, { minutes: wholeMinutes(undone) }) : notStarted;
  }

  /** How much is done, 0–100: the sections' time for 80, the questions for 20, so that 100 is never shown too early. */
  #share(module: ModuleProgress): number {
    const done = this.#secondsWhere(module, true);
    const all = done + this.#secondsWhere(module, false);
    const questions = Number(this.dataset['questions']) || 0;
    const answered = questions === 0 ? 1 : module.questions.length / questions;
    return (all === 0 ? 0 : (80 * done) / all) + 20 * answered;
  }

  #secondsWhere(module: ModuleProgress, isDone: boolean): number {
    const budget = new Map(
      (this.dataset['seconds'] ?? '').split(' ').map((pair) => pair.split(':') as [string, string]),
    );
    return module.sections
      .filter(({ done }) => done === isDone)
      .reduce((sum, { id }) => sum + (Number(budget.get(id)) || 0), 0);
  }
}

customElements.define('oppi-module-state', ModuleStateElement);
