import type { AskedQuestion } from '../course/askedQuestion.ts';
import { grade } from '../quiz/grade.ts';
import { accountNameOf, isServer } from '../xapi/actors.ts';
import { durationSeconds } from '../xapi/durations.ts';
import { responseParts } from '../xapi/responses.ts';
import type { StoredStatement } from '../xapi/types.ts';
import { answered } from '../xapi/verbs.ts';

/** A learner's first whole answer to a question as it is asked today. */
export interface FirstAnswer {
  /** The learner's account name. */
  readonly account: string;
  readonly response: readonly string[];
  readonly success: boolean;
  /** When it was stored, ISO 8601 UTC. */
  readonly stored: string;
  /** How long it took, where that was measured. */
  readonly seconds: number | null;
}

/**
 * Each learner's first whole answer to a question, in the order they were stored: what the server graded, and nothing that an
 * API client says. A case under way is no whole answer.
 *
 * They begin anew when the question's meaning changes: after the last statement that described another prompt or other
 * choices than today's, or was graded otherwise than today's key grades the same response. A definition never holds the key,
 * so that a changed key shows only by such a grade: see docs/statistics.md.
 *
 * @param statements about this question, in the order they were stored
 */
export function firstAnswers(
  question: AskedQuestion,
  statements: readonly StoredStatement[],
  idBase: string,
): readonly FirstAnswer[] {
  const meaning = meaningOf(question.data.prompt, question.parts);
  // Nearly all were stored with the same definition: each distinct one is read once.
  const known = new Map<string, boolean>();
  const isOfToday = (statement: StoredStatement): boolean => {
    const definition = JSON.stringify(definitionOf(statement) ?? null);
    const told = known.get(definition) ?? describedMeaning(statement) === meaning;
    known.set(definition, told);
    return told;
  };
  const first = new Map<string, FirstAnswer>();
  for (const statement of statements) {
    const account = accountNameOf(statement.actor, idBase);
    if (account === null || statement.verb.id !== answered.id || !isServer(statement.authority, idBase)) continue;
    const response = responseParts(statement.result?.response);
    const success = statement.result?.success;
    if (!isOfToday(statement) || isGradedOtherwise(question, response, success)) {
      first.clear();
      continue;
    }
    if (success === undefined || first.has(account)) continue;
    const seconds = durationSeconds(statement.result?.duration);
    first.set(account, { account, response, success, stored: statement.stored, seconds });
  }
  return [...first.values()];
}

function isGradedOtherwise(
  { data }: AskedQuestion,
  response: readonly string[],
  success: boolean | undefined,
): boolean {
  const grading = grade(data, response);
  return !grading.ok || (success !== undefined && grading.success !== success);
}

type Described = Readonly<Record<'choices' | 'source' | 'target', readonly Component[] | undefined>>;

interface Component {
  readonly id: string;
  readonly description?: Readonly<Record<string, string>>;
}

/** The meaning of the question that a statement describes; null where it describes none. */
function describedMeaning(statement: StoredStatement): string | null {
  const definition = definitionOf(statement);
  const [prompt] = Object.values(definition?.description ?? {});
  if (definition === undefined || prompt === undefined) return null;
  const { choices = [], source = [], target = [] } = definition as Partial<Described>;
  const parts = [...choices, ...source, ...target].map(({ id, description = {} }) => ({
    id,
    text: Object.values(description)[0] ?? '',
  }));
  return meaningOf(prompt, parts);
}

function definitionOf({ object }: StoredStatement) {
  return 'definition' in object ? object.definition : undefined;
}

/** Equal for questions that ask the same: whatever the order of their parts, capitals, spaces and punctuation. */
function meaningOf(prompt: string, parts: readonly { readonly id: string; readonly text: string }[]): string {
  return JSON.stringify([words(prompt), ...parts.map(({ id, text }) => `${id} ${words(text)}`).sort()]);
}

function words(text: string): string {
  return (
    text
      .normalize('NFC')
      .toLocaleLowerCase('fi')
      .match(/[\p{L}\p{N}%]+/gu) ?? []
  ).join(' ');
}
