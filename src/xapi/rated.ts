import type { DisplayedVerb } from './verbs.ts';

/**
 * Somebody's answer to a question about a module, from the registry of the Tin Can API. It stands apart from the other verbs,
 * so that only the pages that ask fetch it.
 */
export const rated: DisplayedVerb = {
  id: 'http://id.tincanapi.com/verb/rated',
  display: { fi: 'arvioi', sv: 'bedömde', en: 'rated' },
};
