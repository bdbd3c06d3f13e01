import type { CourseTree } from '../course/tree.ts';
import { feedbackQuestions } from '../course/feedback.ts';
import { videoLanguages } from '../schemas/storyboard.ts';
import { activityIds } from '../xapi/ids.ts';

/**
 * Whether an IRI is an activity of the course as it is published: the course itself, a module, a section, a question, a
 * video, a question of a module's feedback.
 */
export function isCourseActivity(iri: string, idBase: string, course: CourseTree): boolean {
  const name = activityIds(idBase).parse(iri);
  switch (name?.kind) {
    case 'course':
      return name.course === course.id;
    case 'module':
      return course.modules.some(({ id }) => id === name.module);
    case 'section':
      return moduleOfSection(iri, idBase, course) !== null;
    case 'question': {
      const asked = `${name.quiz}/${name.question}`;
      return course.modules.some(({ sections }) => sections.some(({ questions }) => questions.includes(asked)));
    }
    case 'video':
      return moduleOfVideo(iri, idBase, course) !== null;
    case 'feedback':
      return moduleOfFeedback(iri, idBase, course) !== null;
    case undefined:
      return false;
  }
}

/** The module of a section of the published course, or null when an IRI is no such section. */
export function moduleOfSection(iri: string, idBase: string, { modules }: CourseTree): string | null {
  const name = activityIds(idBase).parse(iri);
  if (name?.kind !== 'section') return null;
  const module = modules.find(({ id }) => id === name.module);
  return module?.sections.some(({ id }) => id === name.section) ? module.id : null;
}

/**
 * The module in whose sections a video of the published course stands, or null when an IRI is no such video: one in a
 * language that no video is made in is none.
 */
export function moduleOfVideo(iri: string, idBase: string, { modules }: CourseTree): string | null {
  const name = activityIds(idBase).parse(iri);
  if (name?.kind !== 'video' || !videoLanguages.some((lang) => lang === name.lang)) return null;
  const placed = modules.find(({ sections }) => sections.some(({ videos }) => videos.includes(name.video)));
  return placed?.id ?? null;
}

/** The module that a question of its feedback is asked of, or null when an IRI is no such question of a published module. */
export function moduleOfFeedback(iri: string, idBase: string, { modules }: CourseTree): string | null {
  const name = activityIds(idBase).parse(iri);
  if (name?.kind !== 'feedback' || !feedbackQuestions.some(({ id }) => id === name.question)) return null;
  return modules.find(({ id, announced }) => id === name.module && !announced)?.id ?? null;
}
