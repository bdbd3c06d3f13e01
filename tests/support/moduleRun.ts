import { randomUUID } from 'node:crypto';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import { grade } from '../../src/quiz/grade.ts';
import { shownQuestion } from '../../src/learning/shownQuestion.ts';
import { accountActor } from '../../src/xapi/actors.ts';
import { answeredStatement, type Occasion } from '../../src/xapi/builders.ts';
import { registrationOf } from '../../src/xapi/ids.ts';
import type { NewStatement } from '../../src/xapi/types.ts';
import { experiencedStatement } from './experiencedStatement.ts';

/** What a learner does in a module, as the statements that are stored of it. */
export interface ModuleRun {
  /** The server grades an answer by the content the run was made with. */
  answers(question: string, response: readonly string[], at: string, duration?: string): NewStatement;
  goesThrough(section: string, at: string): NewStatement;
}

export function moduleRun(content: CourseArtefact, idBase: string, account: string, moduleId: string): ModuleRun {
  const module = content.course.modules.find(({ id }) => id === moduleId)!;
  const occasion = (timestamp: string): Occasion => ({
    idBase,
    account,
    registration: registrationOf(idBase, account, module.id),
    course: content.course.id,
    module,
    lang: 'fi',
    timestamp,
  });
  return {
    answers(question, response, at, duration) {
      const [quiz = '', name = ''] = question.split('/');
      const data = content.quizzes[quiz]!.questions.find(({ id }) => id === name)!;
      const grading = grade(data, response);
      if (!grading.ok) throw new Error(`${grading.code}: ${response.join()}`);
      const { success, done: completion } = grading;
      const answer = { response, success, completion, ...(duration && { duration }) };
      return answeredStatement(randomUUID(), shownQuestion(quiz, data, 'fi'), answer, occasion(at));
    },
    goesThrough(section, at) {
      const statement = experiencedStatement(randomUUID(), section, occasion(at));
      return { ...statement, authority: accountActor(idBase, account) } as NewStatement;
    },
  };
}
