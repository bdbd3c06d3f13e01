import type { CourseTree, ModuleNode } from '../course/tree.ts';
import { accountNameOf, sameActor, serverAgent } from '../xapi/actors.ts';
import { completedStatement, passedStatement } from '../xapi/builders.ts';
import { registrationOf } from '../xapi/ids.ts';
import type { NewStatement } from '../xapi/types.ts';
import { passed } from '../xapi/verbs.ts';
import { meetsRule, moduleProgress, reachesMastery } from './moduleProgress.ts';

/**
 * The statements the server owes a registration: `passed` when the closing quiz is passed, `completed` when the module's
 * rule is met, each as long as the registration has none. Pure; the ids are the same however often it is asked.
 *
 * @param statements all of the registration that are not voided, in order, the trigger included
 * @param now the server's time, ISO 8601 UTC
 */
export function deriveStatements(parts: {
  readonly course: CourseTree;
  readonly idBase: string;
  readonly registration: string;
  readonly statements: readonly NewStatement[];
  readonly now: string;
}): readonly NewStatement[] {
  const { course, idBase, statements, now } = parts;
  const registration = parts.registration.toLowerCase();
  const owner = ownerOf(course, idBase, registration, statements);
  if (owner === null) return [];
  const { account, module } = owner;
  const own = statements.filter(({ actor }) => accountNameOf(actor, idBase) === account);
  const progress = moduleProgress(module, own, idBase);
  const lang = own.findLast((statement) => statement.context?.language)?.context?.language ?? 'fi';
  const occasion = { idBase, account, registration, course: course.id, module, lang, timestamp: now };
  const owed: NewStatement[] = [];
  if (reachesMastery(module, progress) && !has(own, passed.id, idBase)) owed.push(passedStatement(occasion));
  if (meetsRule(module, progress) && progress.completion === null) owed.push(completedStatement(occasion));
  return owed;
}

function has(statements: readonly NewStatement[], verb: string, idBase: string): boolean {
  const server = serverAgent(idBase);
  return statements.some((statement) => statement.verb.id === verb && sameActor(statement.authority, server));
}

/**
 * Whose registration it is, and for which module: the pair it was issued to, among the actors of its statements.
 * Null for a registration made elsewhere: that completes nothing.
 */
function ownerOf(
  course: CourseTree,
  idBase: string,
  registration: string,
  statements: readonly NewStatement[],
): { readonly account: string; readonly module: ModuleNode } | null {
  const accounts = new Set(statements.flatMap(({ actor }) => accountNameOf(actor, idBase) ?? []));
  for (const account of accounts) {
    const module = course.modules.find(({ id }) => registrationOf(idBase, account, id) === registration);
    if (module) return { account, module };
  }
  return null;
}
