import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/course/checkContent.ts';
import { run as newModule } from '../../../tools/newModule.ts';
import { withEntry, withFrontmatterEntry } from '../../../tools/newContent/listEdit.ts';
import { suggestion } from '../../../tools/newContent/newIds.ts';
import { run as newPart } from '../../../tools/newPart.ts';
import { soundRoot } from '../../support/contentFixture.ts';

let root: string;
let printed: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'oppihetki-new-'));
  cpSync(soundRoot, root, { recursive: true });
  printed = '';
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Runs the command as at a terminal whose user types `answers`, or without one. */
function make(args: readonly string[], answers: readonly string[] | null = null): Promise<0 | 1> {
  const input = new PassThrough();
  const output = new PassThrough();
  let next = 0;
  output.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (answers && /(?:\?|:)[^\n]* $/.test(chunk.toString())) input.write(`${answers[next++] ?? ''}\n`);
  });
  const terminal = { input: Object.assign(input, { isTTY: answers !== null }), output };
  return newModule(args, root, terminal as never, 'kurssi');
}
const part = (...args: string[]) => newPart(args, root, (text) => (printed += `${text}\n`));
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const errors = async () => (await checkContent(root)).findings.filter(({ severity }) => severity === 'error');
const everyFile = () => readdirSync(root, { recursive: true }).sort();

describe('npm run new:module', () => {
  it('makes a draft that passes the check, lists it in the course, and says what to do next', async () => {
    const status = await make(['uusi', '--title', 'Uusi moduuli', '--minutes', '12', '--objective', 'Osaat kysyä.']);
    expect(printed).toContain('npm run dev');
    expect(status).toBe(0);
    expect(await errors()).toEqual([]);
    expect(text('src/content/courses/kurssi.yaml')).toContain('- uusi');
    expect(text('src/content/modules/uusi/index.mdx')).toMatch(
      /title: Uusi moduuli[\s\S]*targetMinutes: 12[\s\S]*draft: true/,
    );
    expect(text('src/content/modules/uusi/index.mdx')).toContain('text: Osaat kysyä.');
  });

  it('asks at a terminal for what was not told', async () => {
    expect(await make(['uusi'], ['Kysytty nimi', '', 'Osaat yhden.', 'Osaat toisen.', ''])).toBe(0);
    const page = text('src/content/modules/uusi/index.mdx');
    expect(page).toMatch(/title: Kysytty nimi[\s\S]*targetMinutes: 25/);
    expect(page).toMatch(/tavoite-1\n +text: Osaat yhden\.[\s\S]*tavoite-2\n +text: Osaat toisen\./);
    expect(await errors()).toEqual([]);
  });

  it('has sensible values where there is neither a terminal nor an option', async () => {
    expect(await make(['uusi'])).toBe(0);
    expect(await errors()).toEqual([]);
  });

  it('keeps a title with quotes, colons and dashes as it is', async () => {
    await make(['uusi', '--title', 'Työ: "miten" – ja \'miksi\' #1']);
    const { entries } = await checkContent(root);
    expect(entries.modules.find(({ id }) => id === 'uusi')?.data.title).toBe('Työ: "miten" – ja \'miksi\' #1');
  });

  it.each([
    [['Työkyky'], 'esimerkiksi tyokyky'],
    [['reports'], 'varattu'],
    [['tulossa'], 'on jo olemassa'],
    [['uusi', '--minutes', 'paljon'], '1–60'],
    [['uusi', '--minutes', '0'], '1–60'],
    [['uusi', '--nimi', 'x'], 'Käyttö:'],
    [['uusi', 'toinen'], 'Käyttö:'],
    [[], 'Käyttö:'],
  ])('refuses %j in plain words, and writes nothing', async (args, told) => {
    const before = everyFile();
    expect(await make(args)).toBe(1);
    expect(printed).toContain(told);
    expect(everyFile()).toEqual(before);
  });

  it('refuses the id of a module that was published once', async () => {
    rmSync(join(root, 'src/content/modules/alku'), { recursive: true });
    rmSync(join(root, 'quizzes/alku.yaml'));
    expect(await make(['alku'])).toBe(1);
    expect(printed).toContain('viittaavat siihen');
  });
});

describe('npm run new:part', () => {
  it.each([
    [['quiz', 'lisaa'], 'quizzes/lisaa.yaml', '<Question id="lisaa/kysymys-1" />'],
    [['video', 'esittely'], 'videos/esittely/storyboard.fi.yaml', 'npm run videos -- esittely'],
    [['infographic', 'vaiheet'], 'src/content/infographics/vaiheet.yaml', '<Infographic id="vaiheet" />'],
  ])('%j makes a file that passes the check, and says how it is placed', async (args, file, told) => {
    expect(await part(...args)).toBe(0);
    expect(existsSync(join(root, file))).toBe(true);
    expect(printed).toContain(told);
    expect((await errors()).filter((finding) => finding.file === file)).toEqual([]);
  });

  it('lists a new section last in its module', async () => {
    await make(['uusi']);
    expect(await part('section', 'uusi/lopuksi')).toBe(0);
    const { entries } = await checkContent(root);
    expect(entries.modules.find(({ id }) => id === 'uusi')?.data.sections).toEqual(['tilanne', 'mita-teet', 'lopuksi']);
    expect(await errors()).toEqual([]);
  });

  it.each([
    [['section', 'ei-ole/osio'], 'Tiedostoa src/content/modules/ei-ole/index.mdx ei ole'],
    [['section', 'osio'], 'Käyttö:'],
    [['quiz', 'alku'], 'on jo olemassa'],
    [['quiz', '../x'], 'ei kelpaa'],
    [['kuva', 'x'], 'Käyttö:'],
    [['constructor', 'x'], 'Käyttö:'],
  ])('refuses %j in plain words, and writes nothing', async (args, told) => {
    const before = everyFile();
    expect(await part(...args)).toBe(1);
    expect(printed).toContain(told);
    expect(everyFile()).toEqual(before);
  });
});

describe('adding to a list', () => {
  it('changes nothing else of the text: comments, quotes and long lines stay', () => {
    const before = `# A comment\ntitle: "Quoted" # another\nsummary: ${'long '.repeat(40)}end\nmodules:\n  - one\n`;
    expect(withEntry(before, 'modules', 'two')).toBe(`${before}  - two\n`);
  });

  it('makes the list where there is none, and leaves the text after the frontmatter alone', () => {
    const body = '\n\nText with --- in it.\n\n---\n';
    expect(withFrontmatterEntry(`---\ntitle: T\n---${body}`, 'sections', 'one')).toBe(
      `---\ntitle: T\nsections:\n  - one\n---${body}`,
    );
  });
});

it.each([
  ['Työkyvyn tuki!', 'tyokyvyn-tuki'],
  ['  Ääni & yö  ', 'aani-yo'],
  ['???', ''],
])('suggests for %j the id %j', (given, id) => expect(suggestion(given)).toBe(id));
