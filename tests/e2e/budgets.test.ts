import type { Browser, Page } from '@playwright/test';
import { pageKinds, type PageKind } from '../support/pageKinds.ts';
import type { RunningServer } from '../support/runningServer.ts';
import { expect, test } from './site.ts';

interface Budget {
  /** Bytes of scripts, compressed. */
  readonly script: number;
  /** Bytes of everything but pictures, sound and captions, compressed. */
  readonly all: number;
}

/** What a page of text and links may weigh; one made on demand comes as it is, uncompressed. */
const plain: Budget = { script: 5_000, all: 52_000 };
const onDemand: Budget = { script: 5_000, all: 65_000 };

/** What a kind of page may weigh where it is more than plain text. Sections: issue 5, "Figures to hold". */
const budgets: Readonly<Record<string, Budget>> = {
  front: { script: 7_500, all: 60_000 },
  module: { script: 8_000, all: 65_000 },
  'section with a video': { script: 10_000, all: 80_000 },
  'section with questions': { script: 10_000, all: 80_000 },
  glossary: { script: 5_000, all: 65_000 },
  search: { script: 10_000, all: 60_000 },
  verify: onDemand,
  'sign-in': onDemand,
  'not found': onDemand,
  'own learning': onDemand,
  /** Filters and a row for each person; the demo data's few. */
  reports: { script: 5_000, all: 75_000 },
  authoring: onDemand,
  print: { script: 11_500, all: 100_000 },
};

/** Pages are measured as somebody sees them for the first time: nothing is in the browser's memory. */
async function weigh(browser: Browser, server: RunningServer, { path, persona }: PageKind): Promise<Budget> {
  const context = await browser.newContext({ baseURL: server.origin, locale: 'fi-FI', serviceWorkers: 'block' });
  if (persona) {
    const sent = await context.request.post('/sign-in', { form: { persona }, headers: { origin: server.origin } });
    expect(sent.ok()).toBe(true);
  }
  const page = await context.newPage();
  const { bytes, quietFor } = await count(page);
  await page.goto(path);
  // Scripts are asked for once the words have been shown, which may be long after the page has loaded.
  await expect.poll(() => bytes.script > 0 && quietFor() > 500, { timeout: 30_000 }).toBe(true);
  await context.close();
  return bytes;
}

interface Count {
  readonly bytes: Budget;
  /** For how many milliseconds nothing was asked for and nothing came. */
  readonly quietFor: () => number;
}

/** Adds up what arrives from now on. A document is counted with its headers: the browser tells of it as a whole only. */
async function count(page: Page): Promise<Count> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  const types = new Map<string, string>();
  const bytes = { script: 0, all: 0 };
  let last = performance.now();
  const seen = () => (last = performance.now());
  const add = (requestId: string, length: number, isWhole: boolean) => {
    const type = types.get(requestId) ?? '';
    seen();
    if (['Media', 'Image', 'TextTrack'].includes(type) || (type === 'Document') !== isWhole) return;
    bytes.all += length;
    if (type === 'Script') bytes.script += length;
  };
  client.on('Network.requestWillBeSent', seen);
  client.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  client.on('Network.dataReceived', ({ requestId, encodedDataLength }) => add(requestId, encodedDataLength, false));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => add(requestId, encodedDataLength, true));
  return { bytes, quietFor: () => performance.now() - last };
}

test('every kind of page stays within its bytes: sections within 10 kB of JavaScript and 80 kB in all without media', async ({
  browser,
  server,
  course,
}) => {
  test.setTimeout(180_000);
  const over: string[] = [];
  for (const kind of pageKinds(course.course)) {
    const budget = budgets[kind.name.replace(', signed in', '')] ?? plain;
    const { script, all } = await weigh(browser, server, kind);
    console.log(`${kind.name}: ${script} bytes of JavaScript, ${all} in all without media`);
    expect(script, kind.name).toBeGreaterThan(0);
    if (script > budget.script || all > budget.all) over.push(`${kind.name}: ${script} and ${all}`);
  }
  expect(over).toEqual([]);
});
