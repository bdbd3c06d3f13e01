const rowsAtOnce = 500;

/** Things in groups small enough to be written between two requests. */
export function* inBatches<T>(things: readonly T[], size = rowsAtOnce): Generator<readonly T[]> {
  for (let from = 0; from < things.length; from += size) yield things.slice(from, from + size);
}
