import { beforeAll, describe, expect, it } from 'vitest';
import type { ModuleNode } from '../../../../src/course/tree.ts';
import { languages } from '../../../../src/i18n/languages.ts';
import { translator } from '../../../../src/i18n/translate.ts';
import { certificatePdf, type CertificateContent } from '../../../../src/reports/certificates/pdf/certificatePdf.ts';
import { readTypeface, type Typeface } from '../../../../src/reports/certificates/pdf/typeface.ts';
import { smallCourse, smallModule } from '../../../support/course.ts';
import { type PdfNode, readPdf } from '../../../support/readPdf.ts';

const titled: ModuleNode = {
  ...smallModule,
  title: 'Työkyvyn tuki åäö',
  objectives: ['Huomaat tuen tarpeen.', 'Kysyt, mikä onnistuu.'],
};
const other: ModuleNode = { ...smallModule, id: 'toinen', title: 'Toinen moduuli' };
const course = { ...smallCourse.course, title: 'Kurssin nimi', modules: [titled, other] };

function completionOf(module: ModuleNode, completedAt: string) {
  const statementId = '0e5d7f3a-9c1b-5e2d-8f4a-1b2c3d4e5f60';
  return { account: 'a', module: module.id, moduleVersion: module.version, completedAt, statementId };
}

const ofModule: CertificateContent = {
  lang: 'fi',
  name: 'Oppija Åström-Öhman',
  organisation: 'Helsingin kaupunki',
  course,
  ofCourse: false,
  earned: {
    modules: [{ module: titled, completion: completionOf(titled, '2026-11-20T22:30:00.000Z') }],
    last: completionOf(titled, '2026-11-20T22:30:00.000Z'),
  },
  verifyPage: 'https://oppihetki.example/fi/verify/',
  token: 'head.payload.signature',
};
const ofCourse: CertificateContent = {
  ...ofModule,
  ofCourse: true,
  earned: {
    modules: [
      { module: titled, completion: completionOf(titled, '2026-11-20T22:30:00.000Z') },
      { module: other, completion: completionOf(other, '2026-11-23T08:00:00.000Z') },
    ],
    last: completionOf(other, '2026-11-23T08:00:00.000Z'),
  },
};

let typeface: Typeface;
beforeAll(async () => {
  typeface = await readTypeface();
});

const read = async (content: CertificateContent) => readPdf(await certificatePdf(content, typeface));
const all = (node: PdfNode): readonly PdfNode[] => [node, ...node.children.flatMap(all)];
const textsOf = (tree: PdfNode) =>
  all(tree)
    .map(({ text }) => text)
    .filter(Boolean);

describe('a certificate as a PDF', () => {
  it.each(
    languages.flatMap((lang) => [
      [lang, 'a module', { ...ofModule, lang }] as const,
      [lang, 'the course', { ...ofCourse, lang }] as const,
    ]),
  )('is tagged as PDF/UA asks, in %s of %s', async (lang, _, content) => {
    const pdf = await read(content);
    expect(pdf).toMatchObject({ pages: 1, isTagged: true, lang, untagged: [] });
    expect(pdf.title).toContain(translator(lang)('certificate.title'));
    expect(pdf.metadata).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(pdf.metadata).toContain(pdf.title);
    const nodes = all(pdf.tree);
    const roles = nodes.map(({ role }) => role);
    expect(roles.filter((role) => /^H\d$/.test(role))).toEqual(['H1', 'H2', 'H3', 'H2']);
    expect(nodes.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual([
      translator(lang)('certificate.qr'),
    ]);
    expect(nodes.filter(({ role }) => role === 'LI').length).toBeGreaterThan(1);
    expect(pdf.links).toEqual(['https://oppihetki.example/fi/verify/?c=head.payload.signature']);
  });

  it('reads in order, with å, ä and ö, and dates it by Helsinki’s day', async () => {
    expect(textsOf((await read(ofModule)).tree)).toEqual([
      'Oppihetki',
      'Helsingin kaupunki',
      'Todistus',
      'Oppija Åström-Öhman',
      'on suorittanut moduulin',
      'Työkyvyn tuki åäö',
      'Suoritettu: 21.11.2026',
      'Sisällön versio: 3',
      'Laajuus: noin 10 min',
      'Moduuli kuuluu kurssiin:',
      'Kurssin nimi',
      'Moduulin tavoitteet',
      '•',
      'Huomaat tuen tarpeen.',
      '•',
      'Kysyt, mikä onnistuu.',
      'Tarkista todistus',
      'Lue koodi puhelimella tai avaa alla oleva linkki. Sivu kertoo, onko todistus aito. Nimeä se ei näytä.',
      'Avaa todistuksen tarkistus',
      'https://oppihetki.example/fi/verify/',
      'Suorituksen tunnus: 0e5d7f3a-9c1b-5e2d-8f4a-1b2c3d4e5f60',
    ]);
  });

  it('of the course names every module with its day and version', async () => {
    const texts = textsOf((await read(ofCourse)).tree);
    expect(texts).toContain('on suorittanut kaikki kurssin moduulit');
    expect(texts).toContain('Suoritettu: 23.11.2026');
    expect(texts.slice(texts.indexOf('Kurssin moduulit'), texts.indexOf('Tarkista todistus'))).toEqual([
      'Kurssin moduulit',
      'Työkyvyn tuki åäö',
      'suoritettu 21.11.2026, versio 3, noin 10 min',
      'Toinen moduuli',
      'suoritettu 23.11.2026, versio 3, noin 10 min',
    ]);
  });

  it('of a course with many modules goes on to a second page, and leaves none out', async () => {
    const modules = Array.from({ length: 16 }, (_, index) => {
      const module = { ...smallModule, id: `m${index}`, title: `Moduuli ${index}` };
      return { module, completion: completionOf(module, '2026-11-20T22:30:00.000Z') };
    });
    const bytes = await certificatePdf({ ...ofCourse, earned: { ...ofCourse.earned, modules } }, typeface);
    const pages = [await readPdf(bytes, 1), await readPdf(bytes, 2)];
    expect(pages.map(({ untagged }) => untagged)).toEqual([[], []]);
    const texts = pages.flatMap(({ tree }) => textsOf(tree));
    for (const { module } of modules) expect(texts).toContain(module.title);
    expect(pages[1]).toMatchObject({ pages: 2, links: [expect.stringContaining('?c=')] });
  });

  it('marks Finnish titles as Finnish in another language', async () => {
    const { tree } = await read({ ...ofModule, lang: 'sv' });
    expect(all(tree).find(({ text }) => text === 'Työkyvyn tuki åäö')?.lang).toBe('fi');
    expect(all(tree).find(({ text }) => text === 'Slutförd: 21.11.2026')?.lang).toBeUndefined();
  });

  it('has the same bytes for the same content, and others for another name', async () => {
    const [one, same, another] = await Promise.all(
      [ofModule, ofModule, { ...ofModule, name: 'Oppija 2' }].map((content) => certificatePdf(content, typeface)),
    );
    expect(Buffer.compare(one!, same!)).toBe(0);
    expect(Buffer.compare(one!, another!)).not.toBe(0);
  });

  it.each([
    ['Đặng Ŋuvttaš Çelik Šćžřůőę', 'Đặng Ŋuvttaš Çelik Šćžřůőę'],
    ['A\u030astro\u0308m', 'Åström'],
    ['Öö '.repeat(40).trim(), 'Öö '.repeat(40).trim()],
    ['Oppija <&> Ö', 'Oppija <&> Ö'],
  ])('draws the name %j', async (name, drawn) => {
    const pdf = await read({ ...ofModule, name });
    expect(textsOf(pdf.tree)).toContain(drawn);
    expect(pdf.pages).toBe(1);
  });

  it('draws a letter that the typeface lacks by its base letter or a question mark, and tells the real one', async () => {
    const bytes = await certificatePdf({ ...ofModule, name: 'Oppija 学' }, typeface);
    expect(textsOf((await readPdf(bytes)).tree)).toContain('Oppija ?');
    // The text that stands for it is in UTF-16 (ISO 32000-1, 7.9.2.2).
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/ActualText \(\xfe\xff(?:\0[ -~])+\x5b\x66\)/);
  });

  it('leaves the objectives out where the module has changed since', async () => {
    const newer = { ...titled, version: titled.version + 1 };
    const earned = { ...ofModule.earned, modules: [{ ...ofModule.earned.modules[0]!, module: newer }] };
    const texts = textsOf((await read({ ...ofModule, earned })).tree);
    expect(texts).toContain('Sisällön versio: 3');
    expect(texts).not.toContain('Moduulin tavoitteet');
  });

  it('takes a title with characters that mean something in XML', async () => {
    const module = { ...titled, title: 'Tuki & <työ>' };
    const earned = { ...ofModule.earned, modules: [{ ...ofModule.earned.modules[0]!, module }] };
    const pdf = await read({ ...ofModule, earned });
    expect(textsOf(pdf.tree)).toContain('Tuki & <työ>');
    expect(pdf.metadata).not.toContain('<työ>');
  });
});
