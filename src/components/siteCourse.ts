import { getCollection } from 'astro:content';
import { config } from '../../oppihetki.config.ts';
import { buildCourse } from '../course/courseTree.ts';
import type { CourseTree, ModuleNode } from '../course/tree.ts';

/** The course as the site shows it: announced modules included, drafts only in the authors' preview. */
export async function siteCourse(): Promise<CourseTree> {
  const [courses, modules, sections, quizzes, videos] = await Promise.all([
    getCollection('courses'),
    getCollection('modules'),
    getCollection('sections'),
    getCollection('quizzes'),
    getCollection('videos'),
  ]);
  const live = import.meta.env.DEV;
  return buildCourse({ courses, modules, sections, quizzes, videos }, config.course, { drafts: live, partial: live });
}

/** The modules that have pages, in the course's order. */
export async function openModules(): Promise<readonly ModuleNode[]> {
  const course = await siteCourse();
  return course.modules.filter((module) => !module.announced);
}
