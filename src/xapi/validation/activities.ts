import { extensions, iri, languageMap } from './formats.ts';
import { all, type JsonObject, list, object, oneOf, type Rule, text, where } from './rule.ts';

/** The lists of components that each type of interaction may have (xAPI 1.0.3, Data 2.4.4.1, Interaction Components). */
const componentLists: Readonly<Record<string, readonly string[]>> = {
  'true-false': [],
  choice: ['choices'],
  'fill-in': [],
  'long-fill-in': [],
  matching: ['source', 'target'],
  performance: ['steps'],
  sequencing: ['choices'],
  likert: ['scale'],
  numeric: [],
  other: [],
};
const everyList = ['choices', 'scale', 'source', 'target', 'steps'];

const components: Rule = all(list(object({ id: text, description: languageMap }, ['id'])), (value, path) => {
  const ids = (value as { id: string }[]).map(({ id }) => id);
  const hasRepeats = new Set(ids).size !== ids.length;
  return hasRepeats
    ? { code: 'wrong_combination', path, message: `${path} has two components with the same id.` }
    : null;
});

const definition: Rule = all(
  object({
    name: languageMap,
    description: languageMap,
    type: iri,
    moreInfo: iri,
    extensions,
    interactionType: oneOf(...Object.keys(componentLists)),
    correctResponsesPattern: list(text),
    ...Object.fromEntries(everyList.map((name) => [name, components])),
  }),
  where(
    (value) => Object.hasOwn(value, 'interactionType') || !hasAny(value, ['correctResponsesPattern', ...everyList]),
    'A definition with a correct responses pattern or components needs "interactionType".',
  ),
  where(
    (value) =>
      !hasAny(
        value,
        everyList.filter((name) => !componentLists[String(value['interactionType'])]?.includes(name)),
      ),
    'The definition has a list of components that does not belong to its interactionType.',
  ),
);

/** Data 2.4.4.1. */
export const activity: Rule = object({ objectType: oneOf('Activity'), id: iri, definition }, ['id']);

function hasAny(value: JsonObject, names: readonly string[]): boolean {
  return names.some((name) => Object.hasOwn(value, name));
}
