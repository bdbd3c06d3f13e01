import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningPreview, startPreview } from '../support/runningPreview.ts';

const module = 'asiakkaana-tasmatyokykyinen-henkilo';
const section = 'src/content/modules/asiakkaana/kun-tyo-sopii-tekijalle.mdx';
let preview: RunningPreview;

/** What an author does who gives a module a shorter id: its folder, the list of the course, the line that the check offers. */
async function renameModule(folder: string): Promise<void> {
  const rewrite = async (file: string, change: (text: string) => string) => {
    await writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8')));
  };
  const content = join(folder, 'src', 'content');
  await rename(join(content, 'modules', module), join(content, 'modules', 'asiakkaana'));
  await rewrite('src/content/courses/tyokyvyn-ja-tyollistymisen-tuki.yaml', (text) =>
    text.replace(module, 'asiakkaana'),
  );
  const line = new RegExp(`^module ${module} .*$`, 'm');
  await rewrite('src/content/published-ids.txt', (text) => text.replace(line, '$& replaced by asiakkaana'));
  // A claim that was to be looked at again long ago.
  await rewrite(section, (text) => text.replace('<Source ', '<Source reviewBy="2020-01-31" '));
}

beforeAll(async () => {
  preview = await startPreview(renameModule);
}, 120_000);
afterAll(() => preview?.dispose());

const page = async (path: string) => {
  const response = await fetch(`${preview.origin}${path}`, { headers: { accept: 'text/html' } });
  expect(response.status, path).toBe(200);
  return response.text();
};

describe('in the preview of a course whose module got another id', () => {
  it('pages know by which ids a learner’s reflection may be kept', async () => {
    for (const path of ['/fi/asiakkaana/kertaus/', '/sv/asiakkaana/print/']) {
      const [, modules] = /<oppi-reflection[^>]* data-modules="([^"]*)"/.exec(await page(path)) ?? [];
      expect(modules?.split(' '), path).toEqual(['asiakkaana', module]);
    }
    expect(await page('/fi/tyokyvyn-tuki-asiakastyossa/kertaa-ja-kokeile/')).toContain(
      'data-modules="tyokyvyn-tuki-asiakastyossa"',
    );
  });

  it('coordinators see what the check tells of what was saved last, and how the translations stand', async () => {
    const authoring = await page('/fi/authoring/');
    expect(authoring).toContain('Tämä tieto piti tarkistaa viimeistään 31.1.2020.');
    expect(authoring).toContain(section);
    expect(authoring).toMatch(/<h2 id="translations"[^>]*>\s*Käännökset/);
    expect(authoring).toContain('Oppijan sivut eivät vielä näytä käännöksiä');
    await writeFile(
      join(preview.folder, section),
      (await readFile(join(preview.folder, section), 'utf8')).replace(' reviewBy="2020-01-31"', ''),
    );
    await expect.poll(() => page('/fi/authoring/'), { timeout: 20_000 }).not.toContain('31.1.2020');
  });

  it('a draft’s review copy tells the remarks of its module', async () => {
    expect(await page('/fi/authoring/review/asiakkaana/')).not.toContain('Huomautukset eivät ole tiedossa');
  });
});
