import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../tools/checkContent.ts';
import { soundRoot } from '../../support/contentFixture.ts';

let root: string;
let printed: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'oppihetki-content-'));
  cpSync(soundRoot, root, { recursive: true });
  printed = '';
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const check = (...options: string[]) => run(options, root, { write: (text) => (printed += text), colours: false });
const edit = (file: string, find: string, put: string) => {
  writeFileSync(join(root, file), readFileSync(join(root, file), 'utf8').replace(find, put));
};
const ledger = () => readFileSync(join(root, 'src/content/published-ids.txt'), 'utf8');

describe('npm run check:content', () => {
  it('ends with 0, the minutes and one sentence when all is in order', async () => {
    expect(await check()).toBe(0);
    expect(printed).toMatch(/alku +2,1 min {2}tavoite 2 min/);
    // Where no speller is installed, that is told last.
    expect(printed).toMatch(/Sisältö on kunnossa\.\n(Oikolukua ei tehty.*\n)?$/);
  });

  it('ends with 1 and tells file, line, what is wrong and the fix', async () => {
    edit('src/content/modules/alku/sanat.mdx', 'alku/mita-on', 'alku/mita');
    expect(await check()).toBe(1);
    expect(printed).toContain(
      'src/content/modules/alku/sanat.mdx:12  virhe  Kysymystä ”mita” ei ole kysymyssarjassa ”alku”.\n  → ',
    );
    expect(printed).toContain('Sisällössä on 1 virhe ja 1 huomautus.');
  });

  it('ends with 0 on warnings alone, and with 1 when told to be strict', async () => {
    edit('src/content/modules/alku/sanat.mdx', '## Työkyky', '# Työkyky');
    expect(await check()).toBe(0);
    expect(printed).toContain('Sisältö kelpaa, mutta siinä on 1 huomautus.');
    expect(await check('--strict')).toBe(1);
  });

  it('ends with 2 and the usage for an option it does not know', async () => {
    expect(await check('--jsn')).toBe(2);
    expect(printed).toContain('Käyttö:');
  });

  it('prints nothing but JSON for machines', async () => {
    edit('src/content/modules/alku/sanat.mdx', '## Työkyky', '# Työkyky');
    expect(await check('--json')).toBe(0);
    expect(JSON.parse(printed)).toEqual({
      modules: [
        {
          id: 'alku',
          minutes: 2.1,
          target: 2,
          sections: [
            { id: 'sanat', minutes: 0.7 },
            { id: 'palvelut', minutes: 1.4 },
          ],
        },
      ],
      findings: [
        {
          file: 'src/content/modules/alku/sanat.mdx',
          line: 6,
          rule: 'heading-level',
          severity: 'warning',
          message: expect.any(String) as string,
          fix: expect.any(String) as string,
        },
      ],
    });
  });

  it('publishes new ids and keeps the old ones', async () => {
    const before = ledger();
    edit(
      'quizzes/alku.yaml',
      '  - id: kenelta',
      '  - id: mita-on-2\n    type: multiple\n    prompt: x\n    choices:\n      - { id: a, text: x, correct: true, explanation: x }\n      - { id: b, text: x, explanation: x }\n  - id: kenelta',
    );
    edit('src/content/modules/alku/palvelut.mdx', '## Verkosto', '<Question id="alku/mita-on-2" />');
    expect(await check('--publish')).toBe(0);
    expect(printed).toContain('Julkaistuiksi merkittiin 3 uutta tunnusta');
    const added = ledger()
      .split('\n')
      .filter((line) => !before.split('\n').includes(line));
    expect(added).toEqual(['choice alku/mita-on-2/a', 'choice alku/mita-on-2/b', 'question alku/mita-on-2']);
  });

  it('publishes nothing while there are errors', async () => {
    const before = ledger();
    edit('quizzes/alku.yaml', 'id: naapuri', 'id: ystava');
    expect(await check('--publish')).toBe(1);
    expect(ledger()).toBe(before);
  });

  it('says what is missing in an empty folder instead of failing', async () => {
    rmSync(join(root, 'src'), { recursive: true });
    rmSync(join(root, 'quizzes'), { recursive: true });
    expect(await check()).toBe(1);
    expect(printed).toContain('src/content/glossary/terms.yaml:1  virhe  Tiedosto puuttuu.');
  });
});
