import type { ModuleNode } from '../course/tree.ts';
import { registrationOf } from '../xapi/ids.ts';

/**
 * The part of a module that a registration asks for: all of it the first time, and in a renewal the sections that changed
 * in substance since the content version completed before. The closing quiz is asked where one of those sections holds it.
 *
 * @param renewedFrom the version completed before; 0 for the first time
 */
export function askedPart(module: ModuleNode, renewedFrom: number): ModuleNode {
  if (renewedFrom === 0) return module;
  const sections = module.sections.filter(({ changedIn }) => changedIn > renewedFrom);
  const asked = new Set(sections.flatMap(({ questions }) => questions));
  const closingQuiz = module.closingQuiz?.questions.some((question) => asked.has(question)) ? module.closingQuiz : null;
  return { ...module, sections, closingQuiz };
}

/** A registration that can be issued to a person in a module, and from which version it renews; 0 for the first. */
export interface PossibleRegistration {
  readonly registration: string;
  readonly renewedFrom: number;
}

/** What a registration in a module is derived from. */
type RegisteredModule = Pick<ModuleNode, 'id' | 'registeredAs'>;

/** The registration of a person in a module: see `registrationOf`. A module that got another id keeps its registrations. */
export function registrationIn(
  idBase: string,
  account: string,
  { id, registeredAs = id }: RegisteredModule,
  renewedFrom = 0,
): string {
  return registrationOf(idBase, account, registeredAs, renewedFrom);
}

/** Every registration that can be issued to a person in a module: the first, and one for each version before today's. */
export function possibleRegistrations(
  idBase: string,
  account: string,
  module: RegisteredModule & Pick<ModuleNode, 'version'>,
): readonly PossibleRegistration[] {
  return Array.from({ length: module.version }, (_, renewedFrom) => ({
    registration: registrationIn(idBase, account, module, renewedFrom),
    renewedFrom,
  }));
}
