import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks } from '../tools/checks.ts';
import { astroEnvironment } from '../tools/runAstro.ts';
import { compileCache } from './support/compileCache.ts';
import { findOrInstallBrowser } from './support/findBrowser.ts';

const root = join(import.meta.dirname, '..');
const results = mkdtempSync(join(tmpdir(), 'oppihetki-results-'));
const environment = { ...process.env, ...astroEnvironment, NODE_COMPILE_CACHE: compileCache };

interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** `npm test`: every check and test, the browser's included. The last line counts them; the exit code is 1 when one failed. */
async function test(): Promise<Count> {
  const browser = findOrInstallBrowser();
  console.log(`Browser: ${browser}`);
  const { types, lint, ...others } = checks;
  const first = await Promise.all(Object.entries({ types, ...others }).map(([name, args]) => check(name, args)));
  // Reads the types of the content that the first check writes, and leaves a core to what runs beside it.
  const linted = check('lint', lint);
  const built = await check('build', ['tools/build.ts']);
  const tested = await vitest();
  return [...first, await linted, built, tested, await playwright(browser)].reduce((sum, count) => ({
    passed: sum.passed + count.passed,
    failed: sum.failed + count.failed,
  }));
}

/** Runs a check, perhaps beside others, and prints what it said when it is done. */
function check(name: string, args: readonly string[]): Promise<Count> {
  const seconds = since();
  const child = spawn(process.execPath, args, { cwd: root, env: environment });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      console.log(`${code === 0 ? 'ok' : 'FAILED'}  ${name} (${seconds()} s)`);
      resolve(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
    });
  });
}

function vitest(): Promise<Count> {
  const file = join(results, 'vitest.json');
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  return counted('vitest', args, {}, () => {
    const report = readJson(file) as { numPassedTests: number; numFailedTests: number };
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  });
}

function playwright(browser: string): Promise<Count> {
  const file = join(results, 'playwright.json');
  const args = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/e2e/playwright.config.ts'];
  return counted('playwright', args, { BROWSER_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file }, () => {
    const { stats } = readJson(file) as { stats: { expected: number; unexpected: number; flaky: number } };
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  });
}

/** A runner that ends badly without a failed test (a file that does not load, a crash) counts as one failure. */
async function counted(
  name: string,
  args: readonly string[],
  env: Record<string, string>,
  read: () => Count,
): Promise<Count> {
  const seconds = since();
  const code = await run(args, env);
  let count: Count;
  try {
    count = read();
  } catch {
    count = { passed: 0, failed: 1 };
  }
  if (code !== 0 && count.failed === 0) count = { ...count, failed: 1 };
  console.log(
    `${count.failed === 0 ? 'ok' : 'FAILED'}  ${name}: ${count.passed} passed, ${count.failed} failed (${seconds()} s)`,
  );
  return count;
}

function run(args: readonly string[], env: Record<string, string>): Promise<number | null> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...environment, ...env } });
  return new Promise((resolve) => child.on('close', resolve));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function since(): () => string {
  const start = performance.now();
  return () => ((performance.now() - start) / 1000).toFixed(1);
}

const { passed, failed } = await test();
rmSync(results, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
