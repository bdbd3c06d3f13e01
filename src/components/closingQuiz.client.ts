import { fill } from '../i18n/fill.ts';
import { moduleOf } from './progress.client.ts';
import type { ProgressState } from './progress.client.ts';
import { ProgressElement } from './ProgressElement.client.ts';

/** How far the closing quiz is, told anew after each answer. */
class ClosingQuizElement extends ProgressElement {
  protected paint(state: ProgressState): void {
    const module = state.kind === 'signed-in' ? moduleOf(state.progress, this.dataset['module'] ?? '') : null;
    const quiz = module?.closingQuiz ?? null;
    this.show('status', quiz !== null);
    if (!quiz) return;
    const { passed = '', status = '', needed = '' } = this.dataset;
    const words = fill(quiz.passed ? passed : status, { right: quiz.right, total: quiz.total, needed });
    for (const part of this.parts('status')) {
      part.classList.toggle('passed', quiz.passed);
      if (part.textContent !== words) part.textContent = words;
    }
  }
}

customElements.define('oppi-closing-quiz', ClosingQuizElement);
