import type { CourseTree } from '../course/tree.ts';
import { completionStatementId } from '../xapi/ids.ts';
import { completed, passed } from '../xapi/verbs.ts';

/** Every id under which `deriveStatements` stores, or has stored, something for a registration: one a verb and content version. */
export function completionIds(registration: string, course: CourseTree): readonly string[] {
  const newest = Math.max(0, ...course.modules.map(({ version }) => version));
  const versions = Array.from({ length: newest }, (_, index) => index + 1);
  return [passed.id, completed.id].flatMap((verb) =>
    versions.map((version) => completionStatementId(registration, verb, version)),
  );
}
