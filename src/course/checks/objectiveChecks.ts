import { isPublished, placeOf } from '../authoredContent.ts';
import type { Authored, AuthoredContent } from '../authoredContent.ts';
import type { ModuleData } from '../../schemas/module.ts';
import type { QuestionData } from '../../schemas/quiz.ts';
import { error } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { suggest } from '../nearest.ts';
import { questionsOfModule } from '../questionsAsked.ts';
import type { AskedQuestion } from '../questionsAsked.ts';

/** What a module promises is what its questions ask: each objective by one at least, and no question another's. */
export function objectiveFindings(content: AuthoredContent): Finding[] {
  return content.modules.flatMap((module) => {
    if (!module.data || module.data.announced) return [];
    const asked = questionsOfModule(content, module);
    const isWhole =
      content.quizzes.every(({ data }) => data !== null) && content.sections.every(({ mdx }) => mdx !== null);
    return [
      ...twice(module, module.data),
      ...unknown(module.data, asked),
      ...(isWhole && (isPublished(module) || module.data.draft) ? uncovered(module, module.data, asked) : []),
    ];
  });
}

function twice(module: Authored<ModuleData>, { objectives }: ModuleData): Finding[] {
  const ids = objectives.map(({ id }) => id);
  return ids.flatMap((id, index) => {
    if (ids.indexOf(id) === index) return [];
    const message = `Kahdella osaamistavoitteella on sama tunnus ”${id}”.`;
    return [error(placeOf(module, ['objectives', index, 'id']), 'objective-twice', message, 'Anna kullekin oma id.')];
  });
}

function unknown({ objectives }: ModuleData, asked: readonly AskedQuestion[]): Finding[] {
  const ids = objectives.map(({ id }) => id);
  return asked.flatMap(({ quiz, index, question }) =>
    question.objectives.flatMap((id, nth) => {
      if (ids.includes(id)) return [];
      const message = `Moduulilla ei ole osaamistavoitetta ”${id}”.`;
      const fix = suggest(id, ids, 'Lisää tavoite moduulin tietoihin tai poista tunnus kysymyksestä.');
      return [error(placeOf(quiz, ['questions', index, 'objectives', nth]), 'objective-unknown', message, fix)];
    }),
  );
}

function uncovered(
  module: Authored<ModuleData>,
  { objectives }: ModuleData,
  asked: readonly AskedQuestion[],
): Finding[] {
  const covered = new Set(asked.flatMap(({ question }: { question: QuestionData }) => question.objectives));
  return objectives.flatMap(({ id }, index) => {
    if (covered.has(id)) return [];
    const message = `Osaamistavoitetta ”${id}” ei mittaa yksikään moduulin kysymys.`;
    const fix = `Lisää jollekin kysymykselle rivi objectives: [${id}], tai poista tavoite.`;
    return [error(placeOf(module, ['objectives', index]), 'objective-uncovered', message, fix)];
  });
}
