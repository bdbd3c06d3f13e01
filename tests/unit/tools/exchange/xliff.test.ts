import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../../../src/course/checkContent.ts';
import { parseMdx } from '../../../../src/course/mdxBody.ts';
import { readContent } from '../../../../src/course/readContent.ts';
import { bodyUnits } from '../../../../tools/exchange/xliff/bodyUnits.ts';
import { moduleIds, unitsOf } from '../../../../tools/exchange/xliff/moduleUnits.ts';
import { codesOf, written } from '../../../../tools/exchange/xliff/pieces.ts';
import { readWritten } from '../../../../tools/exchange/xliff/readWritten.ts';
import { readXliff, readXliffHead } from '../../../../tools/exchange/xliff/readXliff.ts';
import { writeXliff } from '../../../../tools/exchange/xliff/writeXliff.ts';
import { run as translateExport } from '../../../../tools/translateExport.ts';
import { run as translateImport } from '../../../../tools/translateImport.ts';
import { run as translateStatus } from '../../../../tools/translateStatus.ts';

const body = `
## Otsikko *tärkeä*

Katso [ohje](https://esimerkki.fi/ohje) ja <Term id="kela">Kelan **uusi** sivu</Term>. <Source id="laki" place="1 §" />

<Callout type="note" title="Muista tämä">

- Yksi 2 < 3 \\{x\\}
- <Source id="laki" />
- ![Kaksi ihmistä](kuva.png)

</Callout>

<Question id="alku/kysymys" />
`;

describe('a body’s texts', () => {
  const units = bodyUnits(parseMdx(body), body);

  it('are its headings, paragraphs, list items and the attributes that are read', () => {
    expect(units.map(({ pieces, mdx }) => written(pieces, mdx))).toEqual([
      'Otsikko *tärkeä*',
      'Katso [ohje](https://esimerkki.fi/ohje) ja <Term id="kela">Kelan **uusi** sivu</Term>. <Source id="laki" place="1 §" />',
      'Muista tämä',
      'Yksi 2 \\< 3 \\{x\\}',
      'Kaksi ihmistä',
    ]);
  });

  it('have a code for each link, term, source and emphasis', () => {
    expect(codesOf(units[1]!.pieces).map(({ id, open, close }) => [id, open, close])).toEqual([
      ['1', '[', '](https://esimerkki.fi/ohje)'],
      ['2', '<Term id="kela">', '</Term>'],
      ['3', '**', '**'],
      ['4', '<Source id="laki" place="1 §" />', null],
    ]);
  });

  it('are read back from what is kept', () => {
    for (const unit of units) expect(readWritten(written(unit.pieces, unit.mdx), unit)).toEqual(unit.pieces);
    expect(readWritten('Ei linkkiä', units[1]!)).toBeNull();
  });
});

describe('a file that another tool wrote anew', () => {
  const texts = {
    id: 'alku/osio',
    file: 'x.mdx',
    units: bodyUnits(parseMdx('Yksi *kaksi*. Kolme <Source id="a" />.'), 'Yksi *kaksi*. Kolme <Source id="a" />.'),
  };
  const id = `body-1.${texts.units[0]!.hash}`;
  const file = (segments: string) =>
    `<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="fi-FI" trgLang="sv-FI"><x:file id="alku.osio"><x:group id="g"><x:unit id="${id}">${segments}</x:unit></x:group></x:file></x:xliff>`;
  const read = (segments: string) =>
    readXliff(readXliffHead(file(segments), 'x.xlf'), [texts]).sections[0]!.translations[0]?.target;
  const first =
    '<x:segment state="final"><x:source>Yksi</x:source><x:target>Ett <x:pc id="1"><x:mrk id="m" type="comment">två</x:mrk></x:pc>.</x:target></x:segment>';
  const between = '<x:ignorable><x:source> </x:source></x:ignorable>';

  it('is read over its segments, groups, prefixes and marks, with codes in another order', () => {
    expect(
      read(
        `${first}${between}<x:segment><x:source>Kolme</x:source><x:target>Tre <x:ph id="2"/>.</x:target></x:segment>`,
      ),
    ).toBe('Ett *två*. Tre <Source id="a" />.');
    expect(
      read('<x:segment><x:source/><x:target><x:ph id="2"/> först, <x:pc id="1">sedan</x:pc></x:target></x:segment>'),
    ).toBe('<Source id="a" /> först, *sedan*');
  });

  it('has no translation of what is translated in part', () => {
    expect(read(`${first}${between}<x:segment><x:source>Kolme</x:source></x:segment>`)).toBeUndefined();
  });

  it.each([
    '<x:ph id="1"/> <x:ph id="2"/>',
    '<x:pc id="1">a</x:pc><x:pc id="1">b</x:pc><x:ph id="2"/>',
    '<x:pc id="9">a</x:pc><x:ph id="2"/>',
    '<x:sc id="1"/>a<x:ec startRef="1"/><x:ph id="2"/>',
  ])('is refused with the codes %s', (target) => {
    expect(() => read(`<x:segment><x:source/><x:target>Ord ${target}</x:target></x:segment>`)).toThrow(
      'puuttuu merkintöjä',
    );
  });
});

describe('all modules of the course', () => {
  it('go out and come back as they were, when every target is its source', async () => {
    const content = await readContent(join(import.meta.dirname, '../../../..'));
    for (const module of moduleIds(content)) {
      const originals = unitsOf(content, module);
      const xliff = writeXliff(
        'sv',
        originals.map((texts) => ({ texts, kept: [] })),
      ).replace(/<source>(.*?)<\/source>/gs, '$&<target>$1</target>');
      const { sections, remarks } = readXliff(readXliffHead(xliff, 'x.xlf'), originals);
      expect(remarks).toEqual([]);
      expect(sections.map(({ id, translations }) => [id, translations.map(({ target }) => target)])).toEqual(
        originals.map(({ id, units }) => [id, units.map(({ pieces, mdx }) => written(pieces, mdx))]),
      );
      const again = writeXliff(
        'sv',
        originals.map((texts, index) => ({ texts, kept: sections[index]!.translations })),
      );
      expect(again.match(/<target>/g)).toHaveLength(originals.flatMap(({ units }) => units).length);
    }
  });
});

describe('npm run translate:export, translate:import and translate:status', () => {
  let root: string;
  let printed: string;
  const say = (text: string) => (printed += `${text}\n`);
  const text = (path: string) => readFileSync(join(root, path), 'utf8');
  const edit = (path: string, change: (text: string) => string) => writeFileSync(join(root, path), change(text(path)));
  const everyFile = () => readdirSync(root, { recursive: true }).sort();
  let section: string;

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'oppihetki-xliff-'));
    const sound = join(import.meta.dirname, '../../../fixtures/content/sound');
    cpSync(sound, root, { recursive: true });
    printed = '';
    section = (await readContent(root)).entries.sections.find(({ id }) => id.startsWith('alku/'))!.id;
    expect(await translateExport(['alku', '--to', 'sv'], root, say)).toBe(0);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** As a translator would: a target after each source, with the words in it changed. */
  const translate = (change = (source: string) => source.replaceAll('a', 'å')) => {
    edit('alku.sv.xlf', (xliff) =>
      xliff.replace(/<source>(.*?)<\/source>/gs, (whole, source: string) => {
        return `${whole}<target>${source.replace(/(^|>)([^<]*)/g, (_, before: string, words: string) => before + change(words))}</target>`;
      }),
    );
  };
  const status = async () => {
    printed = '';
    await translateStatus(['--to', 'sv'], root, say);
    return printed.split('\n').find((line) => line.includes(`${section}:`))!;
  };

  it('keep a translation, and tell that it is whole', async () => {
    translate();
    expect([await translateImport(['alku.sv.xlf'], root, say), printed]).toEqual([
      0,
      expect.stringContaining('Tuotiin'),
    ]);
    expect(await status()).toMatch(/puuttuu 0, vanhentunut 0/);
    expect((await checkContent(root)).findings.filter(({ file: at }) => at.includes('translations'))).toEqual([]);
  });

  it('mark stale what changed in Finnish, and only that, also when other texts move', async () => {
    translate();
    await translateImport(['alku.sv.xlf'], root, say);
    edit(`src/content/modules/${section}.mdx`, (mdx) =>
      mdx
        .replace(/^title: .*/m, 'title: Aivan toinen otsikko')
        .replace(/^---\n\n/m, '---\n\nKokonaan uusi kappale.\n\n'),
    );
    expect(await status()).toMatch(/puuttuu 1, vanhentunut 1/);
    expect(printed).toContain('on muuttunut: title');
    rmSync(join(root, 'alku.sv.xlf'));
    await translateExport(['alku', '--to', 'sv'], root, say);
    expect(text('alku.sv.xlf')).toContain('Edellinen alkuperäinen');
  });

  it('keep the translation of a text that moved when only its new neighbour is translated', async () => {
    translate();
    await translateImport(['alku.sv.xlf'], root, say);
    edit(`src/content/modules/${section}.mdx`, (mdx) => mdx.replace(/^---\n\n/m, '---\n\nKokonaan uusi kappale.\n\n'));
    rmSync(join(root, 'alku.sv.xlf'));
    await translateExport(['alku', '--to', 'sv'], root, say);
    edit('alku.sv.xlf', (xliff) => {
      const only = '<target>Ett nytt stycke.</target>';
      return xliff.replace(/<target>.*?<\/target>/gs, '').replace('Kokonaan uusi kappale.</source>', `$&${only}`);
    });
    expect(await translateImport(['alku.sv.xlf'], root, say)).toBe(0);
    expect(await status()).toMatch(/puuttuu 0, vanhentunut 0/);
  });

  it('leave out a translation of what changed since it went out, and keep the rest', async () => {
    translate();
    edit(`src/content/modules/${section}.mdx`, (mdx) => mdx.replace(/^title: .*/m, 'title: Aivan toinen otsikko'));
    printed = '';
    expect(await translateImport(['alku.sv.xlf'], root, say)).toBe(0);
    expect(printed).toContain(`${section}, title`);
    expect(await status()).toMatch(/puuttuu 1,/);
  });

  it('count as missing what is not translated, and never lose what was', async () => {
    expect(await translateImport(['alku.sv.xlf'], root, say)).toBe(0);
    expect(await status()).toMatch(/käännetty 0/);
    translate();
    await translateImport(['alku.sv.xlf'], root, say);
    const whole = await status();
    edit('alku.sv.xlf', (xliff) => xliff.replace(/<target>.*?<\/target>/gs, '<target/>'));
    await translateImport(['alku.sv.xlf'], root, say);
    expect(await status()).toBe(whole);
  });

  it('take words only from the file: codes come from the original', async () => {
    translate((words) => `${words}&lt;script&gt;{x}`);
    edit('alku.sv.xlf', (xliff) => xliff.replace(/(<data id="\w+">)[^<]*/g, '$1&lt;script>'));
    expect(await translateImport(['alku.sv.xlf'], root, say)).toBe(0);
    const { units } = parse(text(`src/content/translations/sv/${section}.yaml`)) as {
      units: { key: string; target: string }[];
    };
    const ofBody = units.filter(({ key }) => /^body-\d+$/.test(key)).map(({ target }) => target);
    expect(ofBody.length).toBeGreaterThan(0);
    for (const target of ofBody.filter((one) => one.includes('script')))
      expect(target.replace(/\\[<>{}]/g, '')).not.toMatch(/<script|\{x/);
  });

  it.each([
    [
      'codes removed',
      (xliff: string) => xliff.replace(/<target>.*?<\/target>/gs, '<target>pois</target>'),
      'puuttuu merkintöjä',
    ],
    ['XLIFF 1.2', (xliff: string) => xliff.replace('version="2.0"', 'version="1.2"'), 'ei ole XLIFF 2'],
    ['German', (xliff: string) => xliff.replace('trgLang="sv"', 'trgLang="de"'), 'kielet eivät käy'],
    ['another module', (xliff: string) => xliff.replaceAll('file id="alku.', 'file id="muu.'), 'ei ole kansiossa'],
    ['a way out', (xliff: string) => xliff.replaceAll('file id="alku.', 'file id="../x.'), 'yhdestä|ei kelpaa|ei ole'],
    ['a document type', (xliff: string) => xliff.replace('<xliff', '<!DOCTYPE xliff><xliff'), 'DOCTYPE'],
    ['cut short', (xliff: string) => xliff.slice(0, 900), 'kesken|auki'],
  ])('refuse a file with %s in plain words, and write nothing', async (_, change, said) => {
    translate();
    edit('alku.sv.xlf', change);
    const before = everyFile();
    printed = '';
    expect(await translateImport(['alku.sv.xlf'], root, say)).toBe(1);
    expect(printed).toMatch(new RegExp(said));
    expect(everyFile()).toEqual(before);
  });

  it('refuse what they cannot do in plain words', async () => {
    expect(await translateExport(['alku', '--to', 'sv'], root, say)).toBe(1);
    expect(await translateExport(['alku', '--to', 'de'], root, say)).toBe(1);
    expect(await translateExport(['puuttuu', '--to', 'sv'], root, say)).toBe(1);
    expect(await translateImport(['puuttuu.xlf'], root, say)).toBe(1);
    expect(await translateStatus(['--to', 'de'], root, say)).toBe(1);
    expect(printed).toMatch(
      /on jo olemassa[\s\S]*Käyttö:[\s\S]*Moduulia puuttuu ei ole[\s\S]*puuttuu\.xlf ei ole[\s\S]*Käyttö:/,
    );
  });
});
