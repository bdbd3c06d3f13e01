import { join } from 'node:path';
import { readBuiltCourse } from '../../src/server/openServices.ts';
import { pageKinds } from '../support/pageKinds.ts';
import { startServer } from '../support/runningServer.ts';
import { openBrowser } from './browser.ts';
import { type Figures, measure, measureApplied } from './measure.ts';

const dist = join(import.meta.dirname, '..', '..', 'dist');

/**
 * `npm run lighthouse`: Lighthouse's mobile profile on every kind of page of the product as its user starts it, and one
 * section with the throttling applied rather than calculated. A line for each page on standard output, with `--json` one of
 * JSON; what goes on on standard error. Words after the command choose the pages whose names hold one of them. It writes
 * nothing else. It ends with 1 where a page falls short of 100 in accessibility, best practices or SEO, or moves while it
 * loads. Performance depends on the machine and is told, not judged.
 */
async function report(words: readonly string[], json: boolean): Promise<boolean> {
  const print = (figures: Figures) => process.stdout.write(`${json ? JSON.stringify(figures) : lineOf(figures)}\n`);
  say('Starting the product, which is built first where that is needed');
  const server = await startServer();
  const browser = await openBrowser();
  try {
    const { course } = await readBuiltCourse(dist);
    const kinds = pageKinds(course).filter(
      ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
    );
    let isGood = true;
    if (!json) process.stdout.write(`${heading}\n`);
    for (const kind of kinds) {
      await browser.signIn(server.origin, kind.persona);
      const figures = await measure(server.origin, kind, browser.port);
      print(figures);
      isGood &&= figures.shortcomings.length === 0;
    }
    const section = kinds.find(({ name }) => name === 'section with a video');
    if (section) {
      await browser.signIn(server.origin, section.persona);
      print(await measureApplied(server.origin, section, browser.port));
    }
    return isGood;
  } finally {
    await browser.close();
    await server.dispose();
  }
}

const columns = ['perf', 'a11y', 'best', 'SEO', 'FCP s', 'LCP s', 'CLS', 'TBT ms'];
const heading = `${'page'.padEnd(36)}${columns.map((name) => name.padStart(8)).join('')}`;

function lineOf({ name, scores, seconds, shift, blocked, shortcomings: short, expected }: Figures): string {
  const { performance, accessibility, bestPractices, seo } = scores;
  const cells = [
    ...[performance, accessibility, bestPractices, seo].map((score) => (score === null ? '–' : String(score))),
    seconds.firstContent.toFixed(2),
    seconds.largestContent.toFixed(2),
    shift.toFixed(3),
    String(Math.round(blocked)),
  ];
  const notes = [
    ...short.map((one) => `\n    short of 100: ${one}`),
    ...expected.map((one) => `\n    as meant: ${one}`),
  ];
  return `${name.padEnd(36)}${cells.map((cell) => cell.padStart(8)).join('')}${notes.join('')}`;
}

function say(line: string): void {
  process.stderr.write(`${line} …\n`);
}

const words = process.argv.slice(2);
if (
  !(await report(
    words.filter((word) => !word.startsWith('--')),
    words.includes('--json'),
  ))
)
  process.exitCode = 1;
