import { strToU8, unzipSync, zipSync } from 'fflate';
import { AuthorCommandError } from '../../authorCommand.ts';
import { fileText, mostBytes } from '../fileText.ts';
import { type QuestionDraft, type ReadQuestions, type Remark } from '../questionDraft.ts';
import { readXml } from '../xml/readXml.ts';
import { element, lines, xmlFile } from '../xml/writeXml.ts';
import { attributeOf, within } from '../xml/xmlTree.ts';
import { readItem } from './readItem.ts';
import { identifier, writeItem } from './writeItem.ts';

const schemas = 'http://www.imsglobal.org/xsd';
/** The earliest time that a zip can hold: files do not differ for when they were made. */
const always = new Date(1980, 0, 1);
const mostFiles = 500;

/** A quiz as a QTI 3.0 package: items, a test that lists them in order, and the manifest. Equal quizzes give equal bytes. */
export function writePackage(quiz: string, title: string, drafts: readonly QuestionDraft[]): Uint8Array {
  const items = drafts.map((draft) => ({
    id: identifier(draft.id ?? ''),
    file: `items/${draft.id}.xml`,
    text: writeItem(draft),
  }));
  const files = [
    ['imsmanifest.xml', manifest(quiz, items)],
    ['test.xml', test(quiz, title, items)],
    ...items.map(({ file, text }) => [file, text]),
  ] as const;
  return zipSync(Object.fromEntries(files.map(([file, text]) => [file, strToU8(text)])), { mtime: always, level: 6 });
}

interface Item {
  readonly id: string;
  readonly file: string;
}

/** https://www.imsglobal.org/spec/qti/v3p0/impl: the packaging of items. */
function manifest(quiz: string, items: readonly Item[]): string {
  const resource = (id: string, type: string, href: string, ...depends: readonly string[]) => {
    const parts = [element('file', { href }), ...depends.map((one) => element('dependency', { identifierref: one }))];
    return element('resource', { identifier: id, type, href }, lines(...parts));
  };
  const metadata = element('metadata', {}, element('schema', {}, 'QTI Package'), element('schemaversion', {}, '3.0.0'));
  const resources = [
    resource('TEST', 'imsqti_test_xmlv3p0', 'test.xml', ...items.map(({ id }) => `ITEM-${id}`)),
    ...items.map(({ id, file }) => resource(`ITEM-${id}`, 'imsqti_item_xmlv3p0', file)),
  ];
  const root = { xmlns: `${schemas}/qti/qtiv3p0/imscp_v1p1`, identifier: `MANIFEST-${quiz}` };
  return xmlFile(
    element(
      'manifest',
      root,
      lines(metadata, element('organizations', {}), element('resources', {}, lines(...resources))),
    ),
  );
}

function test(quiz: string, title: string, items: readonly Item[]): string {
  const refs = items.map(({ id, file }) => element('qti-assessment-item-ref', { identifier: id, href: file }));
  const section = element('qti-assessment-section', { identifier: 'SECTION', title, visible: 'true' }, lines(...refs));
  const part = { identifier: 'PART', 'navigation-mode': 'nonlinear', 'submission-mode': 'individual' };
  const root = { xmlns: `${schemas}/imsqtiasi_v3p0`, identifier: identifier(quiz), title };
  return xmlFile(element('qti-assessment-test', root, lines(element('qti-test-part', part, lines(section)))));
}

/**
 * Reads a QTI 3.0 package (zip) or one item's XML. Items come in the test's order, others after them.
 * @throws AuthorCommandError where the zip or an XML file cannot be read, or there is no item
 */
export function readQti(bytes: Uint8Array, name: string): ReadQuestions {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const files = zipped ? unpacked(bytes, name) : new Map([[name, bytes]]);
  const roots = [...files].map(([file, content]) => ({ file, root: readXml(fileText(content, file), file) }));
  const test = roots.find(({ root }) => root.name === 'qti-assessment-test');
  const order = test
    ? within(test.root, 'qti-assessment-item-ref').map((ref) => resolved(test.file, attributeOf(ref, 'href')))
    : [];
  const rank = (file: string) => (order.includes(file) ? order.indexOf(file) : order.length);
  const items = roots
    .filter(({ root }) => root.name === 'qti-assessment-item')
    .sort((a, b) => rank(a.file) - rank(b.file));
  if (items.length === 0)
    throw new AuthorCommandError(
      noItems(
        name,
        roots.some(({ root }) => /^(?:assessmentItem|questestinterop)$/.test(root.name)),
      ),
    );
  const drafts: QuestionDraft[] = [];
  const remarks: Remark[] = [];
  for (const { file, root } of items) {
    const { draft, sentences } = readItem(root, file);
    remarks.push(...sentences.map((sentence) => ({ place: file, sentence })));
    if (draft) drafts.push(draft);
  }
  return { title: test ? attributeOf(test.root, 'title') || null : null, drafts, remarks };
}

function noItems(name: string, older: boolean): string {
  return older
    ? `Tiedosto ${name} on vanhempaa QTI-versiota. Vie kysymykset toisesta järjestelmästä muodossa QTI 3.0.`
    : `Tiedostossa ${name} ei ole yhtään QTI 3.0 -kysymystä (qti-assessment-item).`;
}

function resolved(from: string, href: string): string {
  const base = `file:///${from}`;
  return URL.canParse(href, base) ? new URL(href, base).pathname.slice(1) : href;
}

/** The XML files of a zip, in memory only: no path of it is ever written. */
function unpacked(bytes: Uint8Array, name: string): Map<string, Uint8Array> {
  if (bytes.byteLength > mostBytes)
    throw new AuthorCommandError(`Tiedosto ${name} on liian suuri. Suurin koko on 5 megatavua.`);
  let total = 0;
  let count = 0;
  const filter = (file: { readonly name: string; readonly originalSize: number }): boolean => {
    if (!file.name.endsWith('.xml')) return false;
    total += file.originalSize;
    count += 1;
    if (total > mostBytes || count > mostFiles)
      throw new AuthorCommandError(`Paketti ${name} on purettuna liian suuri.`);
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })).map(([file, content]) => [file, content]));
  } catch (error) {
    if (error instanceof AuthorCommandError) throw error;
    throw new AuthorCommandError(`Pakettia ${name} ei voi avata. Se on rikki tai jäänyt kesken.`);
  }
}
