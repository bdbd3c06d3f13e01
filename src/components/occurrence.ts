const counts = new WeakMap<Request, number>();

/** The next number on the page being rendered: makes element ids unique where a component stands many times. */
export function nextOccurrence(request: Request): number {
  const next = (counts.get(request) ?? 0) + 1;
  counts.set(request, next);
  return next;
}
