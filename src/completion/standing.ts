import type { ModuleNode } from '../course/tree.ts';
import type { NewStatement } from '../xapi/types.ts';
import type { Completion } from './completions.ts';
import { type Answer, type ModuleProgress, moduleProgress, questionsOf } from './moduleProgress.ts';
import { askedPart, registrationIn } from './renewal.ts';

/** A registration that was issued: what it asks for, and what its statements say. */
export interface IssuedRegistration<S extends NewStatement> {
  readonly registration: string;
  readonly asked: ModuleNode;
  readonly statements: readonly S[];
  readonly progress: ModuleProgress;
}

/** Where a person is in a module over all registrations: what today's one does not ask again counts as it was. */
export interface Standing<S extends NewStatement> {
  /** Oldest first; the last one is what answers and marks belong to now. */
  readonly issued: readonly IssuedRegistration<S>[];
  readonly current: IssuedRegistration<S>;
  /** Every statement of them, in the order of registrations. */
  readonly statements: readonly S[];
  readonly progress: ModuleProgress;
  /** Open after a completion when the content has changed in substance since: what is asked again, and since which version. */
  readonly renewal: { readonly from: number; readonly sections: readonly string[] } | null;
}

/**
 * Where a person is in a module. A new registration is issued where the one before is completed in an older content
 * version and sections have changed since; nothing is stored for that, and nothing that was completed is lost.
 *
 * @param read the statements of a registration that are not voided, in the order they were stored
 */
export async function standingOf<S extends NewStatement>(
  read: (registration: string) => Promise<readonly S[]>,
  idBase: string,
  account: string,
  module: ModuleNode,
): Promise<Standing<S>> {
  const issued: IssuedRegistration<S>[] = [];
  let next: number | null = 0;
  let from = 0;
  while (next !== null) {
    from = next;
    const registration = registrationIn(idBase, account, module, from);
    const asked = askedPart(module, from);
    const statements = await read(registration);
    const progress = moduleProgress(asked, statements, idBase);
    issued.push({ registration, asked, statements, progress });
    next = renewedFrom(module, progress.completion, from);
  }
  const current = issued.at(-1)!;
  const completion = issued.findLast(({ progress }) => progress.completion)?.progress.completion ?? null;
  const isOpen = issued.length > 1 && current.progress.completion === null;
  return {
    issued,
    current,
    statements: issued.flatMap(({ statements }) => statements),
    progress: { ...joined(module, issued), completion },
    renewal: isOpen ? { from, sections: current.asked.sections.map(({ id }) => id) } : null,
  };
}

/** The version that a new registration renews from; null where none is due. Versions rise, so this comes to an end. */
function renewedFrom(module: ModuleNode, completion: Completion | null, before: number): number | null {
  if (completion === null || completion.moduleVersion <= before || completion.moduleVersion >= module.version)
    return null;
  return askedPart(module, completion.moduleVersion).sections.length > 0 ? completion.moduleVersion : null;
}

/** Sections, answers and the closing quiz, each from the newest registration that asks for it. */
function joined<S extends NewStatement>(
  module: ModuleNode,
  issued: readonly IssuedRegistration<S>[],
): Omit<ModuleProgress, 'completion'> {
  const done = new Map<string, boolean>();
  const answers = new Map<string, Answer>();
  let bestAttempt: number | null = null;
  for (const { asked, progress } of issued) {
    for (const section of progress.sections) done.set(section.id, section.done);
    for (const question of questionsOf(asked)) answers.delete(question);
    for (const [question, answer] of progress.answers) answers.set(question, answer);
    if (asked.closingQuiz) bestAttempt = progress.bestAttempt;
  }
  return {
    sections: module.sections.map(({ id }) => ({ id, done: done.get(id) ?? false })),
    answers,
    bestAttempt,
  };
}
