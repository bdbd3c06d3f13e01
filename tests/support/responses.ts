import type { QuestionData } from '../../src/schemas/quiz.ts';

type Branching = Extract<QuestionData, { readonly type: 'branching' }>;

/** A response that answers a question rightly, or the first one that does not, as `POST /api/answers` takes it. */
export function responseTo(question: QuestionData, right: boolean): readonly string[] {
  switch (question.type) {
    case 'ordering': {
      const ids = question.items.map(({ id }) => id);
      return right ? ids : ids.toReversed();
    }
    case 'matching': {
      const rights = question.pairs.map((pair) => pair.right.id);
      const given = right ? rights : [...rights.slice(1), rights[0]!];
      return question.pairs.map(({ left }, index) => `${left.id}:${given[index]!}`);
    }
    case 'branching':
      return pathTo(question, right);
    case 'single':
    case 'multiple':
    case 'true-false': {
      const fitting = question.choices.filter(({ correct }) => correct === right).map(({ id }) => id);
      return right ? fitting : fitting.slice(0, 1);
    }
  }
}

/** The first way through a case to a good end, or to another. */
function pathTo({ steps }: Branching, good: boolean): readonly string[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const from = (id: string): readonly string[] | null => {
    const { end, choices = [] } = byId.get(id)!;
    if (end) return (end === 'good') === good ? [] : null;
    for (const choice of choices) {
      const rest = from(choice.next);
      if (rest) return [choice.id, ...rest];
    }
    return null;
  };
  return from(steps[0]!.id)!;
}

/** Everything that is explained of a question. */
export function explanationsOf(question: QuestionData): readonly string[] {
  switch (question.type) {
    case 'ordering':
      return question.items.map(({ explanation }) => explanation);
    case 'matching':
      return question.pairs.map(({ explanation }) => explanation);
    case 'branching':
      return question.steps.flatMap(({ choices }) => (choices ?? []).map(({ explanation }) => explanation));
    case 'single':
    case 'multiple':
    case 'true-false':
      return question.choices.map(({ explanation }) => explanation);
  }
}
