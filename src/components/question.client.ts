import { forgetKeptAnswer, keepAnswer, newAttempt, peekKeptAnswer, takeKeptAnswer } from './answers.client.ts';
import type { Attempt, Graded } from './answers.client.ts';
import { answerFormOf } from './answerForms.client.ts';
import type { AnswerForm } from './answerForms.client.ts';
import { timeFromSight } from './answerTime.client.ts';
import type { AnswerTime } from './answerTime.client.ts';
import { accountOf, applyAnswer, currentProgress, moduleOf } from './progress.client.ts';
import type { AnsweredQuestion, Progress, ProgressState } from './progress.client.ts';
import { ProgressElement } from './ProgressElement.client.ts';
import { enqueue, onQueueNews, waitingOf } from './queue/delivery.client.ts';
import type { QueueNews } from './queue/delivery.client.ts';

/**
 * A question: queues the answer for the server and shows what it explains, now or when the connection is back. Its form
 * differs by type.
 */
class QuestionElement extends ProgressElement {
  /** There once its own code has come, which `#opened` tells. */
  #answer!: AnswerForm;
  #isOpen = false;
  #opened!: Promise<void>;
  #time!: AnswerTime;
  /** On its way to the server: its reply has not come yet. */
  #attempt: Attempt | null = null;
  #sending = false;
  #stopNews: (() => void) | null = null;
  /** True once the learner, or an earlier answer, has filled the form: progress no longer changes it. */
  #settled = false;

  /** Listens from the start: what a learner does before the form's own code has come is kept, and done then. */
  override connectedCallback(): void {
    this.#time = timeFromSight(this);
    this.#form.addEventListener('submit', this.#onSubmit);
    this.#form.addEventListener('change', this.#onChange);
    this.#form.addEventListener('click', this.#onEarlyClick);
    this.#again.addEventListener('click', this.#onAgain);
    this.#stopNews = onQueueNews(this.#onNews);
    this.#opened = answerFormOf(this).then((form) => {
      this.#answer = form;
      this.#isOpen = true;
      this.#form.removeEventListener('click', this.#onEarlyClick);
      if (this.isConnected) super.connectedCallback();
    });
    this.#opened.catch(() => this.#tellError(this.dataset['unloaded'] ?? ''));
  }

  override disconnectedCallback(): void {
    this.#form.removeEventListener('submit', this.#onSubmit);
    this.#form.removeEventListener('change', this.#onChange);
    this.#again.removeEventListener('click', this.#onAgain);
    this.#stopNews?.();
    super.disconnectedCallback();
  }

  protected paint(state: ProgressState): void {
    if (this.#settled) return;
    if (state.kind === 'signed-out') {
      const kept = peekKeptAnswer(this.#question);
      if (kept) this.#answer.write(kept.response);
    }
    if (state.kind === 'signed-in') void this.#recall(state.progress);
  }

  /** Shows what is known of the question: an answer kept over signing in, one that waits, or the one given earlier. */
  async #recall(progress: Progress): Promise<void> {
    const account = accountOf(progress);
    const kept = takeKeptAnswer(this.#question, account);
    const waits = kept ? null : await this.#waitingAttempt(account);
    const earlier = progress.modules.flatMap(({ questions }) => questions).find(({ id }) => id === this.#question);
    if (this.#settled) return;
    if (kept) {
      this.#answer.write(kept.response);
      this.scrollIntoView({ block: 'center' });
      void this.#send(kept);
    } else if (earlier) {
      this.#settled = true;
      this.#answer.write(earlier.response);
      this.#show(earlier, true);
    }
    if (waits) {
      this.#settled = true;
      this.#attempt = waits;
      this.#answer.clearResult();
      this.#answer.write(waits.response);
      this.#tellWaiting();
    }
  }

  async #waitingAttempt(account: string): Promise<Attempt | null> {
    const own = (await waitingOf(account)).flatMap((sending) =>
      sending.kind === 'answer' && sending.body.question === this.#question ? [sending.body] : [],
    );
    return own.at(-1) ?? null;
  }

  /** At once where it can be. That the form's code did not come is told already. */
  #whenOpen(act: () => void): void {
    if (this.#isOpen) act();
    else this.#opened.then(act, () => undefined);
  }

  readonly #onEarlyClick = ({ target }: MouseEvent): void => {
    const button = (target as Element).closest<HTMLButtonElement>('button[type="button"]');
    if (button) this.#whenOpen(() => button.click());
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#whenOpen(() => this.#check());
  };

  #check(): void {
    if (this.#sending) return;
    const { response, problem } = this.#answer.read();
    if (problem !== null) {
      this.#tellError(this.dataset[problem] ?? '');
      this.#answer.focusFirst();
      return;
    }
    const lang = this.dataset['lang'] ?? 'fi';
    void this.#send(newAttempt({ question: this.#question, response, lang, duration: this.#time() }));
  }

  readonly #onChange = (): void => {
    this.#settled = true;
    this.#whenOpen(() => this.#reopen());
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
    const state = await currentProgress();
    if (state.kind === 'signed-in') {
      await enqueue({ kind: 'answer', id: attempt.id, account: accountOf(state.progress), body: attempt });
      return;
    }
    this.#busy(false);
    if (state.kind === 'signed-out') this.#onSignIn(attempt, null);
    else {
      this.#submit.textContent = this.dataset['sendAgain'] ?? '';
      this.#tellError(this.dataset['failed'] ?? '');
    }
  }

  readonly #onNews = (news: QueueNews): void => {
    const attempt = this.#attempt;
    if (!attempt) return;
    if (news.kind === 'state') {
      if (news.waiting === 0 || news.for === null) return;
      this.#busy(false);
      if (news.for === 'sign-in') this.#onSignIn(attempt, news.account);
      else this.#tellWaiting();
      return;
    }
    const { sending, outcome } = news;
    if (sending.id !== attempt.id) return;
    this.#busy(false);
    if (outcome.kind === 'delivered' && outcome.graded) this.#onGraded(attempt, outcome.graded);
    if (outcome.kind === 'refused') {
      this.#attempt = null;
      this.#submit.textContent = this.dataset['sendAgain'] ?? '';
      this.#tellError(outcome.message ?? this.dataset['failed'] ?? '');
    }
  };

  /** The answer is kept in this browser: the learner can go on, and its reply comes later. */
  #tellWaiting(): void {
    const words = this.dataset['waiting'] ?? '';
    const hadFocus = this.contains(document.activeElement);
    this.#submit.hidden = true;
    this.#again.hidden = true;
    for (const part of this.parts('waiting')) part.textContent = words;
    this.show('waiting', true);
    if (hadFocus) this.parts('waiting')[0]?.focus();
    this.#say(words);
  }

  #onGraded(attempt: Attempt, graded: Graded): void {
    this.#attempt = null;
    forgetKeptAnswer(this.#question);
    for (const part of ['sign-in', 'waiting']) this.show(part, false);
    const { success, done, explanations, case: reached } = graded;
    const told = { success, done, explanations, ...(reached && { case: reached }) };
    const answer = { id: this.#question, response: attempt.response, ...told };
    const changed = this.#answer.read().response.join() !== attempt.response.join();
    if (changed) this.#answer.write(attempt.response);
    const hadFocus = this.contains(document.activeElement);
    this.#show(answer, false);
    if (hadFocus) (this.#answer.afterResult() ?? this.#again).focus();
    if (graded.module) void this.#takeIn(answer, graded.module);
  }

  async #takeIn(answer: AnsweredQuestion, module: NonNullable<Graded['module']>): Promise<void> {
    const before = await currentProgress();
    const wasOpen = before.kind === 'signed-in' && moduleOf(before.progress, module.id)?.completedAt === null;
    this.show('module-done', wasOpen && module.completedAt !== null);
    applyAnswer(answer, module);
  }

  /** @param account whose the answer is that waits already; null when it waits here for whoever signs in */
  #onSignIn(attempt: Attempt, account: string | null): void {
    if (account === null) {
      keepAnswer(attempt, null);
      this.#attempt = null;
    }
    const hadFocus = this.contains(document.activeElement);
    this.show('sign-in', true);
    this.show('waiting', false);
    this.#submit.hidden = true;
    const [words, link] = [this.querySelector('.sign-in p'), this.querySelector<HTMLAnchorElement>('.sign-in a')];
    this.#say(words?.textContent ?? '');
    if (hadFocus) link?.focus();
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
    for (const part of ['sign-in', 'error', 'waiting', 'module-done']) this.show(part, false);
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
