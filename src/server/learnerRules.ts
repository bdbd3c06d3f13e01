import { registrationIn } from '../completion/renewal.ts';
import { standingOf } from '../completion/standing.ts';
import type { Today } from '../completion/today.ts';
import type { LearnerRulesFor } from '../lrs/authoriseStatements.ts';
import type { StatementStore } from '../lrs/ports.ts';
import { moduleOfFeedback, moduleOfSection, moduleOfVideo } from './courseActivities.ts';
import type { Content } from './services.ts';

/**
 * What learners' own statements may be about: sections, videos and feedback of the published modules, in registrations
 * that were issued. What waited in a browser while its section or video got another id is taken. First registrations are issued to everybody; only for others the records are looked at.
 */
export function createLearnerRules(
  statements: Pick<StatementStore, 'ofRegistration'>,
  idBase: string,
  content: Content,
  today: () => Today,
): LearnerRulesFor {
  return async (account, registrations) => {
    const { course } = content();
    const ids = today();
    const issued = new Map(
      course.modules.map((module) => [module.id, new Set([registrationIn(idBase, account, module)])]),
    );
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
      moduleOfSection: (iri) => moduleOfSection(ids.iri(iri), idBase, course),
      moduleOfVideo: (iri) => moduleOfVideo(ids.iri(iri), idBase, course),
      moduleOfFeedback: (iri) => moduleOfFeedback(ids.iri(iri), idBase, course),
    };
  };
}
