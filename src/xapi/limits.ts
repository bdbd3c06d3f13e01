/** How much structure one request's JSON may hold. */
export const limits = { depth: 64, members: 20_000 } as const;

/** The end of a sentence about what is beyond them. */
export const beyondLimits = 'is nested too deep, holds too many values, or a number too large';

/**
 * Whether a value parsed from JSON is at most 64 levels deep and holds at most 20,000 members and items in all. Keeps
 * what walks it afterwards short, recursive or not; it never recurses itself. A number out of a double's range (`1e999`) is
 * refused too: it was read as Infinity, and would be written as null.
 */
export function withinLimits(value: unknown): boolean {
  let level: object[] = isContainer(value) ? [value] : [];
  let members = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= limits.depth) return false;
    const next: object[] = [];
    for (const container of level) {
      const items: unknown[] = Object.values(container);
      members += items.length;
      if (members > limits.members) return false;
      for (const item of items) {
        if (isContainer(item)) next.push(item);
        else if (item === Infinity || item === -Infinity) return false;
      }
    }
    level = next;
  }
  return true;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
