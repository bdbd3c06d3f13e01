import type { Completion } from '../../completion/completions.ts';
import { standingOf } from '../../completion/standing.ts';
import type { CourseTree, ModuleNode } from '../../course/tree.ts';
import type { StatementStore } from '../../lrs/ports.ts';

/** What a certificate is given for: modules with the completion of each, and the completion that dates it. */
export interface Earned {
  /** Of a module's certificate that one; of a course's every published one, in the course's order. */
  readonly modules: readonly { readonly module: ModuleNode; readonly completion: Completion }[];
  /** The newest of them. */
  readonly last: Completion;
}

export interface EarnedParts {
  readonly statements: Pick<StatementStore, 'ofRegistration'>;
  readonly course: () => CourseTree;
  readonly idBase: string;
}

/** What a person has earned of a module; null where it is not completed, or there is no such module. */
export function earnedModule(parts: EarnedParts, account: string, module: string): Promise<Earned | null> {
  return earnedOf(
    parts,
    account,
    parts.course().modules.filter(({ id }) => id === module),
  );
}

/** What a person has earned of the course: every module that is published now is completed. Null otherwise. */
export function earnedCourse(parts: EarnedParts, account: string): Promise<Earned | null> {
  return earnedOf(
    parts,
    account,
    parts.course().modules.filter(({ announced, draft }) => !announced && !draft),
  );
}

async function earnedOf(
  { statements, idBase }: EarnedParts,
  account: string,
  modules: readonly ModuleNode[],
): Promise<Earned | null> {
  const completed: { module: ModuleNode; completion: Completion }[] = [];
  for (const module of modules) {
    const { progress } = await standingOf((one) => statements.ofRegistration(one), idBase, account, module);
    const { completion } = progress;
    if (completion?.account !== account) return null;
    completed.push({ module, completion });
  }
  const [first, ...rest] = completed.map(({ completion }) => completion);
  if (first === undefined) return null;
  const last = rest.reduce((newest, one) => (one.completedAt > newest.completedAt ? one : newest), first);
  return { modules: completed, last };
}
