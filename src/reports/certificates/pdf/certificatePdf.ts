import type { CourseTree } from '../../../course/tree.ts';
import { formatDate } from '../../../i18n/dates.ts';
import type { Language } from '../../../i18n/languages.ts';
import { wholeMinutes } from '../../../i18n/minutes.ts';
import { contentLang, translator } from '../../../i18n/translate.ts';
import type { Earned } from '../earned.ts';
import { colors, drawBand, drawMark, drawSign } from './decoration.ts';
import { drawQr } from './qrFigure.ts';
import { TaggedPage, type TextStyle } from './taggedPage.ts';
import type { Typeface } from './typeface.ts';

export interface CertificateContent {
  readonly lang: Language;
  /** The person's, as it is today. */
  readonly name: string;
  readonly organisation: string;
  readonly course: CourseTree;
  /** True: of the whole course; false: of the one module that was earned. */
  readonly ofCourse: boolean;
  readonly earned: Earned;
  /** The page that verifies, without what is to be verified. */
  readonly verifyPage: string;
  readonly token: string;
}

const left = 56;
const textWidth = 483;
const bandHeight = 232;
const qrSide = 132;
/** Where the part that verifies begins, when what stands above leaves it its place. */
const verifyTop = 664;

const text = (size: number, weight: 400 | 700, more: Partial<TextStyle> = {}): TextStyle => ({
  size,
  weight,
  color: colors.ink,
  x: left,
  width: textWidth,
  ...more,
});
const kicker = text(13, 400, { width: 340 });
const title = text(44, 700, { width: 340 });
const body = text(12.5, 400, { lineGap: 2 });
const quiet = text(10.5, 400, { color: colors.quiet, lineGap: 1.5 });
const heading = text(13, 700);
const listed = text(11, 400, { x: left + 14, width: textWidth - 14, lineGap: 1.5 });

/** The certificate as a tagged PDF (PDF/UA-1) of one page. The same content gives the same bytes. */
export function certificatePdf(content: CertificateContent, typeface: Typeface): Promise<Uint8Array> {
  const { lang, name, organisation, earned } = content;
  const t = translator(lang);
  const page = new TaggedPage({
    lang,
    title: `${t('certificate.title')}: ${titleOf(content)}`,
    author: organisation,
    createdAt: new Date(earned.last.completedAt),
    typeface,
  });
  writeHead(page, content);
  page.y = bandHeight + 30;
  page.block('P', name, fitting(page, name));
  page.y += 8;
  writeWhat(page, content);
  if (content.ofCourse) writeModules(page, content);
  else writeObjectives(page, content);
  writeVerification(page, content);
  return page.end();
}

function titleOf({ ofCourse, course, earned }: CertificateContent): string {
  return ofCourse ? course.title : earned.modules[0]!.module.title;
}

function writeHead(page: TaggedPage, { lang, organisation, ofCourse, earned }: CertificateContent): void {
  const t = translator(lang);
  page.decorate((doc) => {
    drawBand(doc, ofCourse ? 'engel' : earned.modules[0]!.module.accent, bandHeight);
    drawMark(doc, left, 44, 30);
    drawSign(doc, page.width - left - 52, 122, 52);
  });
  page.y = 49;
  page.block('P', t('site.name'), text(15, 700, { x: left + 40 }));
  page.y = 112;
  page.block('P', organisation, kicker);
  page.block('H1', t('certificate.title'), title);
}

/** What was completed, when, and in which version. */
function writeWhat(page: TaggedPage, { lang, ofCourse, course, earned: { modules, last } }: CertificateContent): void {
  const t = translator(lang);
  const inContent = { lang: contentLang(lang) };
  page.block('P', t(ofCourse ? 'certificate.completedCourse' : 'certificate.completedModule'), body);
  page.y += 3;
  page.block('H2', ofCourse ? course.title : modules[0]!.module.title, text(23, 700), inContent);
  page.y += 14;
  const minutes = wholeMinutes(modules.reduce((sum, { module }) => sum + module.seconds, 0));
  const facts = [
    [t('certificate.date'), formatDate(last.completedAt, lang)],
    ...(ofCourse ? [] : [[t('certificate.version'), String(last.moduleVersion)]]),
    [t('certificate.length'), t('certificate.minutes', { minutes })],
  ] as const;
  const top = page.y;
  for (const [index, [label, value]] of facts.entries()) {
    const column = { x: left + index * 150, width: 140 };
    page.y = top;
    page.block('P', `${label}: ${value}`, { ...body, ...column });
  }
  page.y += 14;
}

/** What the module aimed at, where it still is the version that was completed and there is room. */
function writeObjectives(page: TaggedPage, { lang, course, earned }: CertificateContent): void {
  const t = translator(lang);
  const { module, completion } = earned.modules[0]!;
  const items = module.version === completion.moduleVersion ? module.objectives : [];
  const heights = items.map((item) => page.heightOf(item, listed) + 3);
  const partOf = `${t('certificate.partOf')}:`;
  page.block('P', partOf, quiet);
  page.block('P', course.title, { ...quiet, color: colors.ink }, { lang: contentLang(lang) });
  const isRoom = page.y + 40 + heights.reduce((sum, height) => sum + height, 0) < verifyTop;
  if (items.length === 0 || !isRoom) return;
  page.y += 16;
  writeList(page, t('certificate.objectives'), items, contentLang(lang));
}

function writeModules(page: TaggedPage, { lang, earned }: CertificateContent): void {
  const t = translator(lang);
  page.y += 10;
  page.block('H3', t('certificate.modules'), heading);
  page.y += 6;
  const list = page.group('L');
  for (const { module, completion } of earned.modules) {
    const item = page.group('LI', list);
    const bodyOf = page.group('LBody', item);
    const line = {
      date: formatDate(completion.completedAt, lang),
      version: completion.moduleVersion,
      minutes: wholeMinutes(module.seconds),
    };
    page.block('P', module.title, { ...text(12, 700), lineGap: 1 }, { lang: contentLang(lang), parent: bodyOf });
    page.block('P', t('certificate.moduleLine', line), quiet, { parent: bodyOf });
    page.y += 6;
  }
}

function writeList(page: TaggedPage, name: string, items: readonly string[], lang: string | undefined): void {
  page.block('H3', name, heading);
  page.y += 4;
  const list = page.group('L');
  for (const item of items) {
    page.listItem(list, item, listed, lang);
    page.y += 3;
  }
}

/** The QR code and the link that verify, and the completion's id for those who look it up. */
function writeVerification(page: TaggedPage, { lang, earned, verifyPage, token }: CertificateContent): void {
  const t = translator(lang);
  const address = `${verifyPage}?c=${token}`;
  if (page.y > verifyTop) page.nextPage();
  const top = page.y > verifyTop ? left : verifyTop;
  page.decorate((doc) => {
    doc
      .moveTo(left, top)
      .lineTo(page.width - left, top)
      .lineWidth(1)
      .stroke(colors.line);
  });
  const box = { x: page.width - left - qrSide + 6, y: top + 12, width: qrSide, height: qrSide };
  const column = { width: textWidth - qrSide - 24 };
  page.y = top + 20;
  page.block('H2', t('certificate.verify'), { ...heading, ...column });
  page.y += 4;
  page.block('P', t('certificate.verifyText'), { ...quiet, ...column });
  page.y += 5;
  page.link(t('certificate.verifyLink'), address, { ...quiet, ...column, weight: 700, color: colors.action });
  page.block('P', verifyPage, { ...quiet, ...column });
  page.y += 5;
  page.block('P', `${t('certificate.number')}: ${earned.last.statementId}`, { ...quiet, ...column, size: 9 });
  page.figure(t('certificate.qr'), box, (doc) => drawQr(doc, address, box.x, box.y, qrSide));
}

/** The name in one line where it fits at a size worth of it; a longer one takes more lines. */
function fitting(page: TaggedPage, name: string): TextStyle {
  const sizes = [34, 30, 26, 22];
  const size = sizes.find((one) => page.widthOf(name, text(one, 700)) <= textWidth) ?? 22;
  return text(size, 700);
}
