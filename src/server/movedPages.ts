import type { CourseArtefact } from '../course/artefact.ts';
import type { Today } from '../completion/today.ts';
import { isLanguage } from '../i18n/languages.ts';

/** The address of a module's or a section's page. */
const coursePage = /^\/(?<lang>[a-z]{2})\/(?<module>[a-z0-9-]+)(?:\/(?<section>[a-z0-9-]+))?\/?$/;

/**
 * Where the page of a module or section went that got another id: links in messages, bookmarks and certificates go on.
 * Null where nothing moved, or what took its place has no page.
 *
 * @param path of a request, without its query
 */
export function movedPage(path: string, { course }: CourseArtefact, today: Today): string | null {
  const { lang, module = '', section } = coursePage.exec(path)?.groups ?? {};
  if (!isLanguage(lang)) return null;
  const was = section === undefined ? module : `${module}/${section}`;
  const is = section === undefined ? today.module(module) : today.section(was);
  if (is === was) return null;
  const [newModule, newSection] = is.split('/');
  const found = course.modules.find(({ id, announced }) => id === newModule && !announced);
  const hasPage = found && (newSection === undefined || found.sections.some(({ id }) => id === newSection));
  return hasPage ? `/${lang}/${is}/` : null;
}
