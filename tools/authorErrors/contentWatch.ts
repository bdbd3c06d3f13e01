import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { checkContent } from '../../src/course/checkContent.ts';
import { type KnownContent, pageState } from '../authorBar/pageState.ts';
import { translationCounts } from '../authorBar/translationCounts.ts';
import { closing, findingLines } from '../contentCheck/asText.ts';
import { voikkoSpeller } from '../spelling/voikkoSpeller.ts';
import { draftFailures } from './draftFailures.ts';
import { errorPage, statePath } from './errorPage.ts';
import { holdResponse } from './heldResponse.ts';
import { type Reloads, reloadsPath } from './reloads.ts';
import { shownPage } from './shownPage.ts';

/** Where the author's bar tells the same for machines: `/__author?path=/fi/kurssiesittely/`. */
export const barPath = '/__author';

/** What the author's tools know of the content right now; tells the terminal when it changes. */
export class ContentWatch {
  /** Those of the preview once it stands. */
  reloads: Reloads = { count: 0 };
  readonly #root: string;
  readonly #print: (text: string) => void;
  readonly #colours: boolean;
  readonly #lastGood = new Map<string, string>();
  #known: KnownContent | null = null;
  #state = '';
  #running: Promise<boolean> | null = null;

  constructor(root: string, print: (text: string) => void, colours: boolean) {
    this.#root = root;
    this.#print = print;
    this.#colours = colours;
  }

  get hasErrors(): boolean {
    return this.#known?.findings.some(({ severity }) => severity === 'error') ?? false;
  }

  /** True when the content's findings tell why a page of it fails. */
  get explainsFailures(): boolean {
    return this.hasErrors || draftFailures(this.#known?.findings ?? []).length > 0;
  }

  /** Checks the content again; calls during a check wait for it. Resolves to whether its findings changed. */
  async check(): Promise<boolean> {
    while (this.#running) await this.#running;
    this.#running = this.#checkNow().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #checkNow(): Promise<boolean> {
    const checked = await checkContent(this.#root, { spell: voikkoSpeller });
    const { content, findings } = checked;
    this.#known = { content, findings, translations: await translationCounts(this.#root, checked) };
    const state = createHash('sha256').update(JSON.stringify(findings)).digest('hex');
    if (state === this.#state) return false;
    this.#state = state;
    const lines = findingLines(findings, this.#colours);
    this.#print(
      `\n${lines === '' ? '' : `${lines}\n`}${closing(findings).replace(' ja aja tarkistus uudelleen', '')}\n`,
    );
    return true;
  }

  /**
   * Answers what belongs to the author's tools, and sees to it that a page is sent with the bar and its errors.
   * @returns false when the request is for somebody else.
   */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const known = this.#known;
    if (request.method !== 'GET' || known === null) return false;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://preview');
    if (pathname === statePath) {
      send(response, 200, 'text/plain', this.#state);
      return true;
    }
    if (pathname === reloadsPath) {
      send(response, 200, 'text/plain', String(this.reloads.count));
      return true;
    }
    if (pathname === barPath) {
      send(response, 200, 'application/json', JSON.stringify(pageState(searchParams.get('path') ?? '/', known)));
      return true;
    }
    if (!request.headers.accept?.includes('text/html')) return false;
    const { count } = this.reloads;
    holdResponse(response, (answer) => {
      const preview = { known, state: this.#state, reloads: count, lastGood: this.#lastGood, textsOf: this.#textsOf };
      return shownPage(pathname, answer, preview);
    });
    return false;
  }

  /** Answers as long as there is no preview: pages are the errors. @returns as {@link answer} */
  answerAlone(request: IncomingMessage, response: ServerResponse): boolean {
    const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html');
    if (!isPage || !this.hasErrors) return this.answer(request, response);
    const findings = this.#known?.findings ?? [];
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'",
    );
    void this.#textsOf(findings.map(({ file }) => file)).then((texts) => {
      send(response, 500, 'text/html; charset=utf-8', errorPage(findings, this.#state, texts));
    });
    return true;
  }

  readonly #textsOf = async (files: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const texts = [...new Set(files)].map(async (file) => {
      const text = await readFile(join(this.#root, file), 'utf8').catch(() => null);
      return text === null ? [] : [[file, text] as const];
    });
    return new Map((await Promise.all(texts)).flat());
  };
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.setHeader('cache-control', 'no-store');
  response.end(body);
}
