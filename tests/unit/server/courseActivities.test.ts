import { describe, expect, it } from 'vitest';
import { courseArtefact } from '../../../src/course/buildArtefact.ts';
import { readContent } from '../../../src/course/readContent.ts';
import {
  isCourseActivity,
  moduleOfFeedback,
  moduleOfSection,
  moduleOfVideo,
} from '../../../src/server/courseActivities.ts';
import { smallCourse } from '../../support/course.ts';
import { soundRoot } from '../../support/contentFixture.ts';
import { everyTypeCourse } from '../../support/everyType.ts';
import { idBase } from '../../support/statements.ts';

const { course } = everyTypeCourse;

describe('an activity of the course', () => {
  it.each([
    'courses/course',
    'modules/kinds',
    'modules/kinds/part',
    'quizzes/kinds/one',
    'quizzes/kinds/case',
    'quizzes/final/e',
    'videos/clip/fi',
    'videos/clip/sv',
    'videos/clip/en',
    'feedback/kinds/satisfied',
    'feedback/kinds/learned',
  ])('is %s', (path) => {
    expect(isCourseActivity(`${idBase}/${path}`, idBase, course)).toBe(true);
  });

  it.each([
    ['another course', 'courses/other'],
    ['an unknown module', 'modules/unknown'],
    ['an unknown section', 'modules/kinds/other'],
    ['a section of another module', 'modules/unknown/part'],
    ['a question that nobody asks', 'quizzes/kinds/extra'],
    ['a quiz without a question', 'quizzes/kinds'],
    ['a choice', 'quizzes/kinds/one/best'],
    ['an unknown video', 'videos/unknown/fi'],
    ['a video in no language', 'videos/clip'],
    ['a video in a language that no video is made in', 'videos/clip/de'],
    ['a video in what is no language', 'videos/clip/my-own-notes-1'],
    ['a question that no feedback asks', 'feedback/kinds/comment'],
    ['the feedback of an unknown module', 'feedback/unknown/satisfied'],
    ['a name every object has', 'modules/constructor'],
    ['an empty path', ''],
  ])('is not %s', (_, path) => {
    expect(isCourseActivity(`${idBase}/${path}`, idBase, course)).toBe(false);
  });

  it('is none under another base, however alike', () => {
    for (const base of ['https://other.example', `${idBase}.example`, `${idBase}/x`, idBase.toUpperCase()]) {
      expect(isCourseActivity(`${base}/modules/kinds`, idBase, course)).toBe(false);
    }
  });

  it('is none of a draft, and its course, modules and questions are as soon as it is published', async () => {
    const { entries } = await readContent(soundRoot);
    const drafts = entries.modules.map((module) => ({ ...module, data: { ...module.data, draft: true } }));
    const own = ['modules/alku', 'modules/alku/sanat', 'quizzes/alku/mita-on'];
    const isKnown = (modules: typeof entries.modules) => {
      const { course: built } = courseArtefact({ ...entries, modules }, 'kurssi');
      return own.map((path) => isCourseActivity(`${idBase}/${path}`, idBase, built));
    };
    expect(isKnown(drafts)).toEqual([false, false, false]);
    expect(isKnown(entries.modules)).toEqual([true, true, true]);
  });
});

describe('the module of a part', () => {
  it('is the one that shows the video, in any language videos are made in, and in no other', () => {
    const of = (path: string) => moduleOfVideo(`${idBase}/videos/${path}`, idBase, course);
    expect(['clip/fi', 'clip/sv', 'clip/en'].map(of)).toEqual(['kinds', 'kinds', 'kinds']);
    expect(['clip/de', 'clip/notes-17', 'unknown/fi', 'clip'].map(of)).toEqual([null, null, null, null]);
  });

  it('is the one whose feedback is asked, and none while it is only announced', () => {
    const { course: small } = smallCourse;
    const of = (path: string) => moduleOfFeedback(`${idBase}/feedback/${path}`, idBase, small);
    expect(['module/learned', 'module/other', 'later/learned', 'module'].map(of)).toEqual(['module', null, null, null]);
  });

  it('is the one whose section it is', () => {
    const of = (path: string) => moduleOfSection(`${idBase}/modules/${path}`, idBase, course);
    expect(['strict/part', 'strict/other', 'unknown/part', 'strict'].map(of)).toEqual(['strict', null, null, null]);
  });
});
