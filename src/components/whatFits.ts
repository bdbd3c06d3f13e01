/** A section and how long it takes. */
export interface TimedPlace {
  readonly module: string;
  readonly section: string;
  readonly seconds: number;
}

/** How much longer than the time at hand a section may take and still be said to fit: budgets are estimates. */
const leeway = 1.1;

/**
 * The sections that fit a time, in the course's order: the first that is not done and fits, and those after it in its
 * module as long as they fit too. Empty when nothing does.
 *
 * @param isDone whether the learner has gone through a section
 */
export function whatFits<Place extends TimedPlace>(
  places: readonly Place[],
  minutes: number,
  isDone: (place: Place) => boolean,
): readonly Place[] {
  const room = minutes * 60 * leeway;
  const open = places.filter((place) => !isDone(place));
  const first = open.find(({ seconds }) => seconds <= room);
  if (!first) return [];
  const fitting: Place[] = [];
  let used = 0;
  for (const place of open.slice(open.indexOf(first))) {
    if (place.module !== first.module || used + place.seconds > room) break;
    fitting.push(place);
    used += place.seconds;
  }
  return fitting;
}
