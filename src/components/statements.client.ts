import type { Statement } from '../xapi/types.ts';
import { experienced } from '../xapi/verbs.ts';
import { moduleOf } from './progress.client.ts';
import type { Progress } from './progress.client.ts';

/** That the learner went through a section, stamped now. */
export function sectionDone(progress: Progress, module: string, section: string, lang: string): Statement {
  const registration = moduleOf(progress, module)?.registration;
  return {
    id: crypto.randomUUID(),
    actor: progress.actor,
    verb: { id: experienced.id },
    object: { objectType: 'Activity', id: `${progress.idBase}/modules/${module}/${section}` },
    context: { ...(registration && { registration }), language: lang },
    timestamp: new Date().toISOString(),
  };
}
