import { standingOf } from '../completion/standing.ts';
import type { LearnerRulesFor } from '../lrs/authoriseStatements.ts';
import type { StatementStore } from '../lrs/ports.ts';
import { registrationOf } from '../xapi/ids.ts';
import { moduleOfFeedback, moduleOfSection, moduleOfVideo } from './courseActivities.ts';
import type { Content } from './services.ts';

/**
 * What learners' own statements may be about: sections, videos and feedback of the published modules, in registrations
 * that were issued. First registrations are issued to everybody; only for others the records are looked at.
 */
export function createLearnerRules(
  statements: Pick<StatementStore, 'ofRegistration'>,
  idBase: string,
  content: Content,
): LearnerRulesFor {
  return async (account, registrations) => {
    const { course } = content();
    const issued = new Map(course.modules.map(({ id }) => [id, new Set([registrationOf(idBase, account, id)])]));
    const first = new Set([...issued.values()].flatMap((own) => [...own]));
    if (registrations.some((registration) => !first.has(registration))) {
      for (const module of course.modules) {
        const standing = await standingOf((one) => statements.ofRegistration(one), idBase, account, module);
        for (const { registration } of standing.issued) issued.get(module.id)!.add(registration);
      }
    }
    return {
      idBase,
      account,
      isIssued: (registration, module) => issued.get(module)?.has(registration) === true,
      moduleOfSection: (iri) => moduleOfSection(iri, idBase, course),
      moduleOfVideo: (iri) => moduleOfVideo(iri, idBase, course),
      moduleOfFeedback: (iri) => moduleOfFeedback(iri, idBase, course),
    };
  };
}
