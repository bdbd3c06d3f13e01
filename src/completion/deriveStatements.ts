import type { CourseTree, ModuleNode } from '../course/tree.ts';
import { accountNameOf, isServer } from '../xapi/actors.ts';
import { completedStatement, passedStatement } from '../xapi/builders.ts';
import type { NewStatement } from '../xapi/types.ts';
import { answered, experienced, passed } from '../xapi/verbs.ts';
import { meetsRule, moduleProgress, reachesMastery } from './moduleProgress.ts';
import { askedPart, possibleRegistrations } from './renewal.ts';

/**
 * Whether anything can follow from a statement: it is one of those that `moduleProgress` counts. With any other the server
 * owes a registration what it owed before.
 */
export function isTrigger({ verb, authority }: NewStatement, idBase: string): boolean {
  return verb.id === experienced.id || (verb.id === answered.id && isServer(authority, idBase));
}

/**
 * The statements the server owes a registration: `passed` when the closing quiz is passed, `completed` when the module's
 * rule is met, each as long as the registration has none. Pure; the ids are the same however often it is asked.
 *
 * @param statements all of the registration that are not voided, in order, the trigger included, read by today's ids
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
  return statements.some((statement) => statement.verb.id === verb && isServer(statement.authority, idBase));
}

/**
 * Whose registration it is, and the part of which module it asks for: the pair it was issued to, among the actors of its
 * statements. Null for a registration made elsewhere: that completes nothing.
 */
function ownerOf(
  course: CourseTree,
  idBase: string,
  registration: string,
  statements: readonly NewStatement[],
): { readonly account: string; readonly module: ModuleNode } | null {
  const tried = new Set<string>();
  for (const { actor } of statements) {
    const account = accountNameOf(actor, idBase);
    if (account === null || tried.has(account)) continue;
    for (const module of course.modules) {
      const own = possibleRegistrations(idBase, account, module).find((one) => one.registration === registration);
      if (own) return { account, module: askedPart(module, own.renewedFrom) };
    }
    tried.add(account);
  }
  return null;
}
