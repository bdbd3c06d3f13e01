import { spawnSync } from 'node:child_process';
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { projectCopy } from '../support/projectCopy.ts';

const module = 'asiakkaana-tasmatyokykyinen-henkilo';

it('a review copy of a draft that cannot be read is refused with the file and line, in plain words and without a stack', async () => {
  const folder = await projectCopy();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const front = join(folder, 'src/content/modules', module, 'index.mdx');
  await writeFile(front, (await readFile(front, 'utf8')).replace(/^version: /m, 'draft: true\nversion: '));
  const section = join(folder, 'src/content/modules', module, 'kertaus.mdx');
  const lines = (await readFile(section, 'utf8')).split('\n').length;
  await appendFile(section, '\n<Callout type="tip">\n');

  const command = [join(folder, 'tools', 'reviewCopy.ts'), module, '--out', 'kopio.html'];
  const { PATH, HOME } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, env: { PATH, HOME } });
  const said = `${stderr.toString()}${stdout.toString()}`;
  expect(status).toBe(1);
  expect(said).toContain(
    `src/content/modules/${module}/kertaus.mdx:${lines + 1}  virhe  Komponentti <Callout> jää sulkematta.`,
  );
  expect(said).toContain('→ Lisää sen loppuun </Callout>');
  expect(said).toMatch(/Sivustoa ei voitu rakentaa\. Korjaa ensin yllä kerrotut kohdat\.\n$/);
  expect(said).not.toMatch(/\n\s+at /);
  expect(await readdir(folder)).not.toContain('kopio.html');
}, 120_000);
