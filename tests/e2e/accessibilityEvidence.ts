import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { automatedChecksFile } from '../../src/course/contentFolders.ts';
import type { AutomatedCheck } from '../../src/schemas/accessibility.ts';

/** The type of the annotation of a look that found no violations: what looked, and at which page. */
export const lookedAt = 'accessible';

/** The description of that annotation. */
export function lookOf(engine: { readonly name: string; readonly version: string }, page: string): string {
  return JSON.stringify({ engine: `${engine.name} ${engine.version}`, page } satisfies Look);
}

interface Look {
  readonly engine: string;
  readonly page: string;
}

const file = join(import.meta.dirname, '..', '..', automatedChecksFile);

/**
 * Holds the accessibility statement to the tests: what it says was looked at has to be looked at in every run of them all.
 * With `ACCESSIBILITY_DATE` set, the evidence is written anew under that date (`npm run accessibility`).
 */
export default class AccessibilityEvidence implements Reporter {
  readonly #looks: Look[] = [];

  onTestEnd(_test: TestCase, result: TestResult): void {
    for (const { type, description } of result.annotations)
      if (type === lookedAt && description) this.#take(JSON.parse(description) as Look);
  }

  /** The statement speaks of what is published: the guide and the forms of the authors' preview are not. */
  #take(look: Look): void {
    if (!look.page.startsWith('/__')) this.#looks.push(look);
  }

  onEnd(result: FullResult): Promise<{ status: FullResult['status'] } | undefined> {
    return Promise.resolve(this.#judge(result));
  }

  printsToStdio(): boolean {
    return false;
  }

  #judge(result: FullResult): { status: FullResult['status'] } | undefined {
    const now = {
      engine: this.#looks[0]?.engine ?? 'nothing',
      pages: [...new Set(this.#looks.map(({ page }) => page))].sort(),
      states: this.#looks.length,
    };
    const date = process.env['ACCESSIBILITY_DATE'];
    if (date) {
      if (result.status === 'passed') writeFileSync(file, `${JSON.stringify({ tests: { date, ...now } }, null, 2)}\n`);
      return undefined;
    }
    const { tests: told } = JSON.parse(readFileSync(file, 'utf8')) as { tests: AutomatedCheck };
    const missing = told.pages.filter((page) => !now.pages.includes(page));
    if (told.engine === now.engine && missing.length === 0 && told.states <= now.states) return undefined;
    console.log(
      `The accessibility statement says more than the tests looked at (${told.engine}, ${told.states} states; now ${now.engine}, ` +
        `${now.states}; not looked at: ${missing.join(', ') || 'none'}). Run npm run accessibility and commit ${automatedChecksFile}.`,
    );
    return { status: 'failed' };
  }
}
