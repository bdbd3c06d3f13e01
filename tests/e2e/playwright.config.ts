import { defineConfig } from '@playwright/test';
import { findOrInstallBrowser } from '../support/findBrowser.ts';

const isRoot = process.getuid?.() === 0;

const longest = '**/preview.test.ts';

/** A browser takes the last list it is given: here stand those of Playwright's own list that matter to these tests too. */
const withoutFeatures = [
  // Otherwise requests that may outlive their page (`keepalive`) pass by `page.route` in some versions.
  'KeepAliveInBrowserMigration',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'Translate',
];

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 3,
  // The authors' preview is tested in one long row: begun last, it would keep one core waiting.
  projects: [
    { name: 'preview', testMatch: longest },
    { name: 'others', testIgnore: longest },
  ],
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // A run of every test also holds what the accessibility statement says of it.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['dot'], ['json'], ['./accessibilityEvidence.ts']] : 'list',
  use: {
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: findOrInstallBrowser(),
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-gpu',
        '--disable-component-update',
        `--disable-features=${withoutFeatures.join(',')}`,
        '--disable-quic',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
