import type { CourseArtefact } from '../course/artefact.ts';
import { LrsError } from '../lrs/errors.ts';
import type { StatementStore } from '../lrs/ports.ts';
import { openCursor, sealCursor } from '../lrs/statementCursor.ts';
import type { StatementFilters } from '../lrs/statementParameters.ts';
import type { Person } from '../people/ports.ts';
import { accountActor, actorKey } from '../xapi/actors.ts';
import { activityIds } from '../xapi/ids.ts';
import { responseParts } from '../xapi/responses.ts';
import type { StoredStatement } from '../xapi/types.ts';
import { videoExtension } from '../xapi/videoProfile.ts';
import { answerTexts } from './answerTexts.ts';

/** One recorded event of a person's learning, as the person reads it. */
export interface OwnRecord {
  /** The statement's id. */
  readonly id: string;
  /** When it happened, ISO 8601 UTC. */
  readonly at: string;
  /** The IRI of the verb. */
  readonly verb: string;
  readonly about: RecordedThing;
  /** Of an answer: what was chosen, as it read, and whether it was right; null while a case is under way. */
  readonly answer?: { readonly texts: readonly string[]; readonly success: boolean | null };
  /** Of a video: the place in it, in seconds. */
  readonly time?: number;
  /** Of a completion: the module's content version. */
  readonly version?: number;
  /** Of feedback: the step that was chosen. */
  readonly response?: string;
}

/** What a record is about. Titles are today's; what is not in the course any more is named by its id. */
export type RecordedThing =
  | { readonly kind: 'section' | 'module' | 'feedback'; readonly module: string; readonly title: string }
  | { readonly kind: 'question'; readonly prompt: string }
  | { readonly kind: 'video'; readonly video: string; readonly lang: string }
  | { readonly kind: 'other'; readonly id: string };

export interface OwnRecordsPage {
  /** Newest first. */
  readonly records: readonly OwnRecord[];
  /** Where the next, older page begins; null on the last one. */
  readonly older: string | null;
}

const pageSize = 100;

/**
 * Everything recorded of a person's learning, newest first, a page at a time. Reads only.
 * @param from the `older` of the page before, or null for the newest
 * @returns null where `from` is none of those
 */
export async function readOwnRecords(
  parts: {
    readonly statements: Pick<StatementStore, 'find'>;
    readonly content: () => CourseArtefact;
    readonly idBase: string;
  },
  person: Person,
  from: string | null,
): Promise<OwnRecordsPage | null> {
  const { statements, content, idBase } = parts;
  const filters = { agent: actorKey(accountActor(idBase, person.id))!, limit: pageSize };
  const cursor = from === null ? undefined : opened(from, filters);
  if (cursor === null) return null;
  const page = await statements.find({ ...filters, ...(cursor && { cursor }) });
  return {
    records: page.statements.map((statement) => recordOf(statement, content(), idBase)),
    older: page.next === null ? null : sealCursor(page.next, filters),
  };
}

function opened(from: string, filters: StatementFilters): string | null {
  try {
    return openCursor(from, filters);
  } catch (error) {
    if (error instanceof LrsError) return null;
    throw error;
  }
}

function recordOf(statement: StoredStatement, content: CourseArtefact, idBase: string): OwnRecord {
  const { id, timestamp, verb, object, result, context } = statement;
  const common = { id, at: timestamp, verb: verb.id };
  const name = 'id' in object ? activityIds(idBase).parse(object.id) : null;
  const titleOf = (module: string, section?: string) => {
    const node = content.course.modules.find((one) => one.id === module);
    return section === undefined ? node?.title : node?.sections.find((one) => one.id === section)?.title;
  };
  switch (name?.kind) {
    case 'section': {
      const title = titleOf(name.module, name.section) ?? name.section;
      return { ...common, about: { kind: 'section', module: name.module, title } };
    }
    case 'module': {
      const title = titleOf(name.module) ?? name.module;
      return {
        ...common,
        about: { kind: 'module', module: name.module, title },
        version: Number(context?.revision ?? 1),
      };
    }
    case 'question': {
      const question = content.quizzes[name.quiz]?.questions.find((one) => one.id === name.question);
      const response = responseParts(result?.response);
      const texts = question ? answerTexts(question, response) : response;
      const success = result?.completion === false ? null : result?.success === true;
      const prompt = question?.prompt ?? `${name.quiz}/${name.question}`;
      return { ...common, about: { kind: 'question', prompt }, answer: { texts, success } };
    }
    case 'video': {
      const time: unknown = (result?.extensions ?? {})[videoExtension('time')];
      const about = { kind: 'video', video: name.video, lang: name.lang } as const;
      return { ...common, about, ...(typeof time === 'number' && { time }) };
    }
    case 'feedback': {
      const title = titleOf(name.module) ?? name.module;
      const response = result?.response;
      return { ...common, about: { kind: 'feedback', module: name.module, title }, ...(response && { response }) };
    }
    case 'course':
    case undefined:
      return { ...common, about: { kind: 'other', id: 'id' in object ? (object.id ?? '') : '' } };
  }
}
