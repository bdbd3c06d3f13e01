import { onTestFinished } from 'vitest';
import type { Person } from '../../src/people/ports.ts';
import { demoAccounts } from '../../tools/oidc/demoAccounts.ts';
import { type Account, type LocalProvider, startLocalProvider } from '../../tools/oidc/localProvider.ts';
import { oidcEnvironment } from './oidcEnvironment.ts';
import { type OidcBrowser, oidcBrowser } from './oidcBrowser.ts';
import { origin, testApp, type TestApp } from './testApp.ts';

/** The application beside a real provider, and browsers to sign in with. */
export interface OidcApp extends TestApp {
  readonly provider: LocalProvider;
  /** The provider's people: what a test changes, the next sign-in tells. */
  readonly accounts: Map<string, Account>;
  browser(): OidcBrowser;
  /** Who is signed in in a browser, as the sessions know it. */
  whoIs(browser: OidcBrowser): Promise<Person | null>;
}

/** Opens both for one test; they end with it. */
export async function oidcApp(env: Record<string, string> = {}): Promise<OidcApp> {
  const accounts = new Map(demoAccounts);
  const provider = await startLocalProvider({ productOrigin: origin, accounts });
  onTestFinished(() => provider.close());
  const app = await testApp({ env: { ...oidcEnvironment(provider), ...env } });
  return {
    ...app,
    provider,
    accounts,
    browser: () => oidcBrowser(app),
    async whoIs({ cookies }) {
      const visitor = await app.services().sessions.visitor(cookies.get('oppihetki-session') ?? null);
      return visitor?.person ?? null;
    },
  };
}
