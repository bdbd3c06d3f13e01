import { chromium } from '@playwright/test';
import { findOrInstallBrowser } from '../support/findBrowser.ts';
import { freePort } from '../support/runningServer.ts';
import type { PageKind } from '../support/pageKinds.ts';

/** A browser that Lighthouse opens its pages in. */
export interface MeasuredBrowser {
  /** Where it is driven from. */
  readonly port: number;
  /** Makes a demo persona the one who is signed in, or nobody. */
  signIn(origin: string, persona: PageKind['persona']): Promise<void>;
  close(): Promise<void>;
}

/** Starts a browser with a profile of its own, in memory. */
export async function openBrowser(): Promise<MeasuredBrowser> {
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: findOrInstallBrowser(),
    args: [
      `--remote-debugging-port=${port}`,
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-quic',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  const driver = await browser.newBrowserCDPSession();
  return {
    port,
    async signIn(origin, persona) {
      await driver.send('Storage.clearCookies', {});
      if (persona) await driver.send('Storage.setCookies', { cookies: await cookiesOf(origin, persona) });
    },
    close: () => browser.close(),
  };
}

/** What the sign-in gives a browser. */
async function cookiesOf(origin: string, persona: string): Promise<{ name: string; value: string; url: string }[]> {
  const response = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ persona }),
    headers: { origin },
    redirect: 'manual',
  });
  return response.headers.getSetCookie().map((line) => {
    const [name = '', value = ''] = line.split(';')[0]!.split('=');
    return { name, value, url: origin };
  });
}
