import type { CourseArtefact } from '../../src/course/artefact.ts';
import type { ModuleNode } from '../../src/course/tree.ts';
import { quizSchema } from '../../src/schemas/quiz.ts';
import { smallModule } from './course.ts';

const told = (id: string) => ({ id, text: `Text of ${id}`, explanation: `Why of ${id}` });
const right = (id: string) => ({ ...told(id), correct: true });
const pair = (left: string, other: string) => ({
  left: { id: left, text: `Text of ${left}` },
  right: { id: other, text: `Text of ${other}` },
  explanation: `Why of ${left}`,
});
const way = (id: string, next: string) => ({ ...told(id), next });
const steps = [
  { id: 'start', text: 'A client arrives.', choices: [way('listen', 'trust'), way('advise', 'silence')] },
  { id: 'silence', text: 'The client is silent.', choices: [way('wait', 'trust'), way('leave', 'alone')] },
  { id: 'trust', text: 'The client trusts you.', end: 'good' },
  { id: 'alone', text: 'The client stays alone.', end: 'other' },
];

const kinds = quizSchema.parse({
  title: 'One question of each type',
  questions: [
    { id: 'one', type: 'single', prompt: 'Which one?', choices: [told('some'), right('best'), told('none')] },
    { id: 'many', type: 'multiple', prompt: 'Which ones?', choices: [right('rest'), told('haste'), right('work')] },
    {
      id: 'claim',
      type: 'true-false',
      prompt: 'It holds.',
      choices: [
        { ...told('yes-always'), claim: true },
        { ...right('yes-often'), claim: true },
        { ...told('no-never'), claim: false },
      ],
    },
    { id: 'order', type: 'ordering', prompt: 'In which order?', items: ['ask', 'agree', 'act', 'follow'].map(told) },
    {
      id: 'pairs',
      type: 'matching',
      prompt: 'Who does what?',
      pairs: [pair('nurse', 'examines'), pair('coach', 'trains'), pair('office', 'decides')],
    },
    { id: 'case', type: 'branching', prompt: 'How do you meet the client?', steps },
    { id: 'strict-case', type: 'branching', prompt: 'Do it well.', mustEndWell: true, steps },
  ],
});

const final = quizSchema.parse({
  title: 'Closing quiz',
  questions: ['a', 'b', 'c', 'd', 'e'].map((id) => ({
    id,
    type: 'single',
    prompt: `${id}?`,
    choices: [right('right'), told('wrong'), told('other')],
  })),
});

const module = (id: string, questions: readonly string[], change: Partial<ModuleNode> = {}): ModuleNode => ({
  ...smallModule,
  id,
  version: 2,
  sections: [
    {
      id: 'part',
      title: 'Part',
      lead: '',
      seconds: 300,
      questions,
      videos: id === 'kinds' ? ['clip'] : [],
      changedIn: 1,
    },
  ],
  ...change,
});
const closing = final.questions.map(({ id }) => `final/${id}`);

/**
 * A course of four modules of one section each, `part`: `kinds` asks the questions of every type and shows a video, `meeting`
 * has a case, `strict` a case that must end well, and `tested` a closing quiz of five questions, of which four must be right.
 */
export const everyTypeCourse: CourseArtefact = {
  format: 1,
  course: {
    id: 'course',
    title: 'Course',
    summary: 'A course.',
    modules: [
      module(
        'kinds',
        ['one', 'many', 'claim', 'order', 'pairs'].map((id) => `kinds/${id}`),
      ),
      module('meeting', ['kinds/case']),
      module('strict', ['kinds/strict-case']),
      module('tested', closing, { closingQuiz: { quiz: 'final', mastery: 0.8, questions: closing } }),
    ],
  },
  quizzes: { kinds, final },
  videos: { 'clip/fi': { title: 'Clip', description: 'A clip.' } },
};
