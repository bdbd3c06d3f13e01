/** What an author named does not exist: the build ends and says what, and on which page. */
export class UnknownReferenceError extends Error {
  override readonly name = 'UnknownReferenceError';

  /** @param kind what was looked for: `question`, `term`, `source` or `infographic` */
  constructor(kind: string, id: string, page: string) {
    super(`Unknown ${kind} "${id}" on page ${page}`);
  }
}
