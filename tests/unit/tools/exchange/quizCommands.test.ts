import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../../../src/course/checkContent.ts';
import { run as exportQuiz } from '../../../../tools/quizExport.ts';
import { run as importQuiz } from '../../../../tools/quizImport.ts';
import { soundRoot } from '../../../support/contentFixture.ts';

let root: string;
let printed: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'oppihetki-exchange-'));
  cpSync(soundRoot, root, { recursive: true });
  printed = '';
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const say = (text: string) => (printed += `${text}\n`);
const everyFile = () => readdirSync(root, { recursive: true }).sort();
const put = (file: string, content: string | Uint8Array) => writeFileSync(join(root, file), content);

describe('npm run quiz:export and quiz:import', () => {
  it.each([
    ['gift', 'alku.gift'],
    ['qti', 'alku.qti.zip'],
  ])('carry a quiz by %s to a new one that passes the check', async (format, file) => {
    expect([await exportQuiz(['alku', '--format', format], root, say), printed]).toEqual([
      0,
      expect.stringContaining(file),
    ]);
    expect([await importQuiz([file, 'uusi'], root, say), printed]).toEqual([
      0,
      expect.stringContaining('quizzes/uusi.yaml'),
    ]);
    const { findings } = await checkContent(root);
    expect(findings.filter(({ file: at, severity }) => at === 'quizzes/uusi.yaml' && severity === 'error')).toEqual([]);
  });

  it('tells how many explanations are to be written, and what was left out', async () => {
    put('tuotu.gift', '\ufeffMikä? {=a\r\n~b#Koska.}\r\n\r\nKirjoita. {}\r\n');
    expect(await importQuiz(['tuotu.gift', 'uusi'], root, say)).toBe(0);
    expect(printed).toMatch(
      /Tuotiin 1 kysymystä[\s\S]*rivi 4: Kysymys jäi pois[\s\S]*Perustelu puuttui 1 vastaukselta/,
    );
    expect(readFileSync(join(root, 'quizzes/uusi.yaml'), 'utf8')).toContain('Kirjoita tähän');
  });

  it.each([
    [['tuotu.gift', 'alku'], 'on jo olemassa'],
    [['tuotu.gift', 'Uusi sarja'], 'esimerkiksi uusi-sarja'],
    [['tuotu.gift', '../x'], 'ei kelpaa'],
    [['puuttuu.gift', 'uusi'], 'ei ole'],
    [['rikki.gift', 'uusi'], 'puuttuu merkki }'],
    [['tyhja.gift', 'uusi'], 'yhtään kysymystä'],
    [['latin.gift', 'uusi'], 'UTF-8'],
    [['tuotu.docx', 'uusi'], 'muotoa ei tunneta'],
    [['tuotu.gift'], 'Käyttö:'],
  ])('import of %j is refused in plain words, and nothing is written', async (args, said) => {
    put('tuotu.gift', 'Mikä? {=a ~b}');
    put('tuotu.docx', 'x');
    put('rikki.gift', 'Hyvä? {=a ~b}\n\nMikä? {=a ~b');
    put('tyhja.gift', '');
    put('latin.gift', Uint8Array.of(0xe4, 0x7b, 0x7d));
    const before = everyFile();
    expect(await importQuiz(args, root, say)).toBe(1);
    expect(printed).toContain(said);
    expect(everyFile()).toEqual(before);
  });

  it.each([
    [['alku'], 'Käyttö:'],
    [['alku', '--format', 'docx'], 'Käyttö:'],
    [['puuttuu', '--format', 'gift'], 'ei ole'],
    [['alku', '--format', 'gift', '--out', 'valmis.gift'], 'on jo olemassa'],
    [['alku', '--format', 'gift', '--out', 'ei/ole.gift'], 'Kansiota'],
  ])('export of %j is refused in plain words, and nothing is written', async (args, said) => {
    put('valmis.gift', 'ennallaan');
    const before = everyFile();
    expect(await exportQuiz(args, root, say)).toBe(1);
    expect(printed).toContain(said);
    expect(everyFile()).toEqual(before);
    expect(readFileSync(join(root, 'valmis.gift'), 'utf8')).toBe('ennallaan');
  });
});
