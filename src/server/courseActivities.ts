import type { CourseTree } from '../course/tree.ts';
import { videoLanguages } from '../schemas/storyboard.ts';
import { activityIds } from '../xapi/ids.ts';

/**
 * Whether an IRI is an activity of the course as it is published: the course itself, a module, a section, or a question
 * or video of a section, a video in a language that videos are made in.
 */
export function isCourseActivity(iri: string, idBase: string, { id, modules }: CourseTree): boolean {
  const name = activityIds(idBase).parse(iri);
  if (name?.kind === 'course') return name.course === id;
  if (name?.kind === 'question') {
    const asked = `${name.quiz}/${name.question}`;
    return modules.some(({ sections }) => sections.some(({ questions }) => questions.includes(asked)));
  }
  if (name?.kind === 'video') {
    const isLanguage = videoLanguages.some((lang) => lang === name.lang);
    return isLanguage && modules.some(({ sections }) => sections.some(({ videos }) => videos.includes(name.video)));
  }
  if (name?.kind !== 'module' && name?.kind !== 'section') return false;
  const module = modules.find((candidate) => candidate.id === name.module);
  return module !== undefined && (name.kind === 'module' || module.sections.some((one) => one.id === name.section));
}
