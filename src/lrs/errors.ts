/** The store could not write or read just now; nothing was acknowledged. Becomes 503. */
export class StoreUnavailableError extends Error {
  readonly code = 'store_unavailable';
  override readonly name = 'StoreUnavailableError';
}

/**
 * What may go wrong with a request to the record store. The code is stable; the status is what it becomes over HTTP
 * (xAPI 1.0.3, Communication 3.2):
 *
 * | code | status | when |
 * | --- | --- | --- |
 * | `invalid_json` | 400 | the body is not JSON, or is nested deeper or holds more than `xapi/limits.ts` allows |
 * | `invalid_statement` | 400 | a statement breaks a rule of the standard, or two of a batch have the same id |
 * | `invalid_parameter` | 400 | a parameter is unknown, repeated, malformed, or does not go with another one |
 * | `missing_version` | 400 | the header X-Experience-API-Version is absent |
 * | `unsupported_version` | 400 | the header names a version other than 1.0.x and 2.0.x |
 * | `forbidden` | 403 | who asks may not do this |
 * | `not_found` | 404 | no such statement, or none that may be seen |
 * | `statement_conflict` | 409 | another statement is stored under this id |
 * | `store_unavailable` | 503 | see StoreUnavailableError |
 */
export type LrsErrorCode =
  | 'invalid_json'
  | 'invalid_statement'
  | 'invalid_parameter'
  | 'missing_version'
  | 'unsupported_version'
  | 'forbidden'
  | 'not_found'
  | 'statement_conflict';

/** A request that cannot be done as it stands. The message is one English sentence that says what to put right. */
export class LrsError extends Error {
  override readonly name = 'LrsError';
  readonly code: LrsErrorCode;
  /** The place in the body or the name of the parameter, where there is one: `[2].actor.mbox`, `since`. */
  readonly path: string | undefined;

  constructor(code: LrsErrorCode, message: string, path?: string) {
    super(message);
    this.code = code;
    this.path = path;
  }
}
