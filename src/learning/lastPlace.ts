import type { ModuleNode } from '../course/tree.ts';
import { activityIds } from '../xapi/ids.ts';
import type { StoredStatement } from '../xapi/types.ts';
import { answered, experienced, videoVerbs } from '../xapi/verbs.ts';

/** A section to go on from. */
export interface Place {
  readonly module: string;
  readonly section: string;
}

/**
 * Where a learner was: the section of the newest answer or of the video last played, or the one after the section last gone
 * through. That a video was left says nothing: it is told when the page closes, after the way on was pressed.
 * After a module's last section it is the first one still open, or the last one when none is.
 *
 * @param modules each with its registration's statements in the order they were stored
 */
export function lastPlace(
  modules: readonly { readonly module: ModuleNode; readonly statements: readonly StoredStatement[] }[],
  idBase: string,
): Place | null {
  let newest: { readonly stored: string; readonly place: Place } | null = null;
  for (const { module, statements } of modules) {
    const mark = statements.findLast((statement) => sectionOf(statement, module, idBase) !== null);
    const section = mark && sectionOf(mark, module, idBase);
    if (!section || (newest && newest.stored >= mark.stored)) continue;
    const next = mark.verb.id === experienced.id ? sectionAfter(section, module, statements, idBase) : section;
    newest = { stored: mark.stored, place: { module: module.id, section: next } };
  }
  return newest?.place ?? null;
}

function sectionOf({ verb, object }: StoredStatement, module: ModuleNode, idBase: string): string | null {
  const about = 'id' in object ? activityIds(idBase).parse(object.id) : null;
  if (verb.id === experienced.id && about?.kind === 'section' && about.module === module.id) {
    return module.sections.find(({ id }) => id === about.section)?.id ?? null;
  }
  if (verb.id === answered.id && about?.kind === 'question') {
    const question = `${about.quiz}/${about.question}`;
    return module.sections.find(({ questions }) => questions.includes(question))?.id ?? null;
  }
  if (verb.id === videoVerbs.played.id && about?.kind === 'video') {
    return module.sections.find(({ videos }) => videos.includes(about.video))?.id ?? null;
  }
  return null;
}

function sectionAfter(
  section: string,
  module: ModuleNode,
  statements: readonly StoredStatement[],
  idBase: string,
): string {
  const place = module.sections.findIndex(({ id }) => id === section);
  const following = module.sections[place + 1];
  if (following) return following.id;
  const gone = new Set(
    statements.flatMap((statement) =>
      statement.verb.id === experienced.id ? (sectionOf(statement, module, idBase) ?? []) : [],
    ),
  );
  return module.sections.find(({ id }) => !gone.has(id))?.id ?? section;
}
