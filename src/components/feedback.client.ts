import { rated } from '../xapi/rated.ts';
import type { Statement } from '../xapi/types.ts';
import { accountOf, currentProgress, moduleOf, refreshProgress } from './progress.client.ts';
import type { Progress, ProgressState } from './progress.client.ts';
import { ProgressElement } from './ProgressElement.client.ts';
import { enqueue, onQueueNews, waitingOf } from './queue/delivery.client.ts';
import type { QueueNews } from './queue/delivery.client.ts';

/** A module's feedback: shows what was answered, here or on another device, and queues what is answered anew. */
class FeedbackElement extends ProgressElement {
  /** The step each question was last answered with, whether it has arrived or not. */
  readonly #answered = new Map<string, string>();
  /** The statements that are on their way, by id, each with its question. */
  readonly #underWay = new Map<string, string>();
  /** True while the form holds what was not sent yet: progress no longer changes it. */
  #changed = false;
  #stopNews: (() => void) | null = null;

  override connectedCallback(): void {
    this.addEventListener('change', this.#onChange);
    this.addEventListener('submit', this.#onSubmit);
    this.#stopNews = onQueueNews(this.#onNews);
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    this.removeEventListener('change', this.#onChange);
    this.removeEventListener('submit', this.#onSubmit);
    this.#stopNews?.();
    super.disconnectedCallback();
  }

  protected paint(state: ProgressState): void {
    if (state.kind === 'signed-in') void this.#recall(state.progress);
    this.hidden = state.kind !== 'signed-in';
  }

  /** Shows what the server has, and over it what still waits in this browser. */
  async #recall(progress: Progress): Promise<void> {
    const waiting = await waitingOf(accountOf(progress));
    for (const { id, response } of moduleOf(progress, this.#module)?.feedback ?? []) this.#answered.set(id, response);
    const start = `${progress.idBase}/feedback/${this.#module}/`;
    for (const { kind, id, body } of waiting) {
      if (kind !== 'statement' || !('id' in body.object) || !body.object.id.startsWith(start)) continue;
      const question = body.object.id.slice(start.length);
      this.#answered.set(question, body.result?.response ?? '');
      this.#underWay.set(id, question);
    }
    if (this.#changed || this.#answered.size === 0) return;
    for (const input of this.#inputs) input.checked = this.#answered.get(input.name) === input.value;
    this.#show(this.#underWay.size === 0 ? 'saved' : 'waiting');
    this.#nameButton();
  }

  readonly #onChange = (): void => {
    this.#changed = true;
    for (const part of this.parts('told')) part.hidden = true;
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const chosen = this.#inputs.filter(({ checked }) => checked);
    if (chosen.length === 0) {
      this.#say('nothing');
      this.#inputs[0]?.focus();
      return;
    }
    void this.#send(chosen.filter(({ name, value }) => this.#answered.get(name) !== value));
  };

  async #send(chosen: readonly HTMLInputElement[]): Promise<void> {
    const state = await currentProgress();
    if (state.kind !== 'signed-in') return this.#say('failed');
    this.#changed = false;
    if (chosen.length === 0) return this.#say(this.#underWay.size === 0 ? 'saved' : 'waiting');
    const account = accountOf(state.progress);
    const statements = chosen.map(({ name, value }) => {
      const body = this.#statement(state.progress, name, value);
      this.#answered.set(name, value);
      this.#underWay.set(body.id!, name);
      return body;
    });
    this.#nameButton();
    for (const body of statements) await enqueue({ kind: 'statement', id: body.id!, account, body });
  }

  #statement(progress: Progress, question: string, step: string): Statement {
    const { actor, idBase } = progress;
    const registration = moduleOf(progress, this.#module)?.registration;
    return {
      id: crypto.randomUUID(),
      actor,
      verb: { id: rated.id },
      object: { objectType: 'Activity', id: `${idBase}/feedback/${this.#module}/${question}` },
      result: { response: step },
      context: { ...(registration && { registration }), language: this.dataset['lang'] ?? 'fi' },
      timestamp: new Date().toISOString(),
    };
  }

  readonly #onNews = (news: QueueNews): void => {
    if (this.#underWay.size === 0) return;
    if (news.kind === 'state') {
      if (news.waiting > 0 && news.for !== null) this.#say(news.for === 'sign-in' ? 'waitingSignIn' : 'waiting');
      return;
    }
    const question = this.#underWay.get(news.sending.id);
    if (question === undefined) return;
    this.#underWay.delete(news.sending.id);
    if (news.outcome.kind === 'refused') {
      this.#answered.delete(question);
      this.#say('failed');
    } else if (this.#underWay.size === 0) {
      this.#say('saved');
      void refreshProgress();
    }
  };

  #say(name: string): void {
    this.#show(name);
    const words = this.dataset[name] ?? '';
    for (const part of this.parts('live')) part.textContent = words;
  }

  #show(name: string): void {
    for (const part of this.parts('told')) part.textContent = this.dataset[name] ?? '';
    this.show('told', true);
  }

  #nameButton(): void {
    this.querySelector('button')!.textContent = this.dataset[this.#answered.size === 0 ? 'send' : 'change'] ?? '';
  }

  get #inputs(): HTMLInputElement[] {
    return [...this.querySelectorAll('input')];
  }

  get #module(): string {
    return this.dataset['module'] ?? '';
  }
}

customElements.define('oppi-feedback', FeedbackElement);
