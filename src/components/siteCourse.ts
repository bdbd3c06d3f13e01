import { getCollection } from 'astro:content';
import { config } from '../../oppihetki.config.ts';
import { buildCourse, buildModule } from '../course/courseTree.ts';
import type { ContentEntries } from '../course/entries.ts';
import type { CourseTree, ModuleNode } from '../course/tree.ts';

/** The course as the site shows it: announced modules included, drafts only in the authors' preview. */
export async function siteCourse(): Promise<CourseTree> {
  const live = import.meta.env.DEV;
  return buildCourse(await contentEntries(), config.course, { drafts: live, partial: live });
}

/**
 * A module for those who make and review it, a draft too; null where there is none.
 * @throws CourseContentError while parts of a draft are missing
 */
export async function authoredModule(id: string): Promise<ModuleNode | null> {
  return buildModule(await contentEntries(), id);
}

async function contentEntries(): Promise<ContentEntries> {
  const [courses, modules, sections, quizzes, videos] = await Promise.all([
    getCollection('courses'),
    getCollection('modules'),
    getCollection('sections'),
    getCollection('quizzes'),
    getCollection('videos'),
  ]);
  return { courses, modules, sections, quizzes, videos };
}

/** The modules that have pages, in the course's order. */
export async function openModules(): Promise<readonly ModuleNode[]> {
  const course = await siteCourse();
  return course.modules.filter((module) => !module.announced);
}
