import { spawn, spawnSync } from 'node:child_process';
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
  return [
    // Lint reads the types of the content that the first check writes; the others run beside it.
    ...(await Promise.all(Object.entries({ types, ...others }).map(([name, args]) => checkBeside(name, args)))),
    check('lint', lint),
    check('build', ['tools/build.ts']),
    vitest(),
    playwright(browser),
  ].reduce((sum, count) => ({ passed: sum.passed + count.passed, failed: sum.failed + count.failed }));
}

/** Runs a check beside others, and prints what it said when it is done. */
function checkBeside(name: string, args: readonly string[]): Promise<Count> {
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

function check(name: string, args: readonly string[]): Count {
  const seconds = since();
  const ok = run(args) === 0;
  console.log(`${ok ? 'ok' : 'FAILED'}  ${name} (${seconds()} s)`);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function vitest(): Count {
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

function playwright(browser: string): Count {
  const file = join(results, 'playwright.json');
  const args = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/e2e/playwright.config.ts'];
  return counted('playwright', args, { BROWSER_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file }, () => {
    const { stats } = readJson(file) as { stats: { expected: number; unexpected: number; flaky: number } };
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  });
}

/** A runner that ends badly without a failed test (a file that does not load, a crash) counts as one failure. */
function counted(name: string, args: readonly string[], env: Record<string, string>, read: () => Count): Count {
  const seconds = since();
  const code = run(args, env);
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

function run(args: readonly string[], env: Record<string, string> = {}): number | null {
  return spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...environment, ...env },
  }).status;
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
