import type { Replaced } from '../course/replaced.ts';
import { activityIds } from '../xapi/ids.ts';
import { responseParts, responseText } from '../xapi/responses.ts';
import type { NewStatement } from '../xapi/types.ts';

/**
 * Reads records by today's ids: what was replaced goes by the id that took its place (docs/decisions/0023). Statements stay
 * stored as they are; only what is decided and told of the course reads them so.
 */
export interface Today {
  /** The id a module goes by. */
  module(id: string): string;
  /** Every id that a module has gone by: this one, and those that it took the place of. */
  moduleIds(id: string): readonly string[];
  /** The id a section goes by, `module/section`. */
  section(id: string): string;
  /** The id a question goes by, `quiz/question`. */
  question(id: string): string;
  /** A response to a question, each choice by the id it goes by. */
  response(question: string, response: readonly string[]): readonly string[];
  /** The activity that an IRI stands for today; the same where nothing took its place, or it is none of ours. */
  iri(iri: string): string;
  /** A statement as it would be about today's content: its activity and, of an answer, the choices. */
  statement<S extends NewStatement>(statement: S): S;
}

/** @param replaced what took whose place; absent where nothing did */
export function todayOf(idBase: string, replaced: Replaced | undefined): Today {
  return replaced === undefined ? unchanged : new TodayByLedger(idBase, replaced);
}

const unchanged: Today = {
  module: (id) => id,
  moduleIds: (id) => [id],
  section: (id) => id,
  question: (id) => id,
  response: (_, response) => response,
  iri: (iri) => iri,
  statement: (statement) => statement,
};

class TodayByLedger implements Today {
  readonly #idBase: string;
  readonly #replaced: Replaced;

  constructor(idBase: string, replaced: Replaced) {
    this.#idBase = idBase;
    this.#replaced = replaced;
  }

  module(id: string): string {
    return this.#current('module', id);
  }

  moduleIds(id: string): readonly string[] {
    const former = Object.entries(this.#replaced.module).filter(([, current]) => current === id);
    return [id, ...former.map(([before]) => before)];
  }

  section(id: string): string {
    return this.#current('section', id);
  }

  question(id: string): string {
    return this.#current('question', id);
  }

  response(question: string, response: readonly string[]): readonly string[] {
    const choice = (id: string) => {
      const current = this.#current('choice', `${question}/${id}`);
      return current.slice(current.lastIndexOf('/') + 1);
    };
    return response.map((part) => part.split(':').map(choice).join(':'));
  }

  iri(iri: string): string {
    const ids = activityIds(this.#idBase);
    const name = ids.parse(iri);
    switch (name?.kind) {
      case 'module':
        return ids.module(this.module(name.module));
      case 'section':
        return ids.section(...pairOf(this.section(`${name.module}/${name.section}`)));
      case 'question':
        return ids.question(...pairOf(this.question(`${name.quiz}/${name.question}`)));
      case 'video':
        return ids.video(this.#current('video', name.video), name.lang);
      case 'feedback':
        return ids.feedback(this.module(name.module), name.question);
      case 'course':
      case undefined:
        return iri;
    }
  }

  statement<S extends NewStatement>(statement: S): S {
    const { object, result } = statement;
    if (!('id' in object)) return statement;
    const name = activityIds(this.#idBase).parse(object.id);
    if (name === null) return statement;
    const about = { ...statement, object: { ...object, id: this.iri(object.id) } };
    if (name.kind !== 'question' || result?.response === undefined) return about;
    const response = this.response(`${name.quiz}/${name.question}`, responseParts(result.response));
    return { ...about, result: { ...result, response: responseText(response) } };
  }

  #current(kind: keyof Replaced, id: string): string {
    const ofKind = this.#replaced[kind];
    return Object.hasOwn(ofKind, id) ? ofKind[id]! : id;
  }
}

function pairOf(id: string): [string, string] {
  const [one = '', two = ''] = id.split('/');
  return [one, two];
}
