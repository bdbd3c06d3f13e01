import { formatDate } from '../i18n/dates.ts';
import { fill } from '../i18n/fill.ts';
import type { Language } from '../i18n/languages.ts';
import { moduleOf } from './progress.client.ts';
import type { ModuleProgress, Progress, ProgressState } from './progress.client.ts';
import { ProgressElement } from './ProgressElement.client.ts';

/** The end of a module: completed with its date and asked of, or what is missing. Takes the focus when the address asks for it. */
class EndPanelElement extends ProgressElement {
  #focused = false;

  protected paint(state: ProgressState): void {
    const module = state.kind === 'signed-in' ? moduleOf(state.progress, this.dataset['module'] ?? '') : null;
    const completedAt = module?.completedAt ?? null;
    const rule = module === null || (!completedAt && !this.#isAskedFor && !hasBegun(module));
    this.show('rule', rule);
    this.show('signed-out', state.kind === 'signed-out');
    this.show('unavailable', state.kind === 'unavailable');
    this.show('missing', !rule && completedAt === null);
    this.show('completed', completedAt !== null);
    this.show('feedback', completedAt !== null);
    if (completedAt !== null) void import('./feedback.client.ts');
    this.show('course-completed', state.kind === 'signed-in' && isCourseCompleted(state.progress));
    if (module) this.#listMissing(module);
    for (const text of this.parts('completed-text')) {
      const date = completedAt ? formatDate(completedAt, this.dataset['lang'] as Language) : '';
      text.textContent = fill(text.dataset['text'] ?? '', { date });
    }
    this.#focusHeading();
  }

  #listMissing(module: ModuleProgress): void {
    for (const item of this.querySelectorAll<HTMLElement>('li[data-section]')) {
      item.hidden = module.sections.some(({ id, done }) => done && id === item.dataset['section']);
    }
    for (const item of this.querySelectorAll<HTMLElement>('li[data-questions]')) this.#countUnanswered(item, module);
    this.show('missing-quiz', module.closingQuiz !== null && !module.closingQuiz.passed);
  }

  #countUnanswered(item: HTMLElement, module: ModuleProgress): void {
    const questions = (item.dataset['questions'] ?? '').split(' ');
    const anchors = (item.dataset['anchors'] ?? '').split(' ');
    const unanswered = questions.filter(
      (question) => !module.questions.some(({ id, done }) => done && id === question),
    );
    const [first] = unanswered;
    item.hidden = first === undefined;
    item.querySelector('[data-part="count"]')!.textContent = String(unanswered.length);
    const link = item.querySelector('a')!;
    if (first) link.hash = anchors[questions.indexOf(first)] ?? '';
  }

  /** After the browser's own jump to the address's fragment, which would take the focus away again. */
  #focusHeading(): void {
    if (this.#focused || !this.#isAskedFor) return;
    this.#focused = true;
    const focus = () => setTimeout(() => this.querySelector<HTMLElement>(':scope > :not([hidden]) h2')?.focus());
    if (document.readyState === 'complete') focus();
    else addEventListener('load', focus, { once: true });
  }

  get #isAskedFor(): boolean {
    return location.hash === `#${this.id}`;
  }
}

function isCourseCompleted({ modules }: Progress): boolean {
  return modules.every(({ completedAt }) => completedAt !== null);
}

function hasBegun(module: ModuleProgress): boolean {
  return module.questions.length > 0 || module.sections.some(({ done }) => done);
}

customElements.define('oppi-end-panel', EndPanelElement);
