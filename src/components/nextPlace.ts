/** A section to go on from, and the questions it asks. */
export interface Place {
  readonly module: string;
  readonly section: string;
  readonly questions: readonly string[];
}

/** What a learner has done, as far as the next step depends on it. */
export interface Done {
  readonly modules: readonly {
    readonly id: string;
    readonly sections: readonly { readonly id: string; readonly done: boolean }[];
    readonly questions: readonly { readonly id: string }[];
    readonly completedAt: string | null;
    /** What has changed since it was completed, if anything has. */
    readonly renewal: { readonly sections: readonly string[] } | null;
  }[];
  readonly last: { readonly module: string; readonly section: string } | null;
}

/**
 * Where a learner goes on from: the section they were at, or, with nothing left to do there, the first section of an
 * open module that is not done or has a question without an answer, their own module first.
 *
 * @param places the published sections in order
 * @returns null for somebody who has not begun, and when every module is completed and none has changed since
 */
export function nextPlace<Found extends Place>(places: readonly Found[], done: Done): Found | null {
  const { last } = done;
  const open = places.filter(({ module }) => !isCompleted(moduleOf(done, module)));
  if (!last || open.length === 0) return null;
  const here = open.find(({ module, section }) => module === last.module && section === last.section);
  if (here && hasWork(here, done)) return here;
  const withWork = open.filter((place) => hasWork(place, done));
  return withWork.find(({ module }) => module === last.module) ?? withWork[0] ?? here ?? open[0] ?? null;
}

/** Whether every module of these sections is completed, and none has changed since. */
export function isAllDone(places: readonly Place[], done: Done): boolean {
  return places.length > 0 && places.every(({ module }) => isCompleted(moduleOf(done, module)));
}

/** Completed, and not to be renewed. */
function isCompleted(module: Done['modules'][number] | undefined): boolean {
  return Boolean(module?.completedAt && !module.renewal);
}

function hasWork({ module, section, questions }: Place, done: Done): boolean {
  const own = moduleOf(done, module);
  const isGone = own?.sections.some(({ id, done: isDone }) => isDone && id === section);
  return !isGone || questions.some((question) => !own?.questions.some(({ id }) => id === question));
}

function moduleOf({ modules }: Done, module: string) {
  return modules.find(({ id }) => id === module);
}
