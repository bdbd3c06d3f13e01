import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { questionsOf } from '../../src/completion/moduleProgress.ts';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import { moduleRun } from './moduleRun.ts';
import { responseTo } from './responses.ts';
import { openOptions, settableClock } from './stores.ts';

/**
 * A data folder in which so many learners, of whom nothing else is known, have gone through the first section and answered
 * every question of a module: learner `n` has question `q` right at first where `n` is not a multiple of `q + 2`.
 */
export async function seedAnswers(
  content: CourseArtefact,
  idBase: string,
  moduleId: string,
  count: number,
): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'oppihetki-'));
  const stores = await openLowdbStores(openOptions(dataDir, settableClock('2026-01-05T08:00:00.000Z').now));
  await stores.settings.keepIdBase(idBase);
  const module = content.course.modules.find(({ id }) => id === moduleId)!;
  const at = '2026-01-05T08:00:00.000Z';
  for (let learner = 0; learner < count; learner += 1) {
    const run = moduleRun(content, idBase, `00000000-0000-4000-8000-${String(learner).padStart(12, '0')}`, moduleId);
    const answers = questionsOf(module).map((question, number) => {
      const [quiz = '', name = ''] = question.split('/');
      const data = content.quizzes[quiz]!.questions.find(({ id }) => id === name)!;
      return run.answers(question, responseTo(data, learner % (number + 2) !== 0), at);
    });
    await stores.statements.append([run.goesThrough(module.sections[0]!.id, at), ...answers]);
  }
  await stores.close();
  return dataDir;
}
