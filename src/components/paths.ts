import type { Language } from '../i18n/languages.ts';

/** The course's front page. */
export function homePath(lang: Language): string {
  return `/${lang}/`;
}

/** One's own learning. */
export function myPath(lang: Language): string {
  return `/${lang}/my/`;
}

/** Everything recorded about oneself; `from` begins an older page of it. */
export function ownRecordsPath(lang: Language, from = ''): string {
  return `/${lang}/my/records/${from && `?from=${encodeURIComponent(from)}`}`;
}

/** The search page. */
export function searchPath(lang: Language): string {
  return `/${lang}/search/`;
}

/** The glossary. */
export function glossaryPath(lang: Language): string {
  return `/${lang}/glossary/`;
}

/** A module's page. */
export function modulePath(lang: Language, module: string): string {
  return `/${lang}/${module}/`;
}

/** A section's page. */
export function sectionPath(lang: Language, module: string, section: string): string {
  return `/${lang}/${module}/${section}/`;
}

/** What coordinators see of the content. */
export function authoringPath(lang: Language): string {
  return `/${lang}/authoring/`;
}

/** A module's printable review copy, for coordinators. */
export function reviewCopyPath(lang: Language, module: string): string {
  return `/${lang}/authoring/review/${module}/`;
}

/** A learner's own certificate of a module, as a PDF. */
export function moduleCertificatePath(lang: Language, module: string): string {
  return `/certificates/${lang}/modules/${module}.pdf`;
}

/** A learner's own certificate of the whole course, as a PDF. */
export function courseCertificatePath(lang: Language, course: string): string {
  return `/certificates/${lang}/courses/${course}.pdf`;
}

/** The page that verifies certificates; `certificate` is verified at once. */
export function verifyPath(lang: Language, certificate = ''): string {
  return `/${lang}/verify/${certificate && `?c=${encodeURIComponent(certificate)}`}`;
}

/** The element id of a question (`quiz/question`) on its section's page. */
export function questionAnchor(question: string): string {
  return `q-${question.replace('/', '-')}`;
}

/** The element id of a module's closing quiz on its section's page. */
export const closingQuizAnchor = 'lopputesti';

/** The sign-in page, coming back to `path` of this site afterwards. */
export function signInPath(lang: Language, path: string): string {
  return `/${lang}/sign-in/?returnTo=${encodeURIComponent(path)}`;
}

/** The same page in another language. `path` begins with a language, as every page's does. */
export function inLanguage(path: string, lang: Language): string {
  const rest = path.split('/').slice(2).join('/');
  return `/${lang}/${rest}`;
}

/** What stands in a report's address, by name. */
export type ReportParameters = Readonly<Record<string, string>>;

/** The manager's report. `changes` stand instead of what is in the parameters; an empty one takes it away. */
export function reportPath(lang: Language, parameters: ReportParameters = {}, changes: ReportParameters = {}): string {
  const query = queryOf({ ...parameters, ...changes });
  return `/${lang}/reports/${query && `?${query}`}`;
}

/** What exports can be narrowed by: the rest of a report's address is about the page. */
const exportFilters = ['unit', 'module', 'from', 'to', 'version', 'state'];

/** A file of what the report with these parameters shows. */
export function exportPath(file: string, parameters: ReportParameters): string {
  const query = queryOf(Object.fromEntries(exportFilters.map((name) => [name, parameters[name] ?? ''])));
  return `/exports/${file}${query && `?${query}`}`;
}

function queryOf(parameters: ReportParameters): string {
  return new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== '')).toString();
}
