import {
  forgetKeptAnswer,
  keepAnswer,
  newAttempt,
  peekKeptAnswer,
  sendAnswer,
  takeKeptAnswer,
} from './answers.client.ts';
import type { Attempt, Graded } from './answers.client.ts';
import { answerFormOf } from './answerForms.client.ts';
import type { AnswerForm } from './answerForms.client.ts';
import { applyAnswer, currentProgress, moduleOf } from './progress.client.ts';
import type { AnsweredQuestion, ProgressState } from './progress.client.ts';
import { ProgressElement } from './ProgressElement.client.ts';

/** A question: sends the answer to the server and shows what it explains. Its form differs by type. */
class QuestionElement extends ProgressElement {
  #answer: AnswerForm = answerFormOf(this);
  /** Sent or being sent, and not answered yet. */
  #attempt: Attempt | null = null;
  #sending = false;
  /** True once the learner, or an earlier answer, has filled the form: progress no longer changes it. */
  #settled = false;

  override connectedCallback(): void {
    this.#form.addEventListener('submit', this.#onSubmit);
    this.#form.addEventListener('change', this.#onChange);
    this.#again.addEventListener('click', this.#onAgain);
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    this.#form.removeEventListener('submit', this.#onSubmit);
    this.#form.removeEventListener('change', this.#onChange);
    this.#again.removeEventListener('click', this.#onAgain);
    super.disconnectedCallback();
  }

  protected paint(state: ProgressState): void {
    if (this.#settled) return;
    if (state.kind === 'signed-out') {
      const kept = peekKeptAnswer(this.#question);
      if (kept) this.#answer.write(kept.response);
    }
    if (state.kind !== 'signed-in') return;
    const { progress } = state;
    const kept = takeKeptAnswer(this.#question, progress.actor.account.name);
    const earlier = progress.modules.flatMap(({ questions }) => questions).find(({ id }) => id === this.#question);
    if (kept) {
      this.#answer.write(kept.response);
      this.scrollIntoView({ block: 'center' });
      void this.#send(kept);
    } else if (earlier) {
      this.#settled = true;
      this.#answer.write(earlier.response);
      this.#show(earlier, true);
    }
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.#sending) return;
    const { response, problem } = this.#answer.read();
    if (problem !== null) {
      this.#tellError(this.dataset[problem] ?? '');
      this.#answer.focusFirst();
      return;
    }
    const same = this.#attempt && this.#attempt.response.join() === response.join() ? this.#attempt : null;
    void this.#send(same ?? newAttempt(this.#question, response, this.dataset['lang'] ?? 'fi'));
  };

  readonly #onChange = (): void => {
    this.#settled = true;
    this.#reopen();
  };

  readonly #onAgain = (): void => {
    this.#answer.write([]);
    this.removeAttribute('data-under-way');
    this.#reopen();
    this.#answer.focusFirst();
  };

  async #send(attempt: Attempt): Promise<void> {
    this.#settled = true;
    this.#attempt = attempt;
    this.#busy(true);
    const outcome = await sendAnswer(attempt);
    this.#busy(false);
    if (outcome.kind === 'graded') this.#onGraded(attempt, outcome.graded);
    else if (outcome.kind === 'sign-in') await this.#onSignIn(attempt);
    else {
      if (outcome.kind === 'refused') this.#attempt = null;
      this.#submit.textContent = this.dataset['sendAgain'] ?? '';
      this.#tellError(outcome.message ?? this.dataset['failed'] ?? '');
    }
  }

  #onGraded(attempt: Attempt, graded: Graded): void {
    this.#attempt = null;
    forgetKeptAnswer(this.#question);
    const { success, explanations, case: reached } = graded;
    const isUnderWay = reached?.steps.at(-1)?.end === null;
    const told = { success, explanations, ...(reached && { case: reached }), done: !isUnderWay };
    const answer = { id: this.#question, response: attempt.response, ...told };
    const changed = this.#answer.read().response.join() !== attempt.response.join();
    if (changed) this.#answer.write(attempt.response);
    this.#show(answer, false);
    (this.#answer.afterResult() ?? this.#again).focus();
    if (graded.module) void this.#takeIn(answer, graded.module);
  }

  async #takeIn(answer: AnsweredQuestion, module: NonNullable<Graded['module']>): Promise<void> {
    const before = await currentProgress();
    const wasOpen = before.kind === 'signed-in' && moduleOf(before.progress, module.id)?.completedAt === null;
    this.show('module-done', wasOpen && module.completedAt !== null);
    applyAnswer(answer, module);
  }

  async #onSignIn(attempt: Attempt): Promise<void> {
    const state = await currentProgress();
    keepAnswer(attempt, state.kind === 'signed-in' ? state.progress.actor.account.name : null);
    this.show('sign-in', true);
    this.#submit.hidden = true;
    const [words, link] = [this.querySelector('.sign-in p'), this.querySelector<HTMLAnchorElement>('.sign-in a')];
    this.#say(words?.textContent ?? '');
    link?.focus();
  }

  #show(answer: AnsweredQuestion, earlier: boolean): void {
    this.#say(this.#answer.showResult(answer, earlier));
    this.#submit.hidden = !this.hasAttribute('data-under-way');
    this.#again.hidden = false;
    const again = this.dataset['type'] === 'branching' ? 'fromStart' : answer.success ? 'answerAgain' : 'again';
    this.#again.textContent = this.dataset[again] ?? '';
  }

  #reopen(): void {
    this.#answer.clearResult();
    for (const part of ['sign-in', 'error', 'module-done']) this.show(part, false);
    this.#say('');
    this.#submit.hidden = false;
    this.#submit.textContent = this.#submitWords;
    this.#again.hidden = !this.hasAttribute('data-under-way');
  }

  #busy(busy: boolean): void {
    this.#sending = busy;
    this.show('error', false);
    this.#submit.setAttribute('aria-disabled', String(busy));
    this.#submit.textContent = busy ? (this.dataset['sending'] ?? '') : this.#submitWords;
  }

  #tellError(message: string): void {
    for (const part of this.parts('error')) part.textContent = message;
    this.show('error', true);
    this.#say(message);
  }

  #say(message: string): void {
    for (const part of this.parts('live')) part.textContent = message;
  }

  get #submitWords(): string {
    return this.dataset[this.dataset['type'] === 'branching' ? 'goOn' : 'check'] ?? '';
  }

  get #question(): string {
    return this.dataset['question'] ?? '';
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  get #submit(): HTMLElement {
    return this.parts('submit')[0]!;
  }

  get #again(): HTMLElement {
    return this.parts('again')[0]!;
  }
}

customElements.define('oppi-question', QuestionElement);
