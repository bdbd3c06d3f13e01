import type { CourseArtefact } from '../../src/course/artefact.ts';
import type { ModuleNode } from '../../src/course/tree.ts';
import type { QuizData } from '../../src/schemas/quiz.ts';

const quiz: QuizData = {
  title: 'Questions',
  questions: ['first', 'second'].map((id) => ({
    id,
    type: 'single' as const,
    prompt: `${id}?`,
    objectives: [],
    choices: ['right', 'wrong', 'other'].map((choice) => ({
      id: choice,
      text: choice,
      correct: choice === 'right',
      explanation: `why ${choice}`,
    })),
  })),
};

/** A module of two sections with a question each. */
export const smallModule: ModuleNode = {
  id: 'module',
  title: 'Module',
  summary: 'A module.',
  version: 3,
  accent: 'engel',
  targetMinutes: 10,
  seconds: 600,
  objectives: [],
  announced: false,
  draft: false,
  sections: [
    { id: 'begin', title: 'Begin', lead: '', seconds: 300, questions: ['quiz/first'], videos: [], changedIn: 1 },
    { id: 'end', title: 'End', lead: '', seconds: 300, questions: ['quiz/second'], videos: [], changedIn: 1 },
  ],
  closingQuiz: null,
};

/** A course of that module and an announced one. */
export const smallCourse: CourseArtefact = {
  format: 1,
  course: {
    id: 'course',
    title: 'Course',
    summary: 'A course.',
    modules: [smallModule, { ...smallModule, id: 'later', announced: true, seconds: 0, sections: [] }],
  },
  quizzes: { quiz },
  videos: {},
};
