import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContentWatch } from '../../../tools/authorErrors/contentWatch.ts';
import { errorPage } from '../../../tools/authorErrors/errorPage.ts';
import { untilMended } from '../../../tools/authorErrors/untilMended.ts';
import { soundRoot } from '../../support/contentFixture.ts';

let root: string;
let printed: string;
let watch: ContentWatch;
const section = 'src/content/modules/alku/sanat.mdx';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'oppihetki-preview-'));
  cpSync(soundRoot, root, { recursive: true });
  printed = '';
  watch = new ContentWatch(root, (text) => (printed += text), false);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const edit = (find: string, put: string) => {
  writeFileSync(join(root, section), readFileSync(join(root, section), 'utf8').replace(find, put));
};
const get = (port: number, accept: string, path = '/fi/') =>
  fetch(`http://127.0.0.1:${port}${path}`, { headers: { accept } });

/** Starts waiting with a mistake in the content, and resolves to the port once the errors are served. */
async function waitingWithMistake(): Promise<{ port: number; mended: Promise<void> }> {
  edit('<Term id', '<Trem id');
  edit('</Term>', '</Trem>');
  const { promise, resolve } = Promise.withResolvers<number>();
  const mended = untilMended(watch, { host: '127.0.0.1', port: 0 }, resolve);
  return { port: await promise, mended };
}

describe('an author’s mistake before the preview starts', () => {
  it('is shown in the browser and the terminal, and waited for', async () => {
    const { port, mended } = await waitingWithMistake();
    const page = await get(port, 'text/html');
    expect(page.status).toBe(500);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const html = await page.text();
    expect(html).toContain('Komponenttia &#60;Trem&#62; ei ole.');
    expect(html).toContain('sanat.mdx:8');
    expect(printed).toContain(`${section}:8  virhe  Komponenttia <Trem> ei ole.`);
    const before = await (await get(port, '*/*', '/__content-state')).text();
    edit('<Trem id', '<Term id');
    edit('</Trem>', '</Term>');
    await mended;
    expect(watch.hasErrors).toBe(false);
    expect(printed).toMatch(/Sisältö on kunnossa\.\n$/);
    expect(before).not.toBe('');
    await expect(get(port, 'text/html')).rejects.toThrow();
  });

  it('answers what is no page with 503', async () => {
    const { port, mended } = await waitingWithMistake();
    expect((await get(port, 'application/json', '/api/progress')).status).toBe(503);
    edit('<Trem id', '<Term id');
    edit('</Trem>', '</Term>');
    await mended;
  });

  it('keeps nobody waiting when there is none', async () => {
    await untilMended(watch, { host: '127.0.0.1', port: 0 }, () => expect.unreachable());
    expect(watch.hasErrors).toBe(false);
  });
});

describe('the preview’s watch', () => {
  it('tells only what is new', async () => {
    expect(await watch.check()).toBe(true);
    const once = printed;
    expect(await watch.check()).toBe(false);
    expect(printed).toBe(once);
  });

  it('lets pages through when there are only warnings', async () => {
    edit('## Työkyky', '# Työkyky');
    await watch.check();
    expect(watch.hasErrors).toBe(false);
    expect(printed).toContain('huomautus');
  });
});

it('the error page shows content as text, never as markup', () => {
  const finding = {
    file: '<b>.mdx',
    line: 1,
    rule: 'x',
    severity: 'error',
    message: '<script>alert("1")</script>',
    fix: '&',
  } as const;
  const html = errorPage([finding], 'a');
  expect(html).not.toContain('<script>alert');
  expect(html).toContain('&#60;script&#62;alert(&#34;1&#34;)');
});
