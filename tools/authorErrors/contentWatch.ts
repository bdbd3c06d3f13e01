import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkContent } from '../../src/course/checkContent.ts';
import type { Finding } from '../../src/course/finding.ts';
import { closing, findingLines } from '../contentCheck/asText.ts';
import { voikkoSpeller } from '../spelling/voikkoSpeller.ts';
import { errorPage, statePath } from './errorPage.ts';

/** What the author's tools know of the content right now; tells the terminal when it changes. */
export class ContentWatch {
  readonly #root: string;
  readonly #print: (text: string) => void;
  readonly #colours: boolean;
  #findings: readonly Finding[] = [];
  #state = '';
  #running: Promise<boolean> | null = null;

  constructor(root: string, print: (text: string) => void, colours: boolean) {
    this.#root = root;
    this.#print = print;
    this.#colours = colours;
  }

  get hasErrors(): boolean {
    return this.#findings.some(({ severity }) => severity === 'error');
  }

  /** Checks the content again; calls during a check wait for it. Resolves to whether anything changed. */
  async check(): Promise<boolean> {
    while (this.#running) await this.#running;
    this.#running = this.#checkNow().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #checkNow(): Promise<boolean> {
    const { findings } = await checkContent(this.#root, { spell: voikkoSpeller });
    const state = createHash('sha256').update(JSON.stringify(findings)).digest('hex');
    if (state === this.#state) return false;
    this.#findings = findings;
    this.#state = state;
    const lines = findingLines(findings, this.#colours);
    this.#print(
      `\n${lines === '' ? '' : `${lines}\n`}${closing(findings).replace(' ja aja tarkistus uudelleen', '')}\n`,
    );
    return true;
  }

  /**
   * Answers what belongs to the author's tools: the content's state, and instead of pages the errors while there are some.
   * @returns false when the request is for somebody else.
   */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET') return false;
    if (request.url === statePath) {
      send(response, 200, 'text/plain', this.#state);
      return true;
    }
    if (!this.hasErrors || !request.headers.accept?.includes('text/html')) return false;
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'",
    );
    send(response, 500, 'text/html; charset=utf-8', errorPage(this.#findings, this.#state));
    return true;
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.setHeader('cache-control', 'no-store');
  response.end(body);
}
