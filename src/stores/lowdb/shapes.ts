/** Whether a value read from a file is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value read from a file is a list of objects in which each of `keys` is a text. */
export function isListOfRecords(value: unknown, keys: readonly string[]): boolean {
  return (
    Array.isArray(value) && value.every((item) => isRecord(item) && keys.every((key) => typeof item[key] === 'string'))
  );
}
