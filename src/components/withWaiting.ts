import type { Progress } from './progress.client.ts';
import type { Sending } from './queue/queueStore.client.ts';

/** The progress with the section marks that are still on their way counted as done: the learner has made them. */
export function withWaiting(progress: Progress, waiting: readonly Sending[]): Progress {
  const marked = new Set(
    waiting.flatMap(({ kind, body }) => (kind === 'statement' && 'id' in body.object ? [body.object.id] : [])),
  );
  if (marked.size === 0) return progress;
  return {
    ...progress,
    modules: progress.modules.map((module) => ({
      ...module,
      sections: module.sections.map((section) => ({
        ...section,
        done: section.done || marked.has(`${progress.idBase}/modules/${module.id}/${section.id}`),
      })),
    })),
  };
}
