import { accountActor, serverAgent } from './actors.ts';
import { activityIds, completionStatementId } from './ids.ts';
import { responseText } from './responses.ts';
import type { NewStatement, Statement } from './types.ts';
import { answered, completed, type DisplayedVerb, passed } from './verbs.ts';

/** The type of activities that are questions (xAPI 1.0.3, Data 2.4.4.1). */
export const interactionType = 'http://adlnet.gov/expapi/activities/cmi.interaction';

/** What every statement about a module's parts says of who, where and when. */
export interface Occasion {
  /** The IRI base of ids and actors. */
  readonly idBase: string;
  /** The learner's account name. */
  readonly account: string;
  /** The learner's registration in the module. */
  readonly registration: string;
  readonly course: string;
  /** The module and its content version. */
  readonly module: { readonly id: string; readonly version: number };
  /** The language of the pages it was taken on, an RFC 5646 tag. */
  readonly lang: string;
  /** When it happened, ISO 8601 UTC. */
  readonly timestamp: string;
}

interface Component {
  readonly id: string;
  readonly text: string;
}

/** How a question is answered, and the parts it shows (xAPI 1.0.3, Data 2.4.4.1). */
export type Interaction =
  | { readonly interactionType: 'choice' | 'sequencing'; readonly choices: readonly Component[] }
  | {
      readonly interactionType: 'matching';
      readonly source: readonly Component[];
      readonly target: readonly Component[];
    }
  | { readonly interactionType: 'other' };

/** A question as it was shown: its text and parts, but never what is right. */
export interface ShownQuestion {
  readonly quiz: string;
  readonly id: string;
  readonly prompt: string;
  /** The language these words are in, an RFC 5646 tag: not always the one that the page around them was read in. */
  readonly lang: string;
  readonly interaction: Interaction;
}

export interface GradedAnswer {
  /** Choice ids, item ids in order, or pairs `left:right`. */
  readonly response: readonly string[];
  /** Absent while the answer is under way. */
  readonly success?: boolean;
  /** False while a case is under way. */
  readonly completion: boolean;
  /** ISO 8601, where it was measured. */
  readonly duration?: string;
}

/** The learner answered a question and the server graded it. */
export function answeredStatement(
  id: string,
  question: ShownQuestion,
  answer: GradedAnswer,
  occasion: Occasion,
): NewStatement {
  const { response, success, completion, duration } = answer;
  const statement = ownStatement(id, answered, occasion, {
    object: {
      objectType: 'Activity',
      id: activityIds(occasion.idBase).question(question.quiz, question.id),
      definition: {
        type: interactionType,
        description: { [question.lang]: question.prompt },
        ...describe(question.interaction, question.lang),
      },
    },
    contextActivities: withinModule(occasion),
  });
  const result = {
    response: responseText(response),
    ...(success !== undefined && { success }),
    completion,
    ...(duration !== undefined && { duration }),
  };
  return { ...statement, result };
}

function describe(interaction: Interaction, lang: string) {
  const components = (parts: readonly Component[]) =>
    parts.map(({ id, text }) => ({ id, description: { [lang]: text } }));
  switch (interaction.interactionType) {
    case 'matching': {
      const { interactionType, source, target } = interaction;
      return { interactionType, source: components(source), target: components(target) };
    }
    case 'other':
      return { interactionType: interaction.interactionType };
    case 'choice':
    case 'sequencing':
      return { interactionType: interaction.interactionType, choices: components(interaction.choices) };
  }
}

/** The learner's best attempt at the closing quiz reached the module's mastery score. */
export function passedStatement(occasion: Occasion): NewStatement {
  return { ...aboutModule(passed, occasion), result: { success: true } };
}

/** The learner met the module's rule. It carries no score and no duration. */
export function completedStatement(occasion: Occasion): NewStatement {
  return { ...aboutModule(completed, occasion), result: { completion: true } };
}

function aboutModule(verb: DisplayedVerb, occasion: Occasion): NewStatement {
  const ids = activityIds(occasion.idBase);
  const id = completionStatementId(occasion.registration, verb.id, occasion.module.version);
  return ownStatement(id, verb, occasion, {
    object: { objectType: 'Activity', id: ids.module(occasion.module.id) },
    contextActivities: { parent: [activity(ids.course(occasion.course))] },
  });
}

type ContextActivities = NonNullable<NonNullable<Statement['context']>['contextActivities']>;

/** The frame of our statements. The module's content version stands in `context.revision` (xAPI 1.0.3, Data 2.4.6). */
function ownStatement(
  id: string,
  verb: DisplayedVerb,
  occasion: Occasion,
  about: { readonly object: Statement['object']; readonly contextActivities: ContextActivities },
): NewStatement {
  return {
    id,
    actor: accountActor(occasion.idBase, occasion.account),
    verb,
    object: about.object,
    context: {
      registration: occasion.registration,
      contextActivities: about.contextActivities,
      revision: String(occasion.module.version),
      language: occasion.lang,
    },
    timestamp: occasion.timestamp,
    version: '1.0.0',
    authority: serverAgent(occasion.idBase),
  };
}

/** A part's parent is its module; the module's course groups it (Data 2.4.6.2). */
function withinModule({ idBase, course, module }: Occasion): ContextActivities {
  const ids = activityIds(idBase);
  return { parent: [activity(ids.module(module.id))], grouping: [activity(ids.course(course))] };
}

function activity(id: string): { objectType: 'Activity'; id: string } {
  return { objectType: 'Activity', id };
}
