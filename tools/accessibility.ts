import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { automatedChecksFile } from '../src/course/contentFolders.ts';
import { helsinkiDate } from '../src/reports/helsinkiTime.ts';
import { astroEnvironment } from './runAstro.ts';

const root = join(import.meta.dirname, '..');

/**
 * `npm run accessibility`: builds, runs every browser test, and when all pass writes what they looked at into the evidence of
 * the accessibility statement, with today's date. Commit the file. Exit code 1 when a test fails; the file stays then.
 */
function writeEvidence(): number {
  const results = mkdtempSync(join(tmpdir(), 'oppihetki-accessibility-'));
  const today = helsinkiDate(new Date());
  const env = {
    ...process.env,
    ...astroEnvironment,
    ACCESSIBILITY_DATE: today,
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(results, 'playwright.json'),
  };
  const run = (...args: string[]) =>
    spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status === 0;
  const passed =
    run('tools/build.ts') &&
    run('node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/e2e/playwright.config.ts');
  rmSync(results, { recursive: true, force: true });
  console.log(
    passed
      ? `${automatedChecksFile} says what was looked at. Look at the change and commit it.`
      : `A test failed, so ${automatedChecksFile} was not changed.`,
  );
  return passed ? 0 : 1;
}

process.exitCode = writeEvidence();
