import { getEntry } from 'astro:content';
import type { QuestionData } from '../../schemas/quiz.ts';

/** A question with its key, by `quiz/question`; null where nobody made it yet. For pages that only coordinators get. */
export async function keyedQuestion(id: string): Promise<QuestionData | null> {
  const [quizId = '', questionId = ''] = id.split('/');
  const quiz = await getEntry('quizzes', quizId);
  return quiz?.data.questions.find((candidate) => candidate.id === questionId) ?? null;
}
